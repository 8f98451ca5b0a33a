"""Two federations with everything a page can look up, and everybody who might ask for it; on any database."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Flask
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from lexheller.app import House, make_house
from lexheller.desk import Desk, viewer_of
from lexheller.model.codes import Role
from lexheller.model.people import Group, Pattern, Person, Recipient
from lexheller.model.session import SessionKind
from lexheller.services import accounts, sessions, tags
from lexheller.settings import Settings
from lexheller.web import make_app
from lexheller.web.access import Who, declared
from lexheller.web.rates import Rates
from lexheller.web.signin import arriving
from lexheller.web.signin.waits import Waits
from lexheller.web.visitors import COOKIES
from tests.cli.conftest import founding
from tests.factories import a_form
from tests.house import Clock
from tests.web.browsing import ADDRESS, Page

HOMES = ("GBG", "ALV")
ROLES = tuple(role for role in Role if role not in {Role.SUBMITTER, Role.SYSTEM})
FK = "fk-beredning"
NEUTRAL = "En person väntade länge på ett besked från två håll."
OFTEN = "100000 per minute"
AGENT, PLACE, ASKED = "Kajakbläddraren/7.1", "198.51.100.77", "kajakfraga"
"""What a browser says of itself, where it is, and what it asks in an address: none of it stands in a log."""


@dataclass(frozen=True)
class Holder:
    """Somebody at a browser: nobody, one of the people, a partner with a link, a submitter with a code."""

    who: Who
    home: str = ""
    role: Role | None = None

    def __str__(self) -> str:
        return " ".join(filter(None, (str(self.who), str(self.role or ""), self.home)))


NOBODY = Holder(Who.ANYBODY)
PEOPLE = tuple(Holder(Who.PERSON, home, role) for home in HOMES for role in (*ROLES, None))
"""Everybody with an account; the last of each federation has no role."""
EVERYBODY = (NOBODY, *PEOPLE, *(Holder(who, home) for home in HOMES for who in (Who.PARTNER, Who.SUBMITTER)))


@dataclass
class Things:
    """What one federation has that a page can find."""

    home: str
    case: str = ""
    unseen: str = ""
    """A case that nobody but process leaders, managers and registrars of its federation know of."""
    person: str = ""
    story: str = ""
    unripe: str = ""
    invitation: str = ""
    old_invitation: str = ""
    link: str = ""
    old_link: str = ""
    code: str = ""
    theme: str = ""


@dataclass(frozen=True)
class Tries:
    """What to put into an address: what is there for its reader, what is others', what there is not.

    Args:
        public: why there is nothing that is others' ("" where there is).
    """

    own: Mapping[str, str]
    foreign: tuple[Mapping[str, str], ...]
    missing: tuple[Mapping[str, str], ...]
    public: str = ""


def recipient_of(home: str) -> str:
    """Name the recipient that no other federation has."""
    return f"{home.lower()}-egen"


def person_id(home: str, role: Role | None) -> str:
    return f"{home.lower()}-{str(role or 'nobody').replace('_', '-')}"


def _people() -> Iterator[Person]:
    for home in HOMES:
        for role in (*ROLES, None):
            groups = (f"{home}/samverkan",) if role is Role.GROUP_MEMBER else ()
            organisation = "fk" if role is Role.PARTNER else ""
            name = f"{str(role or 'ingen').title()} Exempel"
            yield Person(home, person_id(home, role), name, (role,) if role else (), groups, organisation=organisation)
        yield Person(home, f"{home.lower()}-inbjuden", "Inbjuden Exempel", (Role.REGISTRAR,))
        yield Person(home, f"{home.lower()}-andra", "Andra Exempel", (Role.PROCESS_LEADER,))


@dataclass
class World:
    """A house with its web, and all there is in it."""

    house: House
    app: Flask
    clock: Clock
    things: dict[str, Things] = field(default_factory=dict)
    _form: tuple[str, str] = ("", "")
    _words: dict[Holder, str] = field(default_factory=dict)

    # --- who asks ---------------------------------------------------------------------------------------

    def desk(self, person: str = "") -> Desk:
        people = self.house.store.read(lambda uow: uow.people.persons())
        found = next((p for p in people if p.id == person), None)
        return Desk(
            self.house, self.house.store.read(lambda uow: viewer_of(uow, self.house.office, found)) if found else None
        )

    def word(self, holder: Holder, *, anew: bool = False) -> str:
        """Give what a browser holds so as to be this somebody."""
        if holder not in self._words or anew:
            self._words[holder] = self._begun(holder)
        return self._words[holder]

    def _begun(self, holder: Holder) -> str:
        store, office = self.house.store, self.house.office
        if holder.who is Who.PERSON:
            name, kind = person_id(holder.home, holder.role), SessionKind.PERSON
        elif holder.who is Who.PARTNER:
            name, kind = self._link(holder.home), SessionKind.PARTNER
        else:
            name, kind = self.desk().recognise(self.things[holder.home].code), SessionKind.SUBMITTER
        return store.write(lambda uow: sessions.begin(uow, office, kind, holder.home, name))

    def _link(self, home: str, recipient: str = FK) -> str:
        """Name the link that a recipient may use; where it has been taken back, give another."""
        for _ in range(2):
            now = self.house.office.now()
            links = self.house.store.read(lambda uow: uow.partner_links.of(home))
            for link in links:
                if link.recipient == recipient and link.opens(now):
                    return link.id
            self.desk(person_id(home, Role.PROCESS_LEADER)).give_links(recipient)
        raise LookupError(recipient)

    def asks(
        self,
        method: str,
        address: str,
        holder: Holder,
        data: Mapping[str, Any] | None = None,
        *,
        token: bool = True,
        anew: bool = True,
    ) -> TestResponse:
        """Ask for a page as somebody, in a browser that has been at a form before."""
        self.app.extensions[arriving.WAITS] = Waits()
        client = self.app.test_client()
        kept: dict[str, Any] = {"domain": "localhost", "secure": True, "httponly": True}
        client.set_cookie("__Host-form", self._form[0], **kept)
        if holder.who is not Who.ANYBODY:
            kind = SessionKind(holder.who.value)
            # what is posted may end a session: the next one asks with one of their own
            client.set_cookie(COOKIES[kind], self.word(holder, anew=anew and method == "POST"), **kept)
        environ = {"REMOTE_ADDR": PLACE, "HTTP_USER_AGENT": AGENT}
        form = ({"csrf_token": self._form[1]} if token else {}) | dict(data or {}) if method == "POST" else None
        return client.open(address, method=method, base_url=ADDRESS, data=form, environ_base=environ, buffered=True)

    def new_link(self, home: str) -> str:
        """Give a link that nothing else needs, and name it."""
        self.desk(person_id(home, Role.PROCESS_LEADER)).give_links(recipient_of(home))
        return self._link(home, recipient_of(home))

    def brings(self, kind: SessionKind, word: str, address: str) -> int:
        """Ask for a page with a word in the cookie of this kind; give the status."""
        client = self.app.test_client()
        client.set_cookie(COOKIES[kind], word, domain="localhost", secure=True)
        return client.get(address, base_url=ADDRESS).status_code

    # --- making it --------------------------------------------------------------------------------------

    def furnish(self) -> World:
        """Let everything be there that can be looked up."""
        for home in HOMES:
            found = self.things[home] = Things(home, person=f"{home.lower()}-andra")
            leader, other = self.desk(person_id(home, Role.PROCESS_LEADER)), self.desk(found.person)
            self._release(leader, other, home)
        self.clock.forward(days=31)
        for home in HOMES:
            self._fill(self.things[home])
        client = self.app.test_client()
        page = Page(client.get("/folj", base_url=ADDRESS))
        cookie = client.get_cookie("__Host-form", domain="localhost")
        assert cookie
        self._form = cookie.value, page.form("code").values["csrf_token"][0]
        return self

    def _release(self, leader: Desk, other: Desk, home: str) -> str:
        number = leader.submit(a_form(), federation=home).number
        for step, given in (
            ("open_dialogue", {}),
            ("retell", {"shared_text": NEUTRAL}),
            ("attest", {"area_harmless": False}),
            ("solve", {"solution": "Vi ringde båda.", "feedback": "Det är ordnat."}),
            ("release", {"public_text": f"Två som väntade\n\n{NEUTRAL}", "harmless": True, "submitter_wishes": True}),
        ):
            leader.do(number, step, given)
        other.do(number, "release", {"confirmed": str(other.case(number).case.public_version)})
        return number

    def another(self, home: str) -> str:
        """Send one more case to the partner and the group, and give its number."""
        return self._sent(self.desk(person_id(home, Role.PROCESS_LEADER)), home)[0]

    def _sent(self, leader: Desk, home: str) -> tuple[str, str]:
        sent = leader.submit(a_form(), federation=home)
        for step, given in (
            ("open_dialogue", {}),
            ("retell", {"shared_text": NEUTRAL}),
            ("attest", {"area_harmless": False}),
            ("set_level", {"level": "individual", "reason": "Det gäller en rutin."}),
            ("consult", {"to": [FK], "purpose": "reply", "reason": "De delar frågan."}),
            ("show_group", {"group": f"{home}/samverkan"}),
        ):
            leader.do(sent.number, step, given)
        return sent.number, sent.claim_code or ""

    def _fill(self, found: Things) -> None:
        home, store, office = found.home, self.house.store, self.house.office
        leader, other = self.desk(person_id(home, Role.PROCESS_LEADER)), self.desk(found.person)
        found.case, found.code = self._sent(leader, home)
        administrator = self.desk(person_id(home, Role.ADMINISTRATOR))
        found.theme = administrator.put_theme({"sv": f"båtar i {home}", "en": f"boats in {home}"}).code
        found.unseen = leader.submit(a_form(), federation=home).number
        unripe = self._release(leader, other, home)
        key = store.read(lambda uow: uow.cases.find(unripe))
        assert key is not None
        found.unripe = office.keys.mac("library", home, key.id).hex()[:20]
        ripe = next(s for s in store.read(lambda uow: uow.library.stories(office.now())) if s.federation == home)
        found.story = office.keys.mac("library", home, ripe.case).hex()[:20]
        invited = next(p for p in store.read(lambda uow: uow.people.persons(home)) if p.id.endswith("-inbjuden"))
        found.old_invitation = store.write(lambda uow: accounts.invite(uow, office, invited)).word
        found.invitation = store.write(lambda uow: accounts.invite(uow, office, invited)).word
        found.old_link, found.link = (leader.give_links(FK)[0].link.rpartition("/")[2] for _ in range(2))


def a_world(settings: Settings, clock: Clock) -> World:
    """Found a house on the database that the settings name, and furnish it."""
    base = founding()
    groups = tuple(Group(home, "samverkan", "Samverkansgruppen", (home,)) for home in HOMES)
    recipients = (*base.recipients, *(Recipient(h, recipient_of(h), "Egna", email="egna@example.org") for h in HOMES))
    made = replace(base, persons=tuple(_people()), groups=groups, recipients=recipients)
    house = make_house(settings, made, clock)
    for home in HOMES:
        pattern = Pattern(home, "P1", "Två bedömer olika", "Vem stämmer av?")
        house.store.write(_putting(house, pattern))
    app = make_app(house)
    app.testing = True
    for key in [key for key in app.extensions if key.endswith("_rates")]:
        what = {"lexheller.sign_in_rates": "sign_in", "lexheller.partner_rates": "partner",
                "lexheller.code_rates": "code", "lexheller.met_rates": "met"}[key]  # fmt: skip
        app.extensions[key] = Rates({what: OFTEN})
    return World(house, app, clock).furnish()


def _putting(house: House, pattern: Pattern) -> Callable[[Any], None]:
    return lambda uow: tags.put(uow.people, house.office.keys, pattern)


# --- what each address can find ---------------------------------------------------------------------------

MISSING = "finns-inte"


def _case(mine: Things, others: Things, holder: Holder) -> Tries:
    foreign: tuple[Mapping[str, str], ...] = ({"number": others.case}, {"number": others.unseen})
    if holder.role in {Role.GROUP_MEMBER, Role.PARTNER} or holder.who is Who.PARTNER:
        foreign = (*foreign, {"number": mine.unseen})
    missing = ({"number": f"{mine.home}-2026-9999"}, {"number": "XYZ-2026-0001"}, {"number": MISSING})
    return Tries({"number": mine.case}, foreign, missing)


def _step(mine: Things, others: Things, holder: Holder) -> Tries:
    found = _case(mine, others, holder)
    step = {"step": "note_talk"}
    return Tries(
        {**found.own, **step},
        tuple({**each, **step} for each in found.foreign),
        (*({**each, **step} for each in found.missing), {**found.own, "step": MISSING}),
    )


def _pattern(mine: Things, others: Things, holder: Holder) -> Tries:  # noqa: ARG001  # as the others
    missing = ({"host": mine.home, "name": "P9"}, {"host": "XYZ", "name": "P1"})
    return Tries({"host": mine.home, "name": "P1"}, ({"host": others.home, "name": "P1"},), missing)


def _one_thing(mine: Things, others: Things, holder: Holder) -> Tries:  # noqa: ARG001  # as the others
    missing = (
        {"kind": "personer", "key": MISSING},
        {"kind": MISSING, "key": mine.person},
        {"kind": MISSING, "key": FK},
    )
    return Tries({"kind": "personer", "key": mine.person}, ({"kind": "personer", "key": others.person},), missing)


def _words(name: str, own: str, foreign: str) -> Callable[[Things, Things, Holder], Tries]:
    def found(mine: Things, others: Things, holder: Holder) -> Tries:  # noqa: ARG001  # as the others
        word = getattr(mine, own)
        almost = ("B" if word[0] == "A" else "A") + word[1:]  # not the last sign: some of its bits stand for nothing
        missing = ({name: MISSING}, {name: almost})
        return Tries({name: word}, ({name: getattr(mine, foreign)},), missing)

    return found


def _public(why: str, own: Mapping[str, str]) -> Callable[[Things, Things, Holder], Tries]:
    return lambda *_: Tries(own, (), (dict.fromkeys(own, MISSING),), why)


def _person(mine: Things, others: Things, holder: Holder) -> Tries:  # noqa: ARG001  # as the others
    return Tries({"key": mine.person}, ({"key": others.person},), ({"key": MISSING},))


def _theme(mine: Things, others: Things, holder: Holder) -> Tries:  # noqa: ARG001  # as the others
    return Tries({"code": mine.theme}, ({"code": others.theme},), ({"code": MISSING}, {"code": "sip"}))


FINDS: Mapping[tuple[str, frozenset[str]], Callable[[Things, Things, Holder], Tries]] = {
    ("case", frozenset({"number"})): _case,
    ("case", frozenset({"number", "step"})): _step,
    ("pattern", frozenset({"host", "name"})): _pattern,
    ("place", frozenset({"kind"})): _public("the lists have the same names everywhere", {"kind": "personer"}),
    ("place", frozenset({"kind", "key"})): _one_thing,
    ("place", frozenset({"key"})): _person,
    ("theme", frozenset({"code"})): _theme,
    ("story", frozenset({"name"})): _words("name", "story", "unripe"),
    ("invitation", frozenset({"word"})): _words("word", "invitation", "old_invitation"),
    ("link", frozenset({"word"})): _words("word", "link", "old_link"),
    ("federation", frozenset({"federation"})): _public("every federation has its own form", {"federation": "GBG"}),
    ("question", frozenset({"what"})): _public("what is asked once more is the same for all", {"what": "dolj"}),
    ("file", frozenset({"filename"})): _public("style and script are for all", {"filename": "lexheller.css"}),
    ("", frozenset({"form"})): lambda *_: Tries({"form": "csv"}, (), (), "the map knows the forms"),
}
"""By what a route declares to find and the names in its address; a route of a new kind needs a row here."""


def routes(app: Flask) -> list[tuple[Rule, str]]:
    """List every route with each method that somebody may use."""
    rules = sorted(app.url_map.iter_rules(), key=lambda rule: (rule.rule, rule.endpoint))
    return [(rule, method) for rule in rules for method in ("GET", "POST") if method in (rule.methods or ())]


def tries_of(world: World, rule: Rule, holder: Holder) -> Tries:
    """Give what to put into an address.

    Raises:
        KeyError: there is no row for a route of this kind.
    """
    mine = world.things[holder.home or HOMES[0]]
    others = world.things[next(home for home in HOMES if home != mine.home)]
    finds = declared(world.app)[rule.endpoint].finds
    if not rule.arguments and not finds:
        return Tries({}, (), (), "looks nothing up")
    return FINDS[finds, frozenset(rule.arguments)](mine, others, holder)
