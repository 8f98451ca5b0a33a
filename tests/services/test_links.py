"""What does a partner's link open, for how long, and with which code?"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from lexheller.errors import NotFound, NotPossible
from lexheller.model.partner_link import PartnerLink
from lexheller.model.session import SessionKind
from lexheller.services import casework, links, reading, sessions
from lexheller.services.links import Made
from lexheller.services.office import local_day
from lexheller.services.ports import UnitOfWork
from lexheller.storage.memory import MemoryStore
from tests.house import Works, works_in

FK = "fk-beredning"


@pytest.fixture
def works(tmp_path: Path) -> Works:
    """The furnished house; FK and AF have registered addresses, the others none."""
    made = works_in(MemoryStore(), tmp_path)

    def work(uow: UnitOfWork) -> None:
        for recipient in uow.people.recipients("GBG"):
            if recipient.organisation in {"fk", "af"}:
                uow.people.put_recipient(replace(recipient, email=f"brev@{recipient.organisation}.example.org"))

    made.store.write(work)
    return made


def given(works: Works, recipient: str = FK, *, case: str = "") -> Made:
    """Make a link, as Elsa does."""

    def work(uow: UnitOfWork) -> Made:
        found = next(r for r in uow.people.recipients("GBG") if r.id == recipient)
        return links.make(uow, works.office, found, by="elsa", case=case)

    return works.store.write(work)


def opened(works: Works, word: str) -> PartnerLink | None:
    """Open a link."""
    return works.store.read(lambda uow: links.opened(uow, works.office, word))


def code_for(works: Works, word: str) -> str | None:
    """Ask for a code."""

    def work(uow: UnitOfWork) -> str | None:
        link = links.opened(uow, works.office, word)
        assert link is not None
        return links.code_for(uow, works.office, link)

    return works.store.write(work)


def let_in(works: Works, word: str, typed: str) -> PartnerLink | None:
    """Type a code."""
    return works.store.write(lambda uow: links.let_in(uow, works.office, word, typed))


def another(code: str) -> str:
    """Give a code that is not this one."""
    return f"{(int(code) + 1) % 10**6:06d}"


def consulted(works: Works, *to: str) -> str:
    """Send a case to recipients."""
    case = works.attested()
    works.does("elsa", case, "set_level", level="individual", reason="Det gäller en rutin.")
    works.does("elsa", case, "consult", to=list(to), purpose="reply", reason="De delar frågan.")
    return case.number


def test_a_link_opens_until_its_day_and_only_as_it_was_made(works: Works) -> None:
    made = given(works)
    assert opened(works, made.word) == made.link
    flipped = ("B" if made.word[0] == "A" else "A") + made.word[1:]
    for wrong in ("", "x", "å", flipped, made.word[:-4], made.word + "AAAA"):
        assert opened(works, wrong) is None, wrong
    works.clock.forward(days=59, hours=23)
    assert opened(works, made.word) is not None
    works.clock.forward(hours=1)
    assert opened(works, made.word) is None


def test_neither_word_nor_code_is_kept(works: Works) -> None:
    made = given(works)
    code = code_for(works, made.word)
    kept = repr(works.store.read(lambda uow: uow.partner_links.of("GBG")))
    assert made.word not in kept
    assert code is not None
    assert code not in kept
    assert made.word not in repr(made)


def test_the_code_lets_in_once(works: Works) -> None:
    made = given(works)
    code = code_for(works, made.word)
    assert code is not None
    assert len(code) == 6
    came_in = let_in(works, made.word, f" {code[:3]} {code[3:]} ")
    assert came_in is not None
    assert came_in.read == works.clock.now
    assert let_in(works, made.word, code) is None


def test_before_a_code_was_asked_for_none_is_right(works: Works) -> None:
    made = given(works)
    for typed in ("", "000000", "123456"):
        assert let_in(works, made.word, typed) is None


def test_a_code_lasts_a_quarter_of_an_hour(works: Works) -> None:
    made = given(works)
    code = code_for(works, made.word)
    works.clock.forward(minutes=15)
    assert let_in(works, made.word, str(code)) is None


def test_after_five_wrong_tries_the_right_code_is_wrong_too_and_a_new_one_is_not(works: Works) -> None:
    made = given(works)
    code = str(code_for(works, made.word))
    for _ in range(5):
        assert let_in(works, made.word, another(code)) is None
    assert let_in(works, made.word, code) is None
    code = str(code_for(works, made.word))
    for _ in range(4):
        assert let_in(works, made.word, another(code)) is None
    assert let_in(works, made.word, code) is not None


def test_a_new_code_ends_the_one_before(works: Works) -> None:
    made = given(works)
    first, second = str(code_for(works, made.word)), str(code_for(works, made.word))
    if first != second:
        assert let_in(works, made.word, first) is None
    assert let_in(works, made.word, second) is not None


def test_ten_codes_a_day_and_no_more(works: Works) -> None:
    made = given(works)
    assert all(code_for(works, made.word) for _ in range(10))
    assert code_for(works, made.word) is None
    works.clock.forward(days=1)
    assert code_for(works, made.word)


def test_a_code_of_one_link_opens_no_other(works: Works) -> None:
    one, other = given(works), given(works, "af-beredning")
    code = str(code_for(works, one.word))
    code_for(works, other.word)
    assert let_in(works, other.word, code) is None or code == another(another(code))


def test_who_has_no_address_gets_no_link(works: Works) -> None:
    with pytest.raises(NotPossible) as refused:
        given(works, "styrgrupp")
    assert refused.value.data["why"] == "no_address"


def test_a_new_link_ends_the_old_one_and_its_sessions(works: Works) -> None:
    made = given(works)
    word = works.store.write(lambda uow: sessions.begin(uow, works.office, SessionKind.PARTNER, "GBG", made.link.id))
    again = given(works)
    assert opened(works, made.word) is None
    assert opened(works, again.word) is not None
    assert works.store.read(lambda uow: sessions.find(uow, works.office, word)) is None
    old = works.store.read(lambda uow: uow.partner_links.get("GBG", made.link.id))
    assert old is not None
    assert old.why == "renewed"


def test_a_colleague_gets_a_link_of_their_own_in_the_same_organisation(works: Works) -> None:
    made = given(works)
    passed = works.store.write(lambda uow: links.pass_on(uow, works.office, made.link, "annan@FK.example.org"))
    assert (passed.to, passed.link.passed_from, passed.link.until) == (
        "annan@FK.example.org",
        made.link.id,
        made.link.until,
    )
    assert opened(works, made.word) is not None
    assert opened(works, passed.word) is not None
    for wrong in ("annan@af.example.org", "annan", "", "x@fk.example.org.example.com"):
        with pytest.raises(NotPossible):
            works.store.write(lambda uow, wrong=wrong: links.pass_on(uow, works.office, made.link, wrong))  # type: ignore[misc]  # bound on purpose


def test_a_link_that_has_ended_is_passed_on_to_nobody(works: Works) -> None:
    made = given(works)
    works.store.write(lambda uow: links.end(uow, works.office, made.link, "withdrawn"))
    ended = works.store.read(lambda uow: uow.partner_links.get("GBG", made.link.id))
    assert ended is not None
    with pytest.raises(NotFound):
        works.store.write(lambda uow: links.pass_on(uow, works.office, ended, "annan@fk.example.org"))


def test_a_blocked_cases_links_stop_and_unblocking_gives_new_ones(works: Works) -> None:
    number = consulted(works, FK, "af-beredning")
    made = given(works, case=number)
    passed = works.store.write(lambda uow: links.pass_on(uow, works.office, made.link, "annan@fk.example.org"))
    apart = given(works, "af-beredning")
    works.does("elsa", number, "block", where="shared_text")
    assert opened(works, made.word) is None
    assert opened(works, passed.word) is None
    assert opened(works, apart.word) is not None
    works.does("elsa", number, "attest", area_harmless=False)
    (new,) = cast("tuple[Any, ...]", works.takes("elsa", number, "unblock", done="false_alarm").gave["links"])
    assert new.to == "brev@fk.example.org"
    assert opened(works, new.word) is not None


def test_whoever_comes_in_sees_what_was_sent_to_them(works: Works) -> None:
    mine, others = consulted(works, FK), consulted(works, "af-beredning")
    looks = links.viewer(given(works).link)
    seen = works.store.read(lambda uow: reading.view(uow, works.office, looks, mine))
    assert seen.shared
    assert not seen.received
    with pytest.raises(NotFound):
        works.store.read(lambda uow: casework.find(uow, looks, others))


def test_a_link_opens_for_as_long_as_its_answer_may_come(works: Works) -> None:
    number, made = consulted(works, FK), given(works)
    passed = works.store.write(lambda uow: links.pass_on(uow, works.office, made.link, "annan@fk.example.org"))
    other = given(works, "af-beredning")
    late = works.office.today() + timedelta(days=100)
    works.does("elsa", number, "more_time", until=late.isoformat())
    for each in (made, passed):
        link = opened(works, each.word)
        assert link is not None
        assert local_day(link.until) == late
    untouched = opened(works, other.word)
    assert untouched is not None
    assert untouched.until == other.link.until
    again = given(works, case=number)
    assert local_day(again.link.until) == late
    assert local_day(given(works).link.until) == works.office.today() + links.LASTS
