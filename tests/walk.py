"""The guided walk: people take open steps in any order, and what must always hold is held against every case.

It draws among the steps that are open. Blind attempts hardly ever reach the end, and would pass with the rule removed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from lexheller.errors import BadValue, NeedsUnmet, NotPossible, Stale
from lexheller.model.case import Case
from lexheller.model.codes import Role
from lexheller.model.event import fold
from lexheller.processes.lex_heller import LEX_HELLER
from lexheller.services import casework
from lexheller.services.casework import AS_SUBMITTER
from lexheller.workflow import Opening
from tests.house import Works, viewer_of

WALKERS = ("elsa", "olle", "birgitta", "ines", "fia", "rut", "submitter")
GUARD = {"give_feedback", "waive_feedback"}
SHORT = {"redirect", "set_aside", "withdraw", "solve"}
READYING = {"retell", "attest", "set_level", "answer", "not_ours", "unblock", "wake"}
BESIDE = {"merge", "same_event", "split"}
"""Steps that ask for another case: the ways of a case have tests for them."""

TEXTS = st.sampled_from(["Vi väntar på besked.", "Det löste sig i samtalet.", "Två verksamheter går igenom rutinen."])


def given_for(field: str, case: Case, today: date, draw: Callable[[st.SearchStrategy[Any]], Any]) -> Any:
    """Draw something to hand in for a field."""
    fixed = {
        "group": "natverk", "pattern": "P1", "person": "olle", "to": "fk-beredning,vardcentral", "partners": "fk",
        "words": "besked", "themes": "certificates", "where": "shared_text",
        "measures": [{"what": "En rutin", "owner": "Chefen", "due": "2027-01-01"}], "others": case.number,
        "other": "INS",
        "area_harmless": draw(st.booleans()), "own_workplace_ok": True, "submitter_wishes": True,
        "confirmed": str(case.public_version), "harmless": True,
        "few_alike_ok": True,
        "as_received": False, "at_meeting": False, "cases": "", "double_of": "", "told": "phone",
        "due": today.isoformat(),
        "target_group": "elderly", "severity": "none", "overrides": (),
        "shared_text": draw(TEXTS), "told_on": today.isoformat(), "talked_on": today.isoformat(),
        "until": (today + timedelta(days=draw(st.integers(1, 40)))).isoformat(),
    }  # fmt: skip
    if field in fixed:
        return fixed[field]
    found = next(item for item in LEX_HELLER.fields if item.key == field)
    if found.choices:
        return draw(st.sampled_from(found.choices))
    if field == "referral":
        return draw(st.sampled_from([str(r.id) for r in case.referrals] or [""]))
    if field == "other":
        return draw(st.sampled_from(["INS", "ALV"]))
    if field == "measure":
        return draw(st.sampled_from([str(m.id) for m in case.measures] or ["1"]))
    return draw(TEXTS)


def walk_in(works: Works) -> type[RuleBasedStateMachine]:  # noqa: C901  # the machine's rules are methods in here
    """Make the state machine that walks in a house."""

    class Walk(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.case: Case

        @initialize()
        def comes_in(self) -> None:
            self.case = works.submits(contact="Ring 031-3900602")

        @rule(data=st.data())
        def somebody_takes_an_open_step(self, data: st.DataObject) -> None:
            ways = [(who, o) for who in WALKERS for o in self.open_to(who) if o.step.name not in BESIDE]
            # What leads on, and what makes it ready to, is drawn as often as all the rest: else no walk gets anywhere.
            moving = [way for way in ways if not way[1].step.is_action and way[1].step.name not in SHORT]
            done = {"retell", "attest"} if self.case.attested else {"retell"} if self.case.shared_version else set()
            readying = [way for way in ways if way[1].step.name in READYING - done]
            among = data.draw(st.sampled_from([pool for pool in (moving, readying, ways) if pool]))
            who, opening = data.draw(st.sampled_from(among))
            self.takes(who, opening, data)

        def takes(self, who: str, opening: Opening, data: st.DataObject) -> None:
            step = opening.step
            today = works.office.today()
            optional = [f for f in step.takes if data.draw(st.booleans())]
            needed = {need.field for need in step.needs if need.field}
            given = {f: given_for(f, self.case, today, data.draw) for f in step.fields if f in needed or f in optional}
            if step.name in {"consult", "refer"}:
                given["reason"] = "De delar frågan."
            if given.get("told"):
                given |= {"told_on": today.isoformat(), "told_what": "Nu är det klart."}
            try:
                if who == "submitter":
                    self.case = works.with_code(self.case, step.name, **given)
                else:
                    self.case = works.does(who, self.case, step.name, **given)
            except (BadValue, NeedsUnmet, NotPossible, Stale):
                # Something handed in did not fit, such as a referral already answered: refused whole, as it should be.
                assert works.reads(self.case) == self.case

        @rule(days=st.integers(1, 20))
        def time_passes(self, days: int) -> None:
            works.clock.forward(days=days)

        def open_to(self, who: str) -> list[Opening]:
            acts = AS_SUBMITTER if who == "submitter" else casework.as_viewer(viewer_of(who), self.case)
            found = works.store.read(lambda uow: casework.open_steps(uow, works.office, self.case, acts))
            return [opening for opening in found if opening.open]

        @invariant()
        def no_closed_case_lacks_feedback(self) -> None:
            if not hasattr(self, "case") or self.case.state != "closed":
                return
            events = works.store.read(lambda uow: uow.cases.events(self.case.federation, self.case.id))
            closing = [event for event in events if event.to == "closed" != event.source][-1]
            assert closing.step in GUARD, f"closed by {closing.step}"
            assert self.case.waived or "feedback" in closing.texts or "told_what" in closing.texts
            assert closing.role in {Role.PROCESS_LEADER, Role.FEDERATION_MANAGER}

        @invariant()
        def the_head_is_what_the_history_says(self) -> None:
            if hasattr(self, "case"):
                events = works.store.read(lambda uow: uow.cases.events(self.case.federation, self.case.id))
                assert [event.version for event in events] == list(range(1, self.case.version + 1))
                assert fold(events) == self.case == works.reads(self.case)

        @invariant()
        def nothing_unattested_is_shown(self) -> None:
            if hasattr(self, "case") and not self.case.attested:
                for person in ("ines", "fia"):
                    assert not casework.roles_in(viewer_of(person), self.case)

    return Walk
