"""Who finds which case, by every way of asking that the desk has? What is not yours is not there, in the same words."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from lexheller.desk import Desk, viewer_for
from lexheller.errors import LexHellerError, NotFound, NotPossible, UnknownName
from lexheller.model.visibility import Sight
from tests.factories import a_form
from tests.whole.houses import Home, make_home

ALL, HEAD, SHARED, NONE = Sight.ALL, Sight.HEAD, Sight.SHARED, Sight.NOTHING

CASES: Final = (
    "new", "in_group", "edited", "blocked", "withdrawn", "at_fk", "taken_back", "closed", "neighbours", "their_share",
    "far",
)  # fmt: skip
"""What each case is; `neighbours` and `their_share` belong to INS, `far` to ALV, the rest to GBG."""

WHO_SEES: Final = {
    #            new   group   edited  blocked withdr. at_fk   taken   closed  INS    INS's   ALV
    "elsa":     (ALL,  ALL,    ALL,    ALL,    ALL,    ALL,    ALL,    ALL,    NONE,  SHARED, NONE),
    "olle":     (ALL,  ALL,    ALL,    ALL,    ALL,    ALL,    ALL,    ALL,    NONE,  NONE,   NONE),
    "rut":      (ALL,  ALL,    ALL,    ALL,    ALL,    ALL,    ALL,    ALL,    NONE,  NONE,   NONE),
    "birgitta": (HEAD, HEAD,   HEAD,   NONE,   HEAD,   HEAD,   HEAD,   HEAD,   NONE,  NONE,   NONE),
    "adam":     (NONE, NONE,   NONE,   NONE,   NONE,   NONE,   NONE,   NONE,   NONE,  NONE,   NONE),
    "fia":      (NONE, NONE,   NONE,   NONE,   NONE,   SHARED, NONE,   NONE,   NONE,  NONE,   NONE),
    "ines":     (NONE, SHARED, NONE,   NONE,   NONE,   NONE,   NONE,   NONE,   ALL,   ALL,    NONE),
    "ivar":     (NONE, NONE,   NONE,   NONE,   NONE,   NONE,   NONE,   NONE,   HEAD,  HEAD,   NONE),
    "alva":     (NONE, NONE,   NONE,   NONE,   NONE,   NONE,   NONE,   NONE,   NONE,  NONE,   ALL),
}  # fmt: skip
"""Written by hand after the description of who reads what, not worked out by the program."""

BY_NUMBER: Final[dict[str, Callable[[Desk, str], Any]]] = {
    "case": lambda desk, number: desk.case(number),
    "alike": lambda desk, number: desk.alike(number, area_shown=True),
    "can": lambda desk, number: desk.can(number),
    "struck": lambda desk, number: desk.struck(number, "samordningsnamn"),
    "similar": lambda desk, number: desk.similar(number),
    "beside": lambda desk, number: desk.beside(number),
    "explain": lambda desk, number: desk.explain(number),
    "do": lambda desk, number: desk.do(number, "open_dialogue", {}),
    "offer": lambda desk, number: desk.offer(number),
    "accept": lambda desk, number: desk.accept(number),
    "note_read": lambda desk, number: desk.note_read(number),
}
"""What is asked of one case by its number, and refused where it is not one's own."""
LISTS: Final[dict[str, Callable[[Desk, list[str]], set[str]]]] = {
    "cases": lambda desk, _: {row.number for row in desk.cases(void=True)},
    "rows": lambda desk, numbers: set(desk.rows(numbers)),
}
"""What lists cases: exactly those one sees."""
PARTS: Final[dict[str, Callable[[Desk, list[str]], set[str]]]] = {
    "search": lambda desk, _: {hit.number for hit in desk.search("samordningsnamn", limit=50)},
    "inbox": lambda desk, _: {row.number for row in (*desk.inbox().late, *desk.inbox().mine)},
    "waiting": lambda desk, _: {row.number for row in desk.waiting()},
    "measures": lambda desk, _: {row.number for row in desk.measures()},
    "histories": lambda desk, numbers: set(desk.histories(numbers)),
    "ties": lambda desk, numbers: set(desk.ties(numbers)),
    "reading_list": lambda desk, _: {
        row.number
        for group in ("", "GBG/natverk", "ALV/annat")
        for every in (False, True)
        for row in desk.reading_list(group, every=every)
    },
    "shown_list": lambda desk, _: {
        row.number for group in ("", "GBG/natverk", "ALV/annat") for row in desk.shown_list(group)
    },
}
"""What lists some of the cases that one sees, and no other."""
ELSEWHERE: Final = {
    "me", "close",
    "open_at",  # numbers of what waits at a recipient, for an administrator: tests/web/test_administration.py
    "held_back",  # numbers that a partner has had in letters; nobody else has any: a test of its own below
    "submit", "follow", "do_with_code",  # the submitter's: there are tests of codes
    "recognise", "follow_known", "do_known",  # the same with the code's keyed hash, for a session
    "do_for_pattern",  # a `do` for each of `cases`
    "report", "agreement", "try_routes",  # numbers, held to by tests of their own below
    "preview_sheet", "import_sheet", "undo_import",  # of a process leader's own federation
    "findings", "allowed_words", "proposed_words", "allow_word", "remove_word", "overrides",  # of no case by its number
    "routes", "check_routes", "explain_kinds", "name_pattern", "change",
    "people", "patterns",  # of no case; there is a test of them below
    "federations", "groups", "recipients", "put", "invite", "withdraw_invitation", "ways_in",  # of no case
    "organisations", "notice", "put_notice", "notices", "put_notices",  # neither
    "municipalities", "serving", "put_municipalities",  # of no case
    "themes", "put_theme", "role_names", "put_role_names",  # words, of no case
    "may_stand_in", "stand_in", "stands_in_for", "stand_ins_gone", "name_stand_in", "end_stand_in",  # of no case
    "links", "give_links", "end_links",  # a process leader's own federation's: tests of their own below
}  # fmt: skip


Step = tuple[str, Mapping[str, object]]


@dataclass(frozen=True)
class Furnished:
    home: Home
    numbers: dict[str, str]
    desks: dict[str, Desk]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Furnished]:
    """A house with a case of each kind, and everybody at their desks."""
    home = make_home(tmp_path_factory.mktemp("sight"), "")
    elsas = home.opened("elsa")
    house = elsas.house
    viewers = house.store.read(lambda uow: {who: viewer_for(uow, house.office, who, home.user) for who in WHO_SEES})
    desks = {who: Desk(house, viewer) for who, viewer in viewers.items()}
    yield Furnished(home, dict(_worked(desks)), desks)
    elsas.close()


def _worked(desks: dict[str, Desk]) -> Iterator[tuple[str, str]]:
    """Bring a case of each kind about, the way people do."""
    to_group = ("share", {"group": "natverk"})
    to_fk = (
        ("set_level", {"level": "individual", "reason": "Det gäller en rutin."}),
        ("consult", {"to": "fk-beredning", "purpose": "reply", "reason": "De delar frågan."}),
    )
    yield "new", _submitted(desks["elsa"], "GBG")
    in_group = _attested(desks["elsa"], "GBG", to_group)
    for who, level in (("elsa", "individual"), ("ines", "organisation")):
        desks[who].do(in_group, "second_opinion", {"level": level, "reason": "Så ser jag det."})
    desks["ines"].do(in_group, "tie_pattern", {"pattern": "P1", "reason": "Två parter bedömer olika."})
    yield "in_group", in_group
    yield (
        "edited",
        _attested(desks["elsa"], "GBG", to_group, ("retell", {"shared_text": "En annan text om samordningsnamn."})),
    )
    yield "blocked", _attested(desks["elsa"], "GBG", to_group, ("block", {"where": "shared_text"}))
    yield "withdrawn", _attested(desks["elsa"], "GBG", to_group, ("withdraw", {"reason": "Det ordnade sig."}))
    yield "at_fk", _attested(desks["elsa"], "GBG", *to_fk)
    taken_back = _attested(desks["elsa"], "GBG", *to_fk)
    desks["birgitta"].do(taken_back, "reconsider", {"reason": "Chefen vill ta upp det."})
    desks["elsa"].do(taken_back, "solve", {"solution": "Det ordnade sig under tiden."})
    yield "taken_back", taken_back
    yield "closed", _attested(desks["elsa"], "GBG", ("solve", {"solution": "Vi ringde.", "feedback": "Det är ordnat."}))
    yield "neighbours", _submitted(desks["ines"], "INS")
    yield "their_share", _attested(desks["ines"], "INS", to_group)
    yield "far", _submitted(desks["alva"], "ALV")


def _submitted(desk: Desk, federation: str) -> str:
    form = a_form(what_happened="Två register hade olika samordningsnamn och ingen rättade det.")
    return desk.submit(form, federation=federation).number


def _attested(desk: Desk, federation: str, *steps: Step) -> str:
    number = _submitted(desk, federation)
    shared = {"shared_text": "Två register hade olika samordningsnamn."}
    way: tuple[Step, ...] = (("open_dialogue", {}), ("retell", shared), ("attest", {"area_harmless": False}), *steps)
    for step, given in way:
        desk.do(number, step, given)
    return number


EVERYBODY = [pytest.param(who, id=who) for who in WHO_SEES]


def seen_by(who: str, furnished: Furnished) -> dict[str, Sight]:
    return dict(zip(furnished.numbers.values(), WHO_SEES[who], strict=True))


@pytest.mark.parametrize("who", EVERYBODY)
def test_lists_hold_what_one_sees_and_nothing_else(who: str, furnished: Furnished) -> None:
    sees = {number for number, seen in seen_by(who, furnished).items() if seen}
    numbers = [*furnished.numbers.values(), "GBG-2026-9999", "nonsense"]
    for name, ask in LISTS.items():
        assert ask(furnished.desks[who], numbers) == sees, name
    for name, ask in PARTS.items():
        assert ask(furnished.desks[who], numbers) <= sees, name


@pytest.mark.parametrize("who", EVERYBODY)
def test_words_find_what_one_may_read(who: str, furnished: Furnished) -> None:
    unread = {"new", "neighbours", "far", "edited"}  # not retold, or not attested as it stands
    retold = {number for kind, number in furnished.numbers.items() if kind not in unread}
    reads = {n for n, seen in seen_by(who, furnished).items() if seen is ALL or (seen and n in retold)}
    assert {hit.number for hit in furnished.desks[who].search("samordningsnamn", limit=50)} == reads


@pytest.mark.parametrize("who", EVERYBODY)
def test_filters_find_nothing_that_is_not_ones_own(who: str, furnished: Furnished) -> None:
    sees = {number for number, seen in seen_by(who, furnished).items() if seen}
    for filters in (
        {"federation": ["GBG"]}, {"federation": ["INS", "ALV"]}, {"state": ["submitted"]}, {"partner": ["fk"]},
        {"leader": "elsa"}, {"leader": ""}, {"open_only": True}, {"level": ["individual"]}, {"pattern": "P1"},
        {"after": furnished.numbers["far"]}, {"theme": ["certificates"]},
    ):  # fmt: skip
        assert {row.number for row in furnished.desks[who].cases(**filters)} <= sees, filters


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_case_shows_as_much_as_one_may_see(who: str, furnished: Furnished) -> None:
    for number, expected in seen_by(who, furnished).items():
        if not expected:
            continue
        shown = furnished.desks[who].case(number)
        assert shown.sight is expected
        assert bool(shown.received) == (expected is ALL)
        assert bool(shown.history) == (expected >= HEAD)
        assert (number in furnished.desks[who].histories([number])) == (expected >= HEAD)
        likes = {found.number for found in furnished.desks[who].similar(number, limit=50)}
        assert likes <= {other for other, seen in seen_by(who, furnished).items() if seen} - {number}


@pytest.mark.parametrize("who", EVERYBODY)
def test_what_is_not_ones_own_is_answered_like_what_is_not_there(who: str, furnished: Furnished) -> None:
    desk = furnished.desks[who]
    for name, ask in BY_NUMBER.items():
        missing = refusal(lambda ask=ask: ask(desk, "GBG-2026-9999"), "GBG-2026-9999")  # type: ignore[misc]  # bound on purpose
        assert missing[0] is NotFound
        for number, seen in seen_by(who, furnished).items():
            if not seen:
                assert refusal(lambda ask=ask, number=number: ask(desk, number), number) == missing, name  # type: ignore[misc]  # bound on purpose


def within_the_work(who: str, furnished: Furnished) -> set[str]:
    """Give the cases whose numbers somebody may count: the federation's own, and those shown to their group."""
    return {number for number, seen in seen_by(who, furnished).items() if seen >= HEAD or (seen and who != "fia")}


@pytest.mark.parametrize("who", EVERYBODY)
def test_a_report_counts_what_one_sees_the_work_on(who: str, furnished: Furnished) -> None:
    desk = furnished.desks[who]
    closed = furnished.numbers["closed"]
    this_month = f"{desk.house.office.today():%Y-%m}"
    report = desk.report(f"{this_month}/{this_month}")
    mine = within_the_work(who, furnished)
    assert (report.totals.received, report.open_now) == (len(mine), len(mine - {closed}))


@pytest.mark.parametrize("who", EVERYBODY)
def test_agreement_is_over_the_same_cases(who: str, furnished: Furnished) -> None:
    rated = furnished.numbers["in_group"] in within_the_work(who, furnished)
    assert furnished.desks[who].agreement().cases == int(rated)


@pytest.mark.parametrize("who", EVERYBODY)
def test_rules_are_tried_on_cases_of_which_one_sees_the_head(who: str, furnished: Furnished, tmp_path: Path) -> None:
    desk = furnished.desks[who]
    rules = tmp_path / "rules.toml"
    rules.write_text("", encoding="utf-8")
    tried = {case.number for case in desk.try_routes(rules)}
    own = {number for number, seen in seen_by(who, furnished).items() if seen >= HEAD}
    assert tried == {number for number in own if number.startswith(desk.me.federation)}


OTHERS: Final[dict[str, Callable[[Desk, str, str], Any]]] = {
    "merge": lambda desk, mine, other: desk.do(mine, "merge", {"others": other}),
    "same_event": lambda desk, mine, other: desk.do(mine, "same_event", {"other": other}),
    "double_of": lambda desk, mine, other: desk.do(mine, "set_aside", {"why_set_aside": "double", "double_of": other}),
    "cases": lambda desk, mine, other: desk.do(mine, "answer", {"referral": "1", "answer": "Ja.", "cases": other}),
    "after": lambda desk, _, other: [row.number for row in desk.cases(after=other)],
}
"""Steps and lists in which another case is named."""


@pytest.mark.parametrize("name", OTHERS)
def test_naming_another_case_tells_nothing_of_it(name: str, furnished: Furnished) -> None:
    desk = furnished.desks["olle"]
    mine = furnished.numbers["at_fk" if name == "cases" else "new"]
    missing = refusal(lambda: OTHERS[name](desk, mine, "INS-2026-9999"), "INS-2026-9999")
    before = furnished.desks["olle"].case(mine).case.version
    for kind in ("neighbours", "their_share", "far"):
        number = furnished.numbers[kind]
        assert refusal(lambda number=number: OTHERS[name](desk, mine, number), number) == missing  # type: ignore[misc]  # bound on purpose
    assert furnished.desks["olle"].case(mine).case.version == before


@pytest.mark.parametrize("who", EVERYBODY)
def test_patterns_are_read_by_the_staff_of_federations_that_work_together(who: str, furnished: Furnished) -> None:
    knows = () if who in {"fia", "alva"} else ("GBG/P1",)
    desk = furnished.desks[who]
    assert tuple(pattern.key for pattern in desk.patterns()) == knows
    assert ({person.id for person in desk.people()} == {who}) == (who in {"fia", "alva"})


def test_a_pattern_that_one_may_not_read_cannot_be_named(furnished: Furnished) -> None:
    mine = furnished.numbers["far"]
    for name in ("P1", "GBG/P1", "P99"):
        with pytest.raises(UnknownName) as told:
            furnished.desks["alva"].do(mine, "tie_pattern", {"pattern": name, "reason": "Samma fråga."})
        assert told.value.data["known"] == ()
    at_fk = furnished.desks["fia"].case(furnished.numbers["at_fk"])
    assert set(at_fk.names) == {r.key for r in furnished.desks["elsa"].recipients()}


def refusal(ask: Callable[[], Any], number: str) -> tuple[type | None, str]:
    """Give what somebody is told, apart from the number they asked for."""
    try:
        answer = ask()
    except LexHellerError as refused:
        return type(refused), repr(sorted(refused.data.items())).replace(number, "…")
    return None, repr(answer).replace(number, "…")


def test_every_way_of_asking_is_held_to_this() -> None:
    public = {name for name, _ in inspect.getmembers(Desk) if not name.startswith("_")}
    assert public - ELSEWHERE - BY_NUMBER.keys() - LISTS.keys() - PARTS.keys() == set()


def test_what_is_held_back_is_told_to_whoever_was_sent_it(furnished: Furnished) -> None:
    """Nothing of the furnished house is blocked while it lies with a partner; there it would be named to fia alone."""

    def told() -> dict[str, list[str]]:
        return {who: desk.held_back() for who, desk in furnished.desks.items() if desk.held_back()}

    assert told() == {}
    number = furnished.numbers["at_fk"]
    furnished.desks["elsa"].do(number, "block", {"where": "shared_text"})
    try:
        assert told() == {"fia": [number]}
    finally:
        furnished.desks["elsa"].do(number, "attest", {"area_harmless": False})
        furnished.desks["elsa"].do(number, "unblock", {"done": "false_alarm"})


@pytest.mark.parametrize("who", EVERYBODY)
def test_links_are_a_process_leaders_of_the_same_federation(who: str, furnished: Furnished) -> None:
    desk = furnished.desks[who]
    leads = who in {"elsa", "olle", "ines", "alva"}
    missing = refusal(lambda: desk.give_links("GBG-2026-9999"), "GBG-2026-9999")
    assert (missing[0] is NotFound) == leads
    for number, seen in seen_by(who, furnished).items():
        if seen is not ALL:
            assert refusal(lambda number=number: desk.give_links(number), number) == missing or seen  # type: ignore[misc]  # bound on purpose
    assert (refusal(desk.links, "")[0] is None) == leads
    assert refusal(lambda: desk.end_links("x"), "x")[0] is (NotFound if leads else NotPossible)
