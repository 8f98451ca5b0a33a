"""The walk on each store, and the proof that it turns red with the feedback rule removed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from lexheller import processes
from lexheller.processes import lex_heller
from lexheller.storage import open_store
from lexheller.storage.memory import MemoryStore
from tests.house import works_in
from tests.walk import walk_in

QUIET = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def counts(examples: int, steps: int) -> settings:
    # No shrinking: it takes minutes on a machine of this depth, and the failing walk is printed as it was.
    phases = (Phase.explicit, Phase.generate)
    return settings(max_examples=examples, stateful_step_count=steps, suppress_health_check=QUIET, phases=phases)


@pytest.mark.parametrize(("examples", "steps"), [(60, 40), pytest.param(2000, 60, marks=pytest.mark.soak)])
def test_no_walk_closes_a_case_without_feedback_in_memory(tmp_path: Path, examples: int, steps: int) -> None:
    run_state_machine_as_test(walk_in(works_in(MemoryStore(), tmp_path)), settings=counts(examples, steps))


@pytest.mark.parametrize(("examples", "steps"), [(12, 40), pytest.param(300, 60, marks=pytest.mark.soak)])
def test_no_walk_closes_a_case_without_feedback_on_sqlite(tmp_path: Path, examples: int, steps: int) -> None:
    store = open_store(f"sqlite:///{tmp_path / 'walk.db'}", create=True)
    run_state_machine_as_test(walk_in(works_in(store, tmp_path)), settings=counts(examples, steps))
    store.close()


@pytest.mark.parametrize(("examples", "steps"), [(12, 40), pytest.param(300, 60, marks=pytest.mark.soak)])
def test_no_walk_closes_a_case_without_feedback_on_postgresql(
    postgres_database: str, tmp_path: Path, examples: int, steps: int
) -> None:
    store = open_store(postgres_database, create=True)
    run_state_machine_as_test(walk_in(works_in(store, tmp_path)), settings=counts(examples, steps))
    store.close()


@pytest.mark.parametrize("removed", ["a way past it", "its need"])
def test_the_walk_turns_red_with_the_feedback_rule_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, removed: str
) -> None:
    process = lex_heller.LEX_HELLER
    if removed == "a way past it":
        steps = tuple(replace(s, to="closed") if s.name == "conclude" else s for s in process.steps)
        broken = replace(process, steps=steps, guard=process.guard | {"conclude"})
    else:
        steps = tuple(replace(s, needs=(), takes=s.fields) if s.name == "give_feedback" else s for s in process.steps)
        broken = replace(process, steps=steps)
    monkeypatch.setattr(lex_heller, "LEX_HELLER", broken)
    processes.process_named.cache_clear()
    assert processes.process_named("lex_heller").process is broken
    try:
        with pytest.raises((AssertionError, ExceptionGroup)):
            run_state_machine_as_test(walk_in(works_in(MemoryStore(), tmp_path)), settings=counts(300, 50))
    finally:
        processes.process_named.cache_clear()
