"""What can an administrator see to: which lists, which fields each has, and how a filled-in form becomes a thing?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from werkzeug.datastructures import MultiDict

from lexheller.delivery.letters import is_address
from lexheller.desk import Desk
from lexheller.i18n.choices import choice_label, sentence
from lexheller.i18n.words import Words
from lexheller.model.codes import Partner, Role
from lexheller.model.people import Group, Organisation, Person, Recipient
from lexheller.services.founding import ROLES, Founding, is_id
from lexheller.web.lines import line_of
from lexheller.web.submitter.asking import Offered

Thing = Person | Group | Organisation | Recipient
LISTS: Final = ("personer", "grupper", "organisationer", "mottagare")
_LONGEST: Final = 200
_WHOLE: Final[Mapping[str, tuple[str, ...]]] = {
    "personer": ("id", "name", "email", "roles", "groups", "organisation", "active"),
    "grupper": ("id", "name", "members"),
    "organisationer": ("id", "name", "kind", "active"),
    "mottagare": ("id", "name", "email", "kind", "organisation", "active"),
}
_SEVERAL: Final = frozenset({"roles", "groups", "members"})
_CHOSEN: Final = frozenset({"kind", "organisation"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A field as it is drawn: text, email, boxes, select or tick."""

    key: str
    draws: str
    label: str
    hint: str
    value: object
    options: tuple[Offered, ...] = ()


def known(desk: Desk, kind: str) -> tuple[Thing, ...]:
    """List what there is of a kind in this administrator's own federation, by name."""
    found: tuple[Thing, ...]
    match kind:
        case "personer":
            found = desk.people()
        case "grupper":
            found = tuple(group for group in desk.groups() if group.host == desk.me.federation)
        case "organisationer":
            found = desk.organisations()
        case _:
            found = desk.recipients()
    return tuple(sorted(found, key=lambda thing: thing.name.casefold()))


def first_values(desk: Desk) -> dict[str, object]:
    """Give what stands in the form of a new thing: somebody who works here, a group that one is part of."""
    return {"active": "yes", "members": [desk.me.federation]}


def values_of(thing: Thing) -> dict[str, object]:
    """Give what stands in the form of a thing."""
    found: dict[str, object] = {"id": thing.id, "name": thing.name}
    match thing:
        case Person():
            found |= {"email": thing.email, "roles": [str(r) for r in thing.roles], "groups": list(thing.groups)}
            found |= {"organisation": thing.organisation, "active": "yes" if thing.active else ""}
        case Group():
            found["members"] = list(thing.members)
        case Organisation():
            found |= {"kind": str(thing.kind), "active": "yes" if thing.active else ""}
        case Recipient():
            found |= {"email": thing.email, "kind": str(thing.kind or ""), "organisation": thing.organisation}
            found["active"] = "yes" if thing.active else ""
    return found


def typed_in(kind: str, form: MultiDict[str, str]) -> dict[str, object]:
    """Read what stands in a form."""
    return {
        key: [each for each in form.getlist(key) if each] if key in _SEVERAL else line_of(form.get(key, ""))[:_LONGEST]
        for key in _WHOLE[kind]
    }


def asked(desk: Desk, kind: str, values: Mapping[str, object], words: Words, *, new: bool) -> tuple[Asked, ...]:
    """Draw up the fields of a kind; what a thing is called in the history stays."""
    found = (_asked(desk, kind, key, values, words) for key in _WHOLE[kind] if new or key != "id")
    return tuple(each for each in found if each.draws != "boxes" or each.options)  # no groups: nothing to ask


def _asked(desk: Desk, kind: str, key: str, values: Mapping[str, object], words: Words) -> Asked:
    hint = f"web.administration.hint.{kind}.{key}"
    return Asked(
        key,
        "boxes"
        if key in _SEVERAL
        else "select"
        if key in _CHOSEN
        else {"email": "email", "active": "tick"}.get(key, "text"),
        words(f"web.administration.field.{'in_use' if key == 'active' and kind != 'personer' else key}"),
        words(hint) if words.has(hint) else "",
        values.get(key, ""),
        options(desk, kind, key, words),
    )


def shown(field: Asked, value: object, words: Words) -> str:
    """Write what stands in a field as people read it."""
    if field.draws == "tick":
        return sentence(words("choice.yes" if value else "choice.no"))
    if not field.options:
        return str(value)
    chosen = set(value) if isinstance(value, list) else {str(value)}
    return ", ".join(option.label for option in field.options if option.code in chosen)


def options(desk: Desk, kind: str, key: str, words: Words) -> tuple[Offered, ...]:
    """List what one may choose for a field."""
    match key:
        case "roles":
            return tuple(Offered(role, sentence(words(f"role.{role}"))) for role in ROLES)
        case "groups":
            return tuple(Offered(group.key, group.name) for group in desk.groups())
        case "members":
            return tuple(Offered(federation.id, federation.name) for federation in desk.federations())
        case "organisation":
            named = (Offered(each.id, _told(each, words)) for each in known(desk, "organisationer"))
            return (Offered("", words("web.administration.no_organisation")), *named)
        case "kind":
            kinds = (Offered(each, sentence(choice_label(words, "partners", each))) for each in Partner)
            none = words("web.administration.no_kind" if kind == "mottagare" else "web.partner.choose")
            return (Offered("", none), *kinds)
    return ()


def _told(thing: Thing, words: Words) -> str:
    """Name a thing, and say so where it is out of use."""
    return thing.name if in_use(thing) else f"{thing.name} ({words('web.administration.out_of_use')})"


def in_use(thing: Thing) -> bool:
    """Tell whether a thing is in use; a group always is."""
    return isinstance(thing, Group) or thing.active


def waiting_at(desk: Desk, thing: Thing | None) -> list[str]:
    """List the numbers of the cases that wait for an answer from a recipient, or from an organisation's recipients."""
    match thing:
        case Recipient():
            return desk.open_at((thing.key,))
        case Organisation():
            return desk.open_at(tuple(each.key for each in desk.recipients() if each.organisation == thing.id))
    return []


def wrong_with(desk: Desk, kind: str, values: Mapping[str, object], *, new: bool) -> dict[str, str]:
    """Name what is wrong, by field, with the key of its sentence; what only the desk can tell comes later."""
    wrong: dict[str, str] = {}
    if not values["name"]:
        wrong["name"] = "name"
    if values.get("email") and not is_address(str(values["email"])):
        wrong["email"] = "email"
    if kind == "personer" and not values["roles"] and values["active"] == "yes":
        wrong["roles"] = "roles"
    if kind == "organisationer" and not values["kind"]:
        wrong["kind"] = "kind"
    if kind == "grupper" and desk.me.federation not in _listed(values["members"]):
        wrong["members"] = "members"
    if new and not is_id(str(values["id"])):
        wrong["id"] = "id"
    if new and any(thing.id == values["id"] and values_of(thing) != values for thing in known(desk, kind)):
        wrong["id"] = "taken"
    for key in (*_SEVERAL, *_CHOSEN):
        given = values.get(key, "")
        listed = [str(each) for each in given] if isinstance(given, list) else [str(given)]
        codes = {option.code for option in _plain(desk, kind, key)} | {""}
        if key in values and not set(listed) <= codes:
            wrong[key] = "choose"
    return wrong


def _plain(desk: Desk, kind: str, key: str) -> tuple[Offered, ...]:
    from lexheller.web.page import words

    return options(desk, kind, key, words())


def made(desk: Desk, kind: str, values: Mapping[str, object], old: Thing | None) -> Founding:
    """Make what the desk is handed: a new thing, or the old one changed."""
    home, key = desk.me.federation, old.id if old else str(values["id"])
    name = str(values["name"])

    match kind:
        case "personer":
            person = old if isinstance(old, Person) else Person(home, key, name)
            return Founding((), persons=(replace(
                person,
                name=name,
                email=str(values["email"]),
                roles=tuple(Role(role) for role in _listed(values["roles"])),
                groups=_listed(values["groups"]),
                organisation=str(values["organisation"]),
                active=values["active"] == "yes",
            ),))  # fmt: skip
        case "grupper":
            return Founding((), groups=(Group(home, key, name, _listed(values["members"])),))
        case "organisationer":
            organisation = Organisation(home, key, Partner(str(values["kind"])), name, values["active"] == "yes")
            return Founding((), organisations=(organisation,))
    partner = Partner(str(values["kind"])) if values["kind"] else None
    active = values["active"] == "yes"
    to = Recipient(home, key, name, partner, str(values["organisation"]), str(values["email"]), active)
    return Founding((), recipients=(to,))


def _listed(given: object) -> tuple[str, ...]:
    return tuple(str(each) for each in given) if isinstance(given, list) else ()
