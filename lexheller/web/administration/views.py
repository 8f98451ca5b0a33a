"""Which pages does an administrator have? Lists of who and what there is, a form for each, texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from flask import Response, abort, request, session

from lexheller.desk.places import NOTICES
from lexheller.desk.post import invitation
from lexheller.errors import BadValue, NotPossible
from lexheller.i18n import LANGUAGES
from lexheller.i18n.dates import long_date
from lexheller.i18n.words import words_for
from lexheller.model.codes import Role
from lexheller.model.people import Person
from lexheller.web.access import Room, person
from lexheller.web.administration import things
from lexheller.web.page import away, house, page, words
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.services.accounts import Invitation

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
    return _asked(kind, None, things.first_values(desk()))


@room.page("/administration/<kind>/ny", ONE, post=True, endpoint="add")
def add(kind: str) -> AnyResponse:
    """Store a new one."""
    return _saved(kind, None)


@room.page("/administration/<kind>/om/<key>", ONE, endpoint="one")
def one(kind: str, key: str) -> Response:
    """Show one to be changed."""
    thing = _thing(kind, key)
    return _asked(kind, thing, things.values_of(thing))


@room.page("/administration/<kind>/om/<key>", ONE, post=True, endpoint="change")
def change(kind: str, key: str) -> AnyResponse:
    """Store it changed."""
    return _saved(kind, _thing(kind, key))


def _thing(kind: str, key: str) -> things.Thing:
    return next((thing for thing in things.known(desk(), kind) if thing.id == key), None) or abort(404)


def _asked(
    kind: str, thing: things.Thing | None, values: dict[str, object], wrong: dict[str, str] | None = None
) -> Response:
    if kind not in things.LISTS:
        abort(404)
    return page(
        "administration/one.html",
        422 if wrong else 200,
        kind=kind,
        thing=thing,
        fields=things.asked(desk(), kind, values, words(), new=thing is None),
        wrong=wrong or {},
        may_invite=isinstance(thing, Person) and thing.active,
        waiting=things.waiting_at(desk(), thing),
    )


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
            desk().change(things.made(desk(), kind, values, old))
        except BadValue as error:
            if error.data["field"] in {"organisation", "active"}:
                why = {"active": "out_of_use"}.get(str(error.data["field"]), "organisation")
                wrong["organisation"] = said(f"web.administration.wrong.{why}")
            else:
                wrong["id" if old is None else "name"] = said("web.administration.wrong.id")
    if wrong:
        return _asked(kind, old, values, wrong)
    session[_SAVED] = str(values["name"])
    if kind == "personer" and old is None and values["active"] == "yes":
        session[_ADDED] = str(values["id"])
    if isinstance(old, Person) and old.active and values["active"] != "yes" and Role.PROCESS_LEADER in old.roles:
        session[_ENDED] = str(values["name"])
    return away("administration.listed", kind=kind)


# --- invitations --------------------------------------------------------------------------------------


@room.page("/administration/personer/om/<key>/bjud-in", ONE, post=True)
def invite(key: str) -> Response:
    """Invite somebody to choose a password; the link is shown on this page and never again."""
    made = desk().invite(key, anew=request.form.get("anew") == "yes")
    link = f"{house().settings.address}/inbjudan/{made.word}"
    return page("administration/invited.html", made=made, link=link, mailed=_mailed(made, link))


def _mailed(made: Invitation, link: str) -> bool:
    settings, to = house().settings, made.person.email
    if settings.mail is None or not to:
        return False
    from lexheller.delivery.smtp import send

    home = next(f for f in desk().federations() if f.id == made.person.federation)
    said = words_for(settings.language).called(house().own.of(home.id))
    try:
        send(settings.mail, invitation(said, home, made, link))
    except NotPossible:  # it is shown: whoever asked can hand it over
        return False
    return True


# --- texts ----------------- ---------------------------------------------------------------------------


@room.page("/administration/texter", ADMINISTRATORS)
def texts() -> Response:
    """Show the federation's own texts to be changed."""
    return _texts()


def _texts(status: int = 200, wrong: str = "", drafted: str = "", unfinished: Sequence[str] = ()) -> Response:
    home = desk().me.federation
    found = {(kind, lang): desk().notice(home, kind, lang) for kind in NOTICES for lang in LANGUAGES}
    if wrong or drafted:
        found = {(kind, lang): request.form.get(f"{kind}-{lang}", "") for kind, lang in found}
    for kind, lang in found:
        if drafted == f"{kind}-{lang}":
            found[kind, lang] = words_for(lang)(f"web.draft.{kind}")
    return page(
        "administration/texts.html",
        status,
        found=found,
        wrong=wrong,
        drafted=drafted,
        unfinished=unfinished,
        saved=session.pop(_SAVED, ""),
    )


@room.page("/administration/texter", ADMINISTRATORS, post=True, endpoint="save_texts")
def save_texts() -> AnyResponse:
    """Store the federation's own texts, or begin one with a draft; none is stored with the draft's blanks in it."""
    if drafted := request.form.get("draft", ""):
        return _texts(drafted=drafted)
    texts = {(kind, lang): request.form.get(f"{kind}-{lang}", "") for kind in NOTICES for lang in LANGUAGES}
    blanks = [words_for(lang)("web.draft.mark") for lang in LANGUAGES]
    unfinished = ["-".join(place) for place, text in texts.items() if any(blank in text for blank in blanks)]
    if unfinished:
        return _texts(422, words()("web.draft.blanks"), unfinished=unfinished)
    try:
        for (kind, lang), text in texts.items():
            desk().put_notice(kind, lang, text)
    except BadValue:
        return _texts(422, words()("web.administration.wrong.text"))
    session[_SAVED] = "yes"
    return away("administration.texts")
