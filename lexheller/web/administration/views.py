"""Which pages does an administrator have? Lists of who and what there is, a form for each, texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from flask import Response, abort, request, session

from lexheller.desk.places import NOTICES
from lexheller.errors import BadValue, LexHellerError, Overtaken, UnknownName
from lexheller.i18n import LANGUAGES
from lexheller.i18n.dates import long_date
from lexheller.i18n.words import words_for
from lexheller.model.codes import Role
from lexheller.model.people import Person
from lexheller.web.access import Room, person
from lexheller.web.administration import inviting, things
from lexheller.web.meanwhile import Meanwhile, marked, meanwhile, seen
from lexheller.web.page import away, page, words
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

room = Room("administration", __name__, template_folder="templates")

ADMINISTRATORS: Final = person(Role.ADMINISTRATOR)
ONE: Final = person(Role.ADMINISTRATOR, finds="place")
_SAVED: Final = "administration_saved"
_ADDED: Final = "administration_added"
"""The person who has just been added: next one invites them."""
_ENDED: Final = "administration_ended"
"""The process leader who has just left: what they had waits for the others."""


@room.page("/administration", ADMINISTRATORS)
def overview() -> Response:
    """Say what there is to see to."""
    home = next(f for f in desk().federations() if f.id == desk().me.federation)
    counts = {kind: len(things.known(desk(), kind)) for kind in things.LISTS}
    return page("administration/overview.html", home=home, counts=counts)


@room.page("/administration/<kind>", ONE)
def listed(kind: str) -> Response:
    """List what there is of a kind."""
    if kind not in things.LISTS:
        abort(404)
    return page(
        "administration/listed.html",
        kind=kind,
        found=things.known(desk(), kind),
        names={f.id: f.name for f in desk().federations()} | {o.id: o.name for o in desk().organisations()},
        saved=session.pop(_SAVED, ""),
        added=session.pop(_ADDED, ""),
        ended=session.pop(_ENDED, ""),
        gone=_stand_ins_gone() if kind == "personer" else [],
        ways_in=inviting.ways_in(desk().ways_in(), words()) if kind == "personer" else {},
    )


def _stand_ins_gone() -> list[str]:
    """Say of every stand-in who can no longer sign in whom nobody decides for."""
    people = {each.id: each.name for each in desk().people()}
    said = words()
    return [
        said(
            "web.administration.stand_in_gone",
            name=people.get(each.by, each.by),
            manager=people.get(each.id, each.id),
            day=long_date(each.until, said.language),
        )
        for each in desk().stand_ins_gone()
    ]


@room.page("/administration/<kind>/ny", ONE, endpoint="new")
def new(kind: str) -> Response:
    """Ask for a new one."""
    return _asked(kind, None, things.first_values(desk()), marked((None,)))


@room.page("/administration/<kind>/ny", ONE, post=True, endpoint="add")
def add(kind: str) -> AnyResponse:
    """Store a new one."""
    return _saved(kind, None)


@room.page("/administration/<kind>/om/<key>", ONE, endpoint="one")
def one(kind: str, key: str) -> Response:
    """Show one to be changed."""
    thing = _thing(kind, key)
    return _asked(kind, thing, things.values_of(thing), marked((thing,)))


@room.page("/administration/<kind>/om/<key>", ONE, post=True, endpoint="change")
def change(kind: str, key: str) -> AnyResponse:
    """Store it changed."""
    return _saved(kind, _thing(kind, key))


def _thing(kind: str, key: str) -> things.Thing:
    return next((thing for thing in things.known(desk(), kind) if thing.id == key), None) or abort(404)


def _asked(
    kind: str,
    thing: things.Thing | None,
    values: dict[str, object],
    mark: str,
    wrong: dict[str, str] | None = None,
    moved: Meanwhile | None = None,
) -> Response:
    if kind not in things.LISTS:
        abort(404)
    return page(
        "administration/one.html",
        409 if moved else 422 if wrong else 200,
        kind=kind,
        thing=thing,
        fields=things.asked(desk(), kind, values, words(), new=thing is None),
        seen=mark,
        moved=moved,
        wrong=wrong or {},
        may_invite=isinstance(thing, Person) and thing.active,
        way_in=_way_in(thing),
        withdrawn=session.pop(inviting.WITHDRAWN, ""),
        waiting=things.waiting_at(desk(), thing),
    )


def _way_in(thing: things.Thing | None) -> tuple[str, bool]:
    """Say how somebody comes in, and whether there is an invitation to take back; ("", False) for all but people."""
    if not isinstance(thing, Person) or not thing.active:
        return "", False
    ways = desk().ways_in()
    return inviting.ways_in(ways, words())[thing.id], ways[thing.id].opens


def _saved(kind: str, old: things.Thing | None) -> AnyResponse:
    if kind not in things.LISTS:
        abort(404)
    values = things.typed_in(kind, request.form)
    said = words()
    wrong = {
        key: said(f"web.administration.wrong.{why}")
        for key, why in things.wrong_with(desk(), kind, values, new=old is None).items()
    }
    mine = kind == "personer" and old is not None and old.id == desk().me.person
    if mine and (Role.ADMINISTRATOR not in values["roles"] or values["active"] != "yes"):  # type: ignore[operator]  # several
        wrong["roles"] = said("web.administration.wrong.yourself")
    if not wrong:
        try:
            desk().change(things.made(desk(), kind, values, old), seen=seen())
        except (Overtaken, UnknownName, BadValue) as error:
            if old is not None and isinstance(error, Overtaken):
                return _moved(kind, _thing(kind, old.id), values)
            field, why = _refused(error, new=old is None)
            wrong[field] = said(f"web.administration.wrong.{why}")
    if wrong:
        return _asked(kind, old, values, seen(), wrong)
    session[_SAVED] = str(values["name"])
    if kind == "personer" and old is None and values["active"] == "yes":
        session[_ADDED] = str(values["id"])
    if isinstance(old, Person) and old.active and values["active"] != "yes" and Role.PROCESS_LEADER in old.roles:
        session[_ENDED] = str(values["name"])
    return away("administration.listed", kind=kind)


def _refused(error: LexHellerError, *, new: bool) -> tuple[str, str]:
    """Say at which field the desk stopped, and why."""
    match error:
        case Overtaken():  # somebody else has just added one that is called so
            return "id", "taken"
        case UnknownName():  # whoever answers for a partner answers for an organisation
            return "organisation", "whose"
    field = error.data["field"]
    if field in {"organisation", "active"}:
        return "organisation", "out_of_use" if field == "active" else "organisation"
    return "id" if new else "name", "id"


def _moved(kind: str, thing: things.Thing, values: dict[str, object]) -> Response:
    """Show what stands there now beside what was typed, which can be saved in its place."""
    said, now = words(), things.values_of(thing)
    fields = things.asked(desk(), kind, values, said, new=False)
    rows = [
        (each.label, things.shown(each, each.value, said), things.shown(each, now[each.key], said)) for each in fields
    ]
    return _asked(kind, thing, values, marked((thing,)), moved=meanwhile(rows))


# --- texts ----------------- ---------------------------------------------------------------------------


@room.page("/administration/texter", ADMINISTRATORS)
def texts() -> Response:
    """Show the federation's own texts to be changed."""
    return _texts()


def _texts(
    status: int = 200,
    wrong: str = "",
    drafted: str = "",
    unfinished: Sequence[str] = (),
    *,
    overtaken: bool = False,
) -> Response:
    there = desk().notices()
    found, mark, moved = dict(there), marked(there), None
    if wrong or drafted or overtaken:
        found = _typed_texts()
    if wrong or drafted:
        mark = seen()
    if overtaken:
        moved = meanwhile((_label(place), found[place], text) for place, text in there.items())
    for kind, lang in found:
        if drafted == f"{kind}-{lang}":
            found[kind, lang] = words_for(lang)(f"web.draft.{kind}")
    return page(
        "administration/texts.html",
        status,
        found=found,
        labels={place: _label(place) for place in found},
        seen=mark,
        moved=moved,
        wrong=wrong,
        drafted=drafted,
        unfinished=unfinished,
        saved=session.pop(_SAVED, ""),
    )


def _typed_texts() -> dict[tuple[str, str], str]:
    return {(kind, lang): request.form.get(f"{kind}-{lang}", "") for kind in NOTICES for lang in LANGUAGES}


def _label(place: tuple[str, str]) -> str:
    said, (kind, lang) = words(), place
    return f"{said(f'web.notice.{kind}')}, {said(f'web.administration.language.{lang}')}"


@room.page("/administration/texter", ADMINISTRATORS, post=True, endpoint="save_texts")
def save_texts() -> AnyResponse:
    """Store the federation's own texts, or begin one with a draft; none is stored with the draft's blanks in it."""
    if drafted := request.form.get("draft", ""):
        return _texts(drafted=drafted)
    texts = _typed_texts()
    blanks = [words_for(lang)("web.draft.mark") for lang in LANGUAGES]
    unfinished = ["-".join(place) for place, text in texts.items() if any(blank in text for blank in blanks)]
    if unfinished:
        return _texts(422, words()("web.draft.blanks"), unfinished=unfinished)
    try:
        desk().put_notices(texts, seen=seen())
    except Overtaken:
        return _texts(409, overtaken=True)
    except BadValue:
        return _texts(422, words()("web.administration.wrong.text"))
    session[_SAVED] = "yes"
    return away("administration.texts")
