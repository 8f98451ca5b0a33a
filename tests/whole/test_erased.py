"""Is what was erased gone, in the bytes on the disk, whoever sat with the database open and wherever it came in?"""

from __future__ import annotations

import time

from lexheller.desk import Desk
from lexheller.services import casework, submissions
from lexheller.services.ports import UnitOfWork
from lexheller.services.submissions import Submitting
from tests.factories import a_form
from tests.whole.houses import Home

WORDS = "Kvarnholmens bygdegård"
TRACES = ("Kvarnholm", "kvarnholm", "bygdegård")
"""As it was written, as people search for it, and a part of it."""
CONTACT = "Ring 031-3900602 eller mejla anna@example.org"
REASON = "Pekar ut en plats."


def bytes_of(home: Home) -> dict[str, bytes]:
    """Read every file that lies where the database lies: the file, its log, the index of that."""
    return {path.name: path.read_bytes() for path in home.database.parent.rglob("*") if path.is_file()}


def found_in(home: Home, traces: tuple[bytes, ...]) -> set[str]:
    return {name for name, content in bytes_of(home).items() for trace in traces if trace in content}


def encoded(words: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(word.encode() for word in words)


def written_everywhere(desk: Desk) -> str:
    """Let the words stand in every kind of text: the form, the title, what was retold, said, noted and given up."""
    form = a_form(
        what_happened=f"Mötet i {WORDS} ställdes in två gånger och ingen ringde.",
        title=f"Mötet i {WORDS}",
        consequence=f"Resan till {WORDS} blev förgäves.",
        tried=f"Vi ringde {WORDS}.",
        contact=CONTACT,
    )
    number = desk.submit(form, vouched=True).number
    steps: tuple[tuple[str, dict[str, object]], ...] = (
        ("open_dialogue", {}),
        ("say", {"message": f"Var det i {WORDS}?"}),
        ("note_talk", {"talk": "phone", "talked_on": "2026-01-15", "outcome": "goes_on", "note": f"Ja, i {WORDS}."}),
        ("retell", {"shared_text": f"Ett möte i {WORDS} ställdes in.", "title": f"Inställt i {WORDS}"}),
        ("set_level", {"level": "individual", "reason": f"Det gällde {WORDS}."}),
    )
    for step, given in steps:
        desk.do(number, step, given, vouched=True)
    return number


def test_words_taken_out_are_in_no_byte_though_others_sit_with_the_database_open(on_sqlite: Home) -> None:
    with on_sqlite.desk() as desk, on_sqlite.desk("rut") as registrar, on_sqlite.desk("olle") as colleague:
        number = written_everywhere(desk)
        assert len(colleague.search("bygdegård")) == 1
        assert found_in(on_sqlite, encoded(TRACES))
        desk.do(number, "block", {"where": "what_happened"})
        registrar.do(number, "dispose_text", {"words": WORDS, "reason": REASON})
        assert found_in(on_sqlite, encoded(TRACES)) == set()
        assert colleague.search("bygdegård") == []
    assert found_in(on_sqlite, encoded(TRACES)) == set()


def test_words_that_somebody_was_reading_go_with_the_next_step(on_sqlite: Home) -> None:
    on_sqlite.environ["LEXHELLER_BUSY_TIMEOUT"] = "1"
    with on_sqlite.desk() as desk, on_sqlite.desk("olle") as colleague:
        number = written_everywhere(desk)

        def disposed_meanwhile(uow: UnitOfWork) -> None:
            assert uow.cases.find(number) is not None
            desk.do(number, "block", {"where": "what_happened"})
            desk.do(number, "dispose_text", {"words": WORDS, "reason": REASON})
            assert found_in(on_sqlite, encoded(TRACES))  # he still reads the moment before
            began = time.monotonic()
            desk.do(number, "say", {"message": "Vi tar bort några ord."})
            assert time.monotonic() - began < 0.8, "who only writes next waits for nobody who reads"

        colleague.house.store.read(disposed_meanwhile)
        desk.do(number, "say", {"message": "Nu är orden borta."})
        assert found_in(on_sqlite, encoded(TRACES)) == set()


def test_words_that_came_with_an_old_sheet_go_the_same_way(on_sqlite: Home) -> None:
    with on_sqlite.desk() as desk:
        form = submissions.read_form(a_form(what_happened=f"Mötet i {WORDS} ställdes in.", contact="code"))
        about = Submitting("GBG", imported="run-1", vouched=True, shows_code=False)

        def take_in(uow: UnitOfWork) -> str:
            case = submissions.submit(uow, desk.house.office, form, about).case
            uow.notes.mark_imported("GBG/avvikelser", "7", "run-1", case.federation, case.id)
            return case.number

        number = desk.house.store.write(take_in)
        assert found_in(on_sqlite, encoded(TRACES))
        desk.do(number, "block", {"where": "what_happened"})
        desk.do(number, "dispose_text", {"words": WORDS, "reason": REASON})
    assert found_in(on_sqlite, encoded(TRACES)) == set()


def sealed(desk: Desk, number: str) -> tuple[bytes, ...]:
    """Give the bytes that a contact is stored as: the wrapped key and the box."""

    def look(uow: UnitOfWork) -> tuple[bytes, ...]:
        case = casework.find(uow, desk.me, number)
        found = uow.contacts.get(case.federation, case.id)
        return (found.wrapped_key, found.box) if found else ()

    return desk.house.store.read(look)


def test_a_contact_is_never_in_the_clear_and_once_erased_not_even_sealed(on_sqlite: Home) -> None:
    with on_sqlite.desk() as desk, on_sqlite.desk("olle") as colleague:
        number = written_everywhere(desk)
        assert desk.do(number, "reveal_contact", {"reason": "Jag ringer upp."}).gave == {"contact": CONTACT}
        seal = sealed(colleague, number)
        assert found_in(on_sqlite, seal)
        assert found_in(on_sqlite, encoded((CONTACT, "031-3900602", "0313900602"))) == set()
        desk.do(number, "erase_contact", {"reason": "Handlingen är gallrad."})
        assert found_in(on_sqlite, seal) == set()
        assert sealed(colleague, number) == ()
    assert found_in(on_sqlite, seal) == set()
