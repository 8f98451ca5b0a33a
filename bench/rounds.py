"""How is a ratio measured on a noisy machine? Both sides in turn, many short rounds, the median of the ratios."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Mapping

Side = Callable[[], None]


def cpu_ratios(sides: Mapping[str, Side], floor: str, rounds: int) -> dict[str, float]:
    """Run every side once a round in a new order; give each side's median ratio of CPU time to the floor's."""
    return _ratios(sides, floor, rounds, time.process_time)


def wall_ratios(sides: Mapping[str, Side], floor: str, rounds: int) -> dict[str, float]:
    """As `cpu_ratios`, by the clock on the wall."""
    return _ratios(sides, floor, rounds, time.perf_counter)


def _ratios(sides: Mapping[str, Side], floor: str, rounds: int, clock: Callable[[], float]) -> dict[str, float]:
    found: dict[str, list[float]] = {name: [] for name in sides}
    order = list(sides)
    for _ in range(rounds):
        random.shuffle(order)
        took = {}
        for name in order:
            start = clock()
            sides[name]()
            took[name] = clock() - start
        for name, seconds in took.items():
            found[name].append(seconds / took[floor])
    return {name: statistics.median(ratios) for name, ratios in found.items()}


def line(what: str, ratio: float, limit: float) -> str:
    """Word one figure with its limit."""
    verdict = "ok" if ratio <= limit else "OVER"
    return f"{what:<72} {ratio:6.2f}   limit {limit:<5g} {verdict}"


def least(what: str, ratio: float, limit: float) -> str:
    """Word one figure that is to be as great as its limit, or greater."""
    verdict = "ok" if ratio >= limit else "UNDER"
    return f"{what:<72} {ratio:6.2f}   least {limit:<5g} {verdict}"
