"""`lexheller init`: how does an installation begin, and how do people and places come to it later?"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Collection
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.frame import Session, argument, command, json_option, option, with_session
from lexheller.cli.terminal import asker
from lexheller.errors import NotPossible, StoreMissing
from lexheller.forms.asking import Asker
from lexheller.model.codes import Role
from lexheller.model.people import Federation, Person

if TYPE_CHECKING:
    from lexheller.services.founding import Founding
    from lexheller.settings import Settings


@command("init", "lexheller init forbund.yaml", "lexheller init --add fler.yaml")
@argument("file", meta="file", required=False, type=click.Path(path_type=Path))
@option("--add", is_flag=True, words="add")
@json_option
@with_session
def init(session: Session, file: Path | None, add: bool, as_json: bool) -> None:
    """Found an installation, or add to one."""
    from lexheller.imports.people_file import read_people
    from lexheller.services.founding import check

    words = session.words
    if add:
        if file is None:
            raise click.UsageError(words("init.add_needs_file"))
        things = read_people(file)
        with closing(session.desk()) as desk:
            known = {federation.id for federation in desk.federations()}
            desk.change(things)
        output.one(_counted(things), words("init.added", **_counted(things)), as_json=as_json)
        _invite_administrators(session, {federation.id for federation in things.federations} - known)
        return
    settings = session.settings
    _refuse_where_something_is(settings)
    things = read_people(file) if file else _asked(asker(words))
    check(things)
    led = {person.federation for person in things.persons if Role.ADMINISTRATOR in person.roles and person.active}
    if not led or not led >= {federation.id for federation in things.federations}:
        raise NotPossible(why="no_administrator")  # who else would let anybody in, or mend the file?
    thing = {**_founded(settings, things), **_counted(things)}
    output.one(thing, words("init.founded", **thing), as_json=as_json)
    if getpass.getuser() not in {user for person in things.persons for user in person.users}:
        output.aside(words("init.nobody", user=getpass.getuser()))
    output.aside(words("init.key", path=settings.key_file))
    _invite_administrators(session, {federation.id for federation in things.federations})


def _founded(settings: Settings, things: Founding) -> dict[str, object]:
    from lexheller.app import make_house

    with closing(make_house(settings, things)) as house:
        return {
            "installation": house.installation,
            "database": house.store.where,
            "key_file": str(settings.key_file),
        }


def _invite_administrators(session: Session, federations: Collection[str]) -> None:
    """Show a new federation's administrators where they choose a password, where the web is installed."""
    from lexheller.app import open_house
    from lexheller.app.doctor import web_is_installed
    from lexheller.cli.invite import told
    from lexheller.services import accounts

    if not web_is_installed():
        return
    settings = session.settings
    with closing(open_house(settings)) as house:
        for person in house.store.read(lambda uow: uow.people.persons()):
            if not person.active or Role.ADMINISTRATOR not in person.roles or person.federation not in federations:
                continue
            way = house.store.read(lambda uow, who=person: accounts.way_in(uow, house.office, who))  # type: ignore[misc]  # bound on purpose
            if not way.account and not way.opens:
                made = house.store.write(lambda uow, who=person: accounts.invite(uow, house.office, who))  # type: ignore[misc]  # bound on purpose
                output.aside(told(session.words, "invite.first", settings, made))


def _refuse_where_something_is(settings: Settings) -> None:
    """See that there is no installation yet.

    Raises:
        NotPossible: there is one, or the demo lies there.
    """
    from lexheller.demo.place import is_demo
    from lexheller.services.founding import INSTALLATION
    from lexheller.storage import open_store

    try:
        store = open_store(settings.database, timeout=settings.busy_timeout)
    except StoreMissing:
        return
    with closing(store):
        founded, demo = store.read(lambda uow: (uow.notes.value(INSTALLATION), is_demo(uow)))
        where = store.where
    if demo:
        raise NotPossible(why="demo_is_there", where=where)
    if founded is not None:
        raise NotPossible(why="already_founded", where=where)


def _counted(things: Founding) -> dict[str, object]:
    return {
        "federations": [federation.id for federation in things.federations],
        "people": len(things.persons),
        "groups": len(things.groups),
        "recipients": len(things.recipients),
        "patterns": len(things.patterns),
    }


# --- asked in a terminal --------------------------------------------------------------------------------


def _asked(who: Asker) -> Founding:
    """Ask for what there has to be: a federation, and the one who sits here; the rest comes with `--add`."""
    from lexheller.services.founding import Founding, is_federation, is_id

    who.tell(who.words("init.lead"))
    federation = Federation(
        id=_code(who, "init.ask.id", "init.id_is", str.upper, is_federation),
        name=_line(who, "init.ask.name"),
        contact_name=_line(who, "init.ask.contact", needed=False),
        contact_phone=_line(who, "init.ask.phone", needed=False),
    )
    user = getpass.getuser()
    me = Person(
        federation=federation.id,
        id=_code(who, "init.ask.person", "init.person_is", str.lower, is_id, or_else=user),
        name=_line(who, "init.ask.your_name"),
        roles=(Role.PROCESS_LEADER, Role.ADMINISTRATOR),
        users=(user,),
    )
    return Founding(federations=(federation,), persons=(me,))


def _line(who: Asker, key: str, *, needed: bool = True, or_else: str = "") -> str:
    """Ask for one line, again while it has to be answered and is not."""
    while True:
        who.tell(who.words(key, usual=or_else), style="bold")
        typed = who.hear().strip() or or_else
        if typed or not needed:
            return typed
        who.tell(who.words("ask.required"))


def _code(
    who: Asker, key: str, told: str, written: Callable[[str], str], fits: Callable[[str], bool], *, or_else: str = ""
) -> str:
    """Ask for what something is known by, again while numbers and the history could not carry it."""
    while not fits(code := written(_line(who, key, or_else=or_else))):
        who.tell(who.words(told))
    return code
