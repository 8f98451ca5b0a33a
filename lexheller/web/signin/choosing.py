"""What is wrong with a password that somebody chooses? Told at the field, in words that say what to do."""

from __future__ import annotations

from lexheller.model.people import Person
from lexheller.web.page import house, words
from lexheller.web.signin import passwords


def wrong_with(person: Person, password: str, again: str) -> dict[str, str]:
    """Tell what is wrong, by field; nothing when the password may be used."""
    federations = house().store.read(lambda uow: uow.people.federations())
    home = next((f.name for f in federations if f.id == person.federation), "")
    about = (person.name, person.id, person.email, person.federation, home, "lex heller", "lexheller")
    fault = passwords.fault_of(password, about)
    if fault:
        return {"password": words()(f"web.password.{fault}")}
    if password != again:
        return {"again": words()("web.password.differs")}
    return {}
