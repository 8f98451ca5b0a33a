"""How does a year go by? Acts in order of time, each through the desk of whoever does it, with a clock that moves on.

Nothing is written straight into tables: what the demo's people may not do, it cannot do either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from lexheller.anonymity import Finding, check, rewrite
from lexheller.app import House
from lexheller.demo import people
from lexheller.demo.samples import TEXT_FIELDS, samples
from lexheller.demo.stories import ANSWERS, CAUSES, PARTNERS, SECOND, SUBMITTER, YEAR, Act, Told, story
from lexheller.desk import Desk, viewer_of
from lexheller.errors import GateStopped
from lexheller.model.case import Case
from lexheller.model.codes import ReferralState
from lexheller.model.people import Person
from lexheller.services.office import STOCKHOLM

_DAYS_OFF = {5: 2, 6: 1}


@dataclass
class Clock:
    """A clock that the demo moves; it never goes past the real one."""

    now: datetime

    def __call__(self) -> datetime:
        """Give the demo's time."""
        return self.now


@dataclass(frozen=True, slots=True)
class Stopped:
    """A report that met the gate: what it found, and the number it got.

    Args:
        vouched: the writer held that nobody can be recognised, and sent the text as it was.
    """

    sample: str
    title: str
    findings: tuple[tuple[str, str, Finding], ...]
    number: str
    vouched: bool = False


@dataclass
class Lived:
    """What came of the year: numbers by sample, codes by number, and what the gate met."""

    numbers: dict[str, str] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    stopped: list[Stopped] = field(default_factory=list)
    steps: int = 0


Progress = Callable[[int, int, date], None]


@dataclass(frozen=True, slots=True, order=True)
class _Planned:
    at: datetime
    place: int
    order: int
    told: Told = field(compare=False)
    act: Act | None = field(compare=False)


class Year:
    """Let the year go by in an empty house.

    Args:
        house: an empty installation whose office reads `clock`.
        today: the day the year ends on.
    """

    def __init__(self, house: House, clock: Clock, today: datetime) -> None:
        self.house, self.clock, self.today = house, clock, today
        self.samples = {sample.id: sample for sample in samples()}
        self.lived = Lived()
        self._desks: dict[str, Desk] = {}
        self.staff = {person.id: person for person in house.store.read(lambda uow: uow.people.persons())}

    def live(self, progress: Progress = lambda _done, _all, _day: None) -> Lived:
        """Take every act up to today, in order; tell progress as acts done, acts in all, and the day."""
        planned = sorted(self._planned())
        for done, plan in enumerate(planned, 1):
            self.clock.now = plan.at
            if plan.act is None:
                self._comes_in(plan.told)
            else:
                self._happens(plan.told, plan.act)
            progress(done, len(planned), plan.at.date())
        self.clock.now = self.today
        return self.lived

    def desk(self, person: str) -> Desk:
        """Give the desk of one of the demo's people."""
        if person not in self._desks:
            found: Person = self.staff[person]
            viewer = self.house.store.read(lambda uow: viewer_of(uow, self.house.office, found))
            self._desks[person] = Desk(self.house, viewer)
        return self._desks[person]

    # --- what is planned ----------------------------------------------------------------------------

    def _planned(self) -> Iterator[_Planned]:
        for place, told in enumerate(YEAR):
            start = self.today.date() - timedelta(days=told.days_ago)
            yield _Planned(_at_work(start, place, 0), place, 0, told, None)
            acts = story(told.story, self.samples[told.sample], place)
            before = start
            for order, act in enumerate(acts, 1):
                # No act comes before the one told before it, whatever weekends do to its day.
                day = before = max(before, _workday(start + timedelta(days=act.day)))
                at = _at_work(day, place, order)
                if at <= self.today:
                    yield _Planned(at, place, order, told, act)

    # --- what happens -------------------------------------------------------------------------------

    def _comes_in(self, told: Told) -> None:
        sample = self.samples[told.sample]
        form = {**sample.form, "contact": "code" if hash_of(sample.id) % 3 == 0 else "Ring mig på 070-174 06 50"}
        form["nar"] = f"{self.clock.now:%Y-%m}"
        desk = Desk(self.house, None)
        try:
            sent = desk.submit(form, federation=told.federation, informed=sample.informed)
        except GateStopped as stop:
            found = tuple((key, text_of(stop, key), f) for key, f in _findings(stop))
            vouched = told.story == "caught"  # by a writer who held that nobody could be recognised
            changed = {} if vouched else {key: rewritten(form[key]) for key in TEXT_FIELDS if key in form}
            sent = desk.submit({**form, **changed}, federation=told.federation, informed=sample.informed, vouched=True)
            self.lived.stopped.append(Stopped(sample.id, sample.form["rubrik"], found, sent.number, vouched))
        self.lived.numbers[sample.id] = sent.number
        self.lived.codes[sent.number] = sent.claim_code or ""

    def _happens(self, told: Told, act: Act) -> None:
        number = self.lived.numbers[told.sample]
        given = self._dated(act.given)
        self.lived.steps += 1
        if act.who == SUBMITTER:
            self._submitter(number, act.step, given)
        elif act.who == PARTNERS:
            self._partners(told, number, act.step, given)
        else:
            desk = self.desk(self._who(told.federation, act.who))
            if "confirmed" in given:  # the words that stand there, as whoever reads them is shown
                given["confirmed"] = str(desk.case(number).case.public_version)
            desk.do(number, act.step, given)
        if told.story == "same_event" and act.step == "give_feedback":
            self._same_event(number)

    def _who(self, federation: str, who: str) -> str:
        if who == "manager":
            return people.MANAGERS_OF[federation]
        if who == "colleague":
            return next(leader for home, leader in people.LEADERS.items() if home != federation)
        return people.SECOND_LEADERS[federation] if who == SECOND else people.LEADERS[federation]

    def _submitter(self, number: str, step: str, given: dict[str, Any]) -> None:
        desk, code = Desk(self.house, None), self.lived.codes[number]
        if step == "follow":
            desk.follow(code)
        else:
            desk.do_with_code(code, step, given)

    def _partners(self, told: Told, number: str, step: str, given: dict[str, Any]) -> None:
        leader = self.desk(people.LEADERS[told.federation])
        case: Case = leader.case(number).case
        for referral in case.referrals:
            if referral.state is not ReferralState.OPEN or referral.due is None:
                continue
            which = referral.id + len(number) + sum(map(ord, number))
            words = given or {"answer": ANSWERS[which % len(ANSWERS)], "cause": CAUSES[which % len(CAUSES)]}
            person = people.representative(told.federation, referral.recipient.split("/")[1])
            desk = self.desk(person) if person else leader
            desk.do(number, step, {**words, "referral": str(referral.id)} | ({} if person else {"at_meeting": True}))
            if step in {"ask", "more_time"}:
                break

    def _same_event(self, number: str) -> None:
        """Let the process leader of the group see that another federation was told of the same meeting."""
        self.desk(people.LEADERS["ALV"]).do(number, "show_group", {"group": "natverket"})
        other = self.lived.numbers["S33"]
        self.desk(people.LEADERS["INS"]).do(other, "show_group", {"group": "natverket"})
        self.desk(people.LEADERS["ALV"]).do(number, "same_event", {"other": other, "reason": "Samma möte, två håll."})

    def _dated(self, given: Any) -> Any:  # noqa: ANN401  # whatever a story writes
        """Put days in the place of "today" and "day+N", which stories write as they know no dates."""
        if isinstance(given, dict):
            return {key: self._dated(value) for key, value in given.items()}
        if isinstance(given, list):
            return [self._dated(value) for value in given]
        today = self.clock.now.astimezone(STOCKHOLM).date()
        if given == "today":
            return today.isoformat()
        if isinstance(given, str) and given.startswith("day+"):
            return (today + timedelta(days=int(given.removeprefix("day+")))).isoformat()
        return given


def _workday(day: date) -> date:
    return day + timedelta(days=_DAYS_OFF.get(day.weekday(), 0))


def _at_work(day: date, place: int, order: int) -> datetime:
    """Give an hour of a working day, no two acts of a case at the same minute."""
    minutes = 8 * 60 + (place * 37) % 300 + order * 3
    return datetime.combine(_workday(day), time(minutes // 60 % 24, minutes % 60), STOCKHOLM).astimezone(UTC)


def hash_of(name: str) -> int:
    """Give a small number for a name, the same every time."""
    return sum(map(ord, name))


def rewritten(text: str) -> str:
    """Do what a submitter does whom the gate has stopped: take the wording it proposes, until it stops no more."""
    for _ in range(3):
        if not check(text):
            break
        text = rewrite(text)
    return text


def _findings(stop: GateStopped) -> tuple[tuple[str, Finding], ...]:
    found = stop.data["findings"]
    return found if isinstance(found, tuple) else ()


def text_of(stop: GateStopped, key: str) -> str:
    """Give the text that a finding is in; it is held by the refusal alone and stored nowhere."""
    texts = stop.data["texts"]
    return str(texts[key]) if isinstance(texts, dict) else ""
