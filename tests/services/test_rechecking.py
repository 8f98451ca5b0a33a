"""Are stored texts held against new rules, once, and is what somebody has answered for left alone?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from lexheller import anonymity
from lexheller.model.case import Case
from lexheller.model.visibility import Sight, sight
from lexheller.services import submissions
from lexheller.services.rechecking import Rechecked, recheck
from lexheller.services.verifying import verify
from lexheller.storage import SqlStore, open_store
from lexheller.storage.inspection import inspected
from lexheller.storage.waiting import unchecked
from tests.factories import a_form
from tests.house import Works, viewer_of, works_in

NUMBER = "19900602-2397"
HIDDEN = f"Beslutet {NUMBER} låg kvar hos två myndigheter."
PLAIN = "Två myndigheter väntade på varandra i ett halvår."


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Works]:
    """People at work on SQLite: what is to be looked through is asked of the database."""
    store = open_store(f"sqlite:///{tmp_path / 'lexheller.db'}", create=True)
    yield works_in(store, tmp_path)
    store.close()


def received(works: Works, text: str) -> Case:
    """Give a case whose texts are said to have passed the gate."""
    read = submissions.read_form(a_form(what_happened=text, title="Beslutet låg kvar"))
    about = submissions.Submitting("GBG", known=dict.fromkeys(read.texts.values(), ()))
    return works.store.write(lambda uow: submissions.submit(uow, works.office, read, about)).case


def older(works: Works, monkeypatch: pytest.MonkeyPatch, text: str = HIDDEN) -> Case:
    """Give a case from when an older version of the rules did not see the number."""
    with monkeypatch.context() as patched:
        patched.setattr(anonymity, "VERSION", "0.9")
        return received(works, text)


def looked(works: Works) -> Rechecked:
    return recheck(works.store, works.office, unchecked)


def last(works: Works, case: Case) -> dict[str, object]:
    event = works.store.read(lambda uow: uow.cases.events(case.federation, case.id))[-1]
    return {"step": event.step, "actor": event.actor, "role": event.role.value, **event.fields}


def test_what_new_rules_find_blocks_the_case_and_names_the_place_never_the_words(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    case, other = older(works, monkeypatch), older(works, monkeypatch, PLAIN)
    assert looked(works) == Rechecked(anonymity.VERSION, 2, (case.number,))
    assert (works.reads(case).blocked, works.reads(other).blocked) == (True, False)
    said = last(works, case)
    assert (said["step"], said["actor"], said["role"]) == ("block", "system", "system")
    assert (said["where"], said["gate"]) == (["what_happened"], anonymity.VERSION)
    assert NUMBER not in repr(said)
    assert sight(viewer_of("birgitta"), works.reads(case)) is Sight.NOTHING
    assert isinstance(works.store, SqlStore)
    told = works.store.in_transaction(
        lambda c: c.exec_driver_sql("SELECT case_id, recipient FROM outbox WHERE topic = 'blocked'").all()
    )
    assert told == [(case.id, "leader")]
    assert not inspected(works.store, verify).faults


def test_each_case_is_looked_through_once_for_each_version_of_the_rules(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(works, monkeypatch, PLAIN)
    assert looked(works).cases == 1
    assert looked(works).cases == 0
    monkeypatch.setattr(anonymity, "VERSION", "99.0")
    assert looked(works).cases == 1


def test_it_goes_on_where_it_was_interrupted(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    cases = [older(works, monkeypatch) for _ in range(3)]

    def stops(done: int, _whole: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recheck(works.store, works.office, unchecked, stops)
    assert sum(works.reads(case).blocked for case in cases) == 1
    again = looked(works)
    assert (again.cases, len(again.blocked)) == (2, 2)


def test_what_came_in_under_these_rules_is_not_found_again(works: Works) -> None:
    works.submits(what_happened="Enligt Fatima Haddad ringde ingen tillbaka.", vouched=True)
    assert looked(works).blocked == ()


def test_only_what_older_rules_let_in_is_read_again(works: Works) -> None:
    received(works, HIDDEN)
    assert looked(works).blocked == ()


def test_what_a_writer_vouched_for_is_left_alone_and_what_is_more_is_not(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Enligt Fatima Haddad ringde ingen tillbaka."
    with monkeypatch.context() as patched:
        patched.setattr(anonymity, "VERSION", "0.9")
        case = works.submits(what_happened=text, vouched=True)
        case = works.does("elsa", case, "open_dialogue")
        case = works.does("elsa", case, "retell", as_received=True)
        noted = works.submits(what_happened=text, vouched=True)
    assert looked(works).blocked == ()
    stored = works.store.read(lambda uow: uow.cases.text(noted.federation, noted.id, 1, "what_happened"))
    assert stored is not None
    more = type(stored)(1, "what_happened", stored.salt, f"{text} Även Anna Lindgren väntade.")
    works.store.write(lambda uow: uow.cases.replace_text(noted.federation, noted.id, more))
    monkeypatch.setattr(anonymity, "VERSION", "99.0")
    assert looked(works).blocked == (noted.number,)


def test_what_was_let_stand_by_as_many_as_it_takes_is_left_alone(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    confirmed, waiting = older(works, monkeypatch), older(works, monkeypatch)
    for case in (confirmed, waiting):
        works.does("elsa", case, "open_dialogue")
        works.does("elsa", case, "retell", as_received=True)
        works.does("elsa", case, "attest", area_harmless=False, overrides="1 | wrong_hit")
    works.does("olle", confirmed, "confirm_override")
    assert looked(works).blocked == (waiting.number,)


def test_a_false_alarm_does_not_ring_twice(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    case = older(works, monkeypatch)
    assert looked(works).blocked == (case.number,)
    works.does("elsa", case, "unblock", done="false_alarm")
    for version in (anonymity.VERSION, "99.0"):
        monkeypatch.setattr(anonymity, "VERSION", version)
        assert looked(works).blocked == ()


def test_closed_cases_are_looked_through_only_while_others_may_see_them(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    hidden, seen = older(works, monkeypatch), older(works, monkeypatch)
    works.does("elsa", seen, "open_dialogue")
    works.does("elsa", seen, "retell", shared_text=PLAIN)
    works.does("elsa", seen, "attest", area_harmless=False)
    for case in (hidden, seen):
        works.does("elsa", case, "solve", solution="Rutinen ändrades.", feedback="Tack, nu är det ändrat.")
    assert looked(works).blocked == (seen.number,)


def test_texts_of_every_kind_are_blocked_by_a_place_that_people_know(
    works: Works, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = works.does("elsa", works.submits(), "open_dialogue")
    for step, field, more in (
        ("wait", "question", {"until": "2026-03-20"}),
        ("note_talk", "note", {"talk": "phone", "talked_on": "2026-03-02", "outcome": "goes_on"}),
    ):
        with monkeypatch.context() as patched:
            patched.setattr(anonymity, "VERSION", "0.9")
            case = works.does("elsa", case, step, **{field: PLAIN}, **more)
        text = works.store.read(lambda uow, case=case, field=field: uow.cases.text("GBG", case.id, case.version, field))  # type: ignore[misc]  # bound on purpose
        assert text is not None
        new = type(text)(text.version, text.field, text.salt, HIDDEN)
        works.store.write(lambda uow, case=case, new=new: uow.cases.replace_text("GBG", case.id, new))  # type: ignore[misc]  # bound on purpose
    assert looked(works).blocked == (case.number,)
    assert last(works, case)["where"] == ["message", "note"]
