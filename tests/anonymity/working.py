"""How much work is something, whatever else the machine does meanwhile?"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def work(of: Callable[[], object]) -> int:
    """Count the functions that something calls and the lines it goes through; a loop may call nothing."""
    steps = 0

    def count(_frame: FrameType, event: str, _arg: object) -> None:
        nonlocal steps
        steps += event in {"call", "c_call"}

    def walk(_frame: FrameType, event: str, _arg: object) -> TraceFunction:
        nonlocal steps
        steps += event == "line"
        return walk

    before, traced = sys.getprofile(), sys.gettrace()
    sys.setprofile(count)
    sys.settrace(walk)
    try:
        of()
    finally:
        sys.settrace(traced)
        sys.setprofile(before)
    return steps
