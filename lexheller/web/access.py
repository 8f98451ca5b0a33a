"""Who may open a page, and what does it look up? Every route says so; a house with one that does not refuses to open.

A page says `who` may use it and what it `finds`: "case" by its number, "pattern", and so on. What is found goes through
the desk, so that foreign and missing are the same; the test of all routes reads the same words to try both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from flask import Blueprint, Flask
from werkzeug.routing import AnyConverter, Rule

from lexheller.model.codes import Role

View = TypeVar("View", bound=Callable[..., Any])


class Who(StrEnum):
    """Say whom a page is for."""

    ANYBODY = "anybody"
    """No account: the form, the library, signing in."""
    PERSON = "person"
    """Somebody signed in, in one of the roles named."""
    PARTNER = "partner"
    """Whoever holds a partner's link and the code that was mailed for it."""
    SUBMITTER = "submitter"
    """Whoever has typed the claim code of a case."""


@dataclass(frozen=True, slots=True)
class Access:
    """What a route declares.

    Args:
        roles: any of these opens it; empty means every role. For `Who.PERSON` only.
        finds: what it looks up by what stands in its address; "" for nothing.
        greets: a page for anybody on which whoever is signed in keeps their menu and name.
    """

    who: Who
    roles: frozenset[Role] = frozenset()
    finds: str = ""
    greets: bool = False


ANYBODY = Access(Who.ANYBODY)
GREETING = Access(Who.ANYBODY, greets=True)
PARTNER = Access(Who.PARTNER)
SUBMITTER = Access(Who.SUBMITTER)
OF_FEDERATION = Access(Who.ANYBODY, finds="federation")
GREETING_OF = Access(Who.ANYBODY, finds="federation", greets=True)
FILE = Access(Who.ANYBODY, finds="file")


def person(*roles: Role, finds: str = "") -> Access:
    """Open a page to people who are signed in, in one of these roles, or in any."""
    return Access(Who.PERSON, frozenset(roles), finds)


class Undeclared(RuntimeError):
    """Say which routes do not say whom they are for, or what they look up by their address."""


class Room(Blueprint):
    """A room's pages; each route names its access."""

    def page(self, rule: str, access: Access, *, post: bool = False, **options: Any) -> Callable[[View], View]:
        """Declare a page: GET, or POST with `post`; a view may have several."""

        def declare(view: View) -> View:
            endpoint = options.pop("endpoint", None)
            name = endpoint or view.__name__
            self.record_once(lambda state: _remember(state.app, f"{state.name}.{name}", access))
            self.add_url_rule(rule, endpoint, view, methods=["POST"] if post else ["GET"], **options)
            return view

        return declare


_KEY = "lexheller.access"


def _remember(app: object, endpoint: str, access: Access) -> None:
    declared(app)[endpoint] = access


def declared(app: object) -> dict[str, Access]:
    """Give what every endpoint has declared."""
    if not isinstance(app, Flask):
        raise TypeError(app)
    found: dict[str, Access] = app.extensions.setdefault(_KEY, {})
    return found


def check_declared(app: Flask) -> None:
    """Refuse a house with a route that does not say whom it is for, or what it looks up by its address.

    Raises:
        Undeclared: names them.
    """
    known = declared(app)
    missing = {
        rule.endpoint
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in known or (_looks_up(rule) and not known[rule.endpoint].finds)
    }
    if missing:
        raise Undeclared(", ".join(sorted(missing)))


def _looks_up(rule: Rule) -> bool:
    """Tell whether an address holds more than a choice among words that the map itself knows."""
    return any(not isinstance(each, AnyConverter) for each in rule._converters.values())  # noqa: SLF001  # no other way
