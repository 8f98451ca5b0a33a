"""What is the federation called, what are its themes and what are its roles called? Administrators say so here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, cast

from flask import Response, abort, request, session

from lexheller.errors import BadValue, GateStopped, Overtaken
from lexheller.i18n import LANGUAGES, words_for
from lexheller.i18n.choices import sentence
from lexheller.i18n.own import RUNNING, definite, running
from lexheller.model.codes import Role
from lexheller.model.people import Federation
from lexheller.model.vocabulary import THEMES
from lexheller.services.founding import ROLES, Founding
from lexheller.services.municipalities import tidied
from lexheller.web.access import Room, person
from lexheller.web.administration.views import ADMINISTRATORS
from lexheller.web.lines import line_of
from lexheller.web.meanwhile import Meanwhile, marked, meanwhile, seen
from lexheller.web.page import away, house, page, words
from lexheller.web.visitors import desk

if TYPE_CHECKING:
    from werkzeug.wrappers import Response as AnyResponse

    from lexheller.services.gate import Findings
    from lexheller.services.own_words import OwnTheme, RoleNames

room = Room("wording", __name__, template_folder="templates")

THEME: Final = person(Role.ADMINISTRATOR, finds="theme")
_SAVED: Final = "administration_saved"
_LONGEST: Final = 200
_PHONE: Final = re.compile(r"(?=.*\d)\+?[\d\s()/.\u2010-\u2014-]{5,30}")
_HOME: Final = ("name", "contact_name", "contact_phone")


def _typed(key: str) -> str:
    return line_of(request.form.get(key, ""))[:_LONGEST]


def _told(wrong: Mapping[str, str]) -> dict[str, Any]:
    """Say what is wrong, by field, and where on the page that is."""
    told = {key: words()(f"web.administration.wrong.{why}") for key, why in wrong.items()}
    return {"wrong": told, "mistakes": [(key.replace("_", "-"), each) for key, each in told.items()]}


# --- the federation itself ------------------------------------------------------------------------------


@room.page("/administration/forbundet", ADMINISTRATORS)
def federation() -> Response:
    """Show what the federation is called, and whom one rings."""
    home, places = _stands()
    return _federation(_home_values(home), "\n".join(places), {}, marked((home, places)))


@room.page("/administration/forbundet", ADMINISTRATORS, post=True, endpoint="save_federation")
def save_federation() -> AnyResponse:
    """Store what the federation is called, and whom one rings."""
    typed = {key: _typed(key) for key in _HOME}
    places = request.form.get("municipalities", "")
    wrong = {"name": "name"} if not typed["name"] else {}
    if typed["contact_phone"] and not _PHONE.fullmatch(typed["contact_phone"]):
        wrong["contact_phone"] = "phone"
    if not wrong:
        try:
            home = replace(_stands()[0], **typed)
            desk().change(Founding((home,), municipalities={home.id: tuple(_listed(places))}), seen=seen())
        except Overtaken:
            return _federation_moved(typed, places)
        except BadValue as error:
            key = "municipalities" if error.data["field"] == "municipalities" else "name"
            wrong[key] = key
    if wrong:
        return _federation(typed, places, wrong, seen())
    session[_SAVED] = typed["name"]
    return away("wording.federation")


def _listed(places: str) -> list[str]:
    return places.replace(",", "\n").splitlines()


def _stands() -> tuple[Federation, tuple[str, ...]]:
    """Give the federation and its municipalities as they stand."""
    home = next(each for each in desk().federations() if each.id == desk().me.federation)
    return home, desk().municipalities().get(home.id, ())


def _home_values(home: Federation) -> dict[str, str]:
    return {key: getattr(home, key) for key in _HOME}


def _federation_moved(typed: Mapping[str, str], places: str) -> Response:
    said, (home, there) = words(), _stands()
    now = _home_values(home)
    keys = ("field.name", "federation.contact", "federation.phone")
    rows = [(said(f"web.administration.{key}"), typed[name], now[name]) for key, name in zip(keys, _HOME, strict=True)]
    rows.append((said("web.administration.municipalities"), ", ".join(tidied(_listed(places))), ", ".join(there)))
    return _federation(typed, places, {}, marked((home, there)), meanwhile(rows))


def _federation(
    values: Mapping[str, str], places: str, wrong: Mapping[str, str], mark: str, moved: Meanwhile | None = None
) -> Response:
    return page(
        "administration/federation.html",
        409 if moved else 422 if wrong else 200,
        values=values,
        places=places,
        seen=mark,
        moved=moved,
        **_told(wrong),
        saved=session.pop(_SAVED, ""),
    )


# --- themes ---------------------------------------------------------------------------------------------


@room.page("/administration/teman", ADMINISTRATORS)
def themes() -> Response:
    """List the themes that cases can have: the house's own, and those that are everybody's."""
    said = words()
    homes = {each.id: each.name for each in desk().federations()}
    own = [(theme, homes.get(theme.home, ""), _mine(theme)) for theme in desk().themes()]
    return page(
        "administration/themes.html",
        own=sorted(own, key=lambda row: row[0].words[said.language].casefold()),
        shared=sorted(sentence(said(f"theme.{code}")) for code in THEMES),
        saved=session.pop(_SAVED, ""),
    )


@room.page("/administration/teman/ny", ADMINISTRATORS, endpoint="new_theme")
def new_theme() -> Response:
    """Ask for a new theme."""
    return _theme(None, {"offered": "yes"}, {}, "")


@room.page("/administration/teman/ny", ADMINISTRATORS, post=True, endpoint="add_theme")
def add_theme() -> AnyResponse:
    """Store a new theme."""
    return _saved(None)


@room.page("/administration/teman/om/<code>", THEME, endpoint="theme")
def theme(code: str) -> Response:
    """Show a theme to be changed."""
    found = _found(code)
    return _theme(found, _theme_values(found), {}, marked(found))


@room.page("/administration/teman/om/<code>", THEME, post=True, endpoint="change_theme")
def change_theme(code: str) -> AnyResponse:
    """Store a theme changed, retired or offered again."""
    return _saved(_found(code))


def _theme_values(theme: OwnTheme) -> dict[str, str]:
    names = {f"theme_{language}": theme.words[language] for language in LANGUAGES}
    return {**names, "offered": "" if theme.retired else "yes"}


def _mine(theme: OwnTheme) -> bool:
    return theme.home in {"", desk().me.federation}


def _found(code: str) -> OwnTheme:
    return next((theme for theme in desk().themes() if theme.code == code and _mine(theme)), None) or abort(404)


def _saved(old: OwnTheme | None) -> AnyResponse:
    typed = {f"theme_{language}": _typed(f"theme_{language}") for language in LANGUAGES}
    offered = request.form.get("offered", "") if old else "yes"
    told = {language: typed[f"theme_{language}"] for language in LANGUAGES}
    wrong = {key: "name" for key, text in typed.items() if not text}
    if not wrong:
        try:
            desk().put_theme(told, code=old.code if old else "", retired=offered != "yes", seen=seen() if old else None)
        except Overtaken:
            return _theme_moved(_found(old.code), {**typed, "offered": offered}) if old else abort(409)
        except BadValue as error:
            wrong[str(error.data["field"])] = "theme_taken" if error.data["allowed"] == ("≠",) else "word"
        except GateStopped:
            wrong["theme_sv"] = "pointing"
    if wrong:
        return _theme(old, {**typed, "offered": offered}, wrong, seen())
    session[_SAVED] = typed[f"theme_{words().language}"]
    return away("wording.themes")


def _theme_moved(theme: OwnTheme, typed: Mapping[str, str]) -> Response:
    said, now = words(), _theme_values(theme)
    rows = [
        (said(f"web.administration.themes.{language}"), typed[f"theme_{language}"], now[f"theme_{language}"])
        for language in LANGUAGES
    ]
    told = {each["offered"]: sentence(said("choice.yes" if each["offered"] else "choice.no")) for each in (typed, now)}
    rows.append((said("web.administration.themes.offer"), told[typed["offered"]], told[now["offered"]]))
    return _theme(theme, typed, {}, marked(theme), meanwhile(rows))


def _theme(
    old: OwnTheme | None,
    values: Mapping[str, str],
    wrong: Mapping[str, str],
    mark: str,
    moved: Meanwhile | None = None,
) -> Response:
    return page(
        "administration/theme.html",
        409 if moved else 422 if wrong else 200,
        theme=old,
        values=values,
        seen=mark,
        moved=moved,
        **_told(wrong),
    )


# --- roles ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Called:
    """What a role is usually called, and what it is called here; `the` is asked for where it stands in running text."""

    role: Role
    usual: str
    sv: str = ""
    the: str | None = ""
    en: str = ""


@room.page("/administration/roller", ADMINISTRATORS)
def roles() -> Response:
    """Show what roles are called here, to be changed."""
    there = desk().role_names()
    return _roles(_role_values(there), {}, marked(there))


def _role_values(there: RoleNames) -> dict[str, str]:
    """Give what stands in the form: what the settings call roles, and over it what has been written here."""
    settled = house().settings.role_names
    names: dict[str, Mapping[str, tuple[str, ...]]] = {
        role: {"sv": (told["sv"], definite(running(told["sv"]))), "en": (told["en"],)} for role, told in settled.items()
    }
    names |= there
    return {f"{role}_{key}": form for role, told in names.items() for key, form in _shown(told).items()}


def _shown(told: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {"sv": told["sv"][0], "the": told["sv"][1], "en": told["en"][0]}


@room.page("/administration/roller", ADMINISTRATORS, post=True, endpoint="save_roles")
def save_roles() -> AnyResponse:
    """Store what roles are called here."""
    typed = {f"{role}_{key}": _typed(f"{role}_{key}") for role in ROLES for key in ("sv", "the", "en")}
    names = {
        str(role): {"sv": (typed[f"{role}_sv"], typed[f"{role}_the"]), "en": (typed[f"{role}_en"],)}
        for role in ROLES
        if typed[f"{role}_sv"] or typed[f"{role}_en"] or typed[f"{role}_the"]
    }
    wrong = {
        f"{role}_{language}": "role"
        for role, told in names.items()
        for language in LANGUAGES
        if not told[language][0]
    }  # fmt: skip
    if not wrong:
        try:
            desk().put_role_names(names, seen=seen())
        except Overtaken:
            return _roles_moved(typed)
        except BadValue as error:
            wrong[str(error.data["field"])] = "word"
        except GateStopped as error:
            wrong[_stopped(error)] = "pointing"
    if wrong:
        return _roles(typed, wrong, seen())
    session[_SAVED] = "yes"
    return away("wording.roles")


def _stopped(error: GateStopped) -> str:
    """Name the field that the gate stopped at: "process_leader_sv_1" is the definite form."""
    field, _ = cast("Findings", error.data["findings"])[0]
    return f"{field[:-5]}_the" if field.endswith("_sv_1") else field.rpartition("_")[0]


def _roles_moved(typed: Mapping[str, str]) -> Response:
    said, there = words(), desk().role_names()
    usual, now = words_for(said.language), _role_values(there)
    rows = [
        (
            f"{sentence(usual(f'role.{role}'))}, {said(f'web.administration.role_names.{key}').lower()}",
            typed.get(name, ""),
            now.get(name, ""),
        )
        for role in ROLES
        for key in ("sv", "the", "en")
        if (name := f"{role}_{key}") and (key != "the" or role in RUNNING["sv"])
    ]
    return _roles(typed, {}, marked(there), meanwhile(rows))


def _roles(values: Mapping[str, str], wrong: Mapping[str, str], mark: str, moved: Meanwhile | None = None) -> Response:
    said = words()
    usual = words_for(said.language)
    rows = [
        Called(
            role,
            sentence(usual(f"role.{role}")),
            values.get(f"{role}_sv", ""),
            values.get(f"{role}_the", "") if role in RUNNING["sv"] else None,
            values.get(f"{role}_en", ""),
        )
        for role in ROLES
    ]
    return page(
        "administration/roles.html",
        409 if moved else 422 if wrong else 200,
        rows=rows,
        seen=mark,
        moved=moved,
        **_told(wrong),
        saved=session.pop(_SAVED, ""),
    )
