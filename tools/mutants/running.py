"""Which test sees a mistake?

One pytest session collects the tests once. A first child runs them all and notes which lines each comes to; then every
mutant has a child of its own, which puts the changed code into the function and runs the tests that come to that line,
those that saw most in this module first, then the fastest, until one fails.
"""

import __future__

import importlib
import json
import os
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from textwrap import indent
from types import FunctionType, MethodType

import coverage
import pytest
from _pytest.runner import runtestprotocol

from tools.mutants.making import ROOM, Mutant

PACKAGE = ".".join(ROOM.parts)
TIME, TIMES = 2.0, 5.0  # a test may take two seconds and five times what it takes without a mistake, of the processor
SLOW = 0.5  # seconds: what needs longer to begin comes last
PASSED, SEEN, BROKEN = 0, 1, 3  # how a child ends


class End(StrEnum):
    """How a mutant ended."""

    KILLED = "killed"
    TIMEOUT = "timeout"
    SURVIVED = "survived"


@dataclass(frozen=True)
class Record:
    """What the tests do without a mistake."""

    seconds: list[float]
    begin: list[float]
    lines: dict[str, dict[int, list[int]]]

    def coming_to(self, mutant: Mutant) -> list[int]:
        """Give the tests that come to the line of the mistake, the fastest first."""
        lines = self.lines.get(mutant.module, {})
        last = mutant.first + mutant.source.count("\n")
        near = [line for line in range(mutant.line, mutant.first, -1) if line in lines][:1]
        of = near or [line for line in range(mutant.first, last + 1) if line in lines]
        tests = {test for line in of for test in lines[line]}
        return sorted(tests, key=lambda test: (self.begin[test] > SLOW, self.seconds[test]))


@dataclass
class Run:
    """A pytest plugin that runs mutants in place of the tests."""

    mutants: Sequence[Mutant]
    workers: int
    ends: dict[Mutant, End] = field(default_factory=dict)
    trouble: str = ""
    _home: Path = field(default_factory=lambda: Path(tempfile.mkdtemp(prefix="mutants-")))
    _seers: dict[str, Counter[int]] = field(default_factory=lambda: defaultdict(Counter))

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Record, then run the mutants, as many at a time as there are workers."""
        try:
            record = self._record(session)
            if record is not None:
                self._run(session, record)
        except KeyboardInterrupt:
            self.trouble = "Stopped; what follows is what was run."
        finally:
            shutil.rmtree(self._home, ignore_errors=True)
        return True

    def _record(self, session: pytest.Session) -> Record | None:
        print(f"Running {len(session.items)} tests without a mistake …", flush=True)
        folder = self._folder(0)
        child = _fork(lambda: _note(session, folder))
        _, status = os.waitpid(child, 0)
        if os.waitstatus_to_exitcode(status) != PASSED:
            self.trouble = "The tests must pass before they can be tried."
            return None
        seconds, begin, lines = json.loads((folder / "record").read_text(encoding="utf-8"))
        kept = {module: {int(line): tests for line, tests in some.items()} for module, some in lines.items()}
        return Record(seconds, begin, kept)

    def _run(self, session: pytest.Session, record: Record) -> None:
        waiting = list(enumerate(self.mutants, start=1))
        children: dict[int, tuple[int, Mutant]] = {}
        while waiting or children:
            while waiting and len(children) < self.workers:
                number, mutant = waiting.pop(0)
                child = self._start(session, record, number, mutant)
                children[child] = number, mutant
            child, status = os.waitpid(-1, 0)
            number, mutant = children.pop(child)
            self.ends[mutant] = self._ended(os.waitstatus_to_exitcode(status), number, mutant)
            if self.ends[mutant] is End.SURVIVED:
                print(f"\r{len(self.ends)} of {len(self.mutants)}: {mutant}", flush=True)
            if sys.stdout.isatty():
                print(f"\r{len(self.ends)} of {len(self.mutants)}", end="", flush=True)
        print(flush=True)

    def _start(self, session: pytest.Session, record: Record, number: int, mutant: Mutant) -> int:
        seers = self._seers[mutant.module]
        tests = sorted(record.coming_to(mutant), key=lambda test: -seers[test])
        limits = [TIME + TIMES * record.seconds[test] for test in tests]
        folder = self._folder(number)
        return _fork(lambda: _try(session, folder, mutant, tests, limits))

    def _ended(self, code: int, number: int, mutant: Mutant) -> End:
        folder = self._home / str(number)
        if code == SEEN:
            self._seers[mutant.module][int((folder / "seen").read_text(encoding="utf-8"))] += 1
        shutil.rmtree(folder, ignore_errors=True)
        if code == PASSED:
            return End.SURVIVED
        if code == -signal.SIGPROF:
            return End.TIMEOUT
        if code != SEEN:
            self.trouble = f"A child ended with {code}: {mutant}"
        return End.KILLED

    def _folder(self, number: int) -> Path:
        folder = self._home / str(number)
        folder.mkdir()
        return folder


def _fork(work: Callable[[], int]) -> int:
    child = os.fork()
    if child:
        return child
    code = BROKEN
    try:
        code = work()
    finally:
        os._exit(code)


def _note(session: pytest.Session, folder: Path) -> int:
    _move(session, folder)
    seconds, begin = [], []
    watch = coverage.Coverage(data_file=str(folder / "coverage"), include=[f"{ROOM}/*"], config_file=False)
    watch.start()
    before = ""
    for number, (item, following) in enumerate(_pairs(session.items)):
        if item.location[2].partition("[")[0] != before:
            before = item.location[2].partition("[")[0]
            _forget()  # so that loading the lists counts for the tests of every function, not for the first alone
        watch.switch_context(str(number))
        started = time.process_time()
        reports = runtestprotocol(item, log=False, nextitem=following)
        seconds.append(time.process_time() - started)
        begin.append(sum(report.duration for report in reports if report.when == "setup"))
        if any(report.failed for report in reports):
            print("".join(report.longreprtext for report in reports), file=sys.stderr)
            return SEEN
    watch.stop()
    begin = [
        max(some)
        for _, group in groupby(zip(session.items, begin, strict=True), lambda pair: pair[0].path)
        for some in [[seconds for _, seconds in group]]
        for _ in some
    ]
    data = watch.get_data()
    lines = {
        Path(file).stem: {
            line: [int(test) for test in tests if test] for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    (folder / "record").write_text(json.dumps([seconds, begin, lines]), encoding="utf-8")
    return PASSED


def _try(session: pytest.Session, folder: Path, mutant: Mutant, tests: Sequence[int], limits: Sequence[float]) -> int:
    _move(session, folder)
    _put_in(mutant)
    _forget()
    items = [session.items[test] for test in tests]
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    for test, limit, (item, following) in zip(tests, limits, _pairs(items), strict=True):
        signal.setitimer(signal.ITIMER_PROF, limit)
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            (folder / "seen").write_text(str(test), encoding="utf-8")
            return SEEN
    return PASSED


def _put_in(mutant: Mutant) -> None:
    """Give the function the changed code; whoever has imported it has the mistake too."""
    module = importlib.import_module(PACKAGE if mutant.module == "__init__" else f"{PACKAGE}.{mutant.module}")
    inside, _, name = mutant.function.rpartition(".")
    target = getattr(getattr(module, inside) if inside else module, name)
    if isinstance(target, MethodType):
        target = target.__func__
    source, around = mutant.source, target.__code__.co_freevars
    if around:  # __class__, where a method says super()
        source = f"def {name}({', '.join(around)}):\n{indent(source, '    ')}\n    return {name}\n"
    code = compile(source, str(module.__file__), "exec", __future__.annotations.compiler_flag, dont_inherit=True)
    space = dict(vars(module))
    exec(code, space)  # noqa: S102  # it is our own source
    changed = space[name](*around) if around else space[name]
    if not isinstance(target, FunctionType) or not isinstance(changed, FunctionType):
        raise TypeError(mutant.function)
    target.__code__ = changed.__code__
    target.__defaults__, target.__kwdefaults__ = changed.__defaults__, changed.__kwdefaults__


def _forget() -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith(PACKAGE):
            for value in vars(module).values():
                clear = getattr(value, "cache_clear", None)
                if clear is not None:
                    clear()


def _move(session: pytest.Session, folder: Path) -> None:
    """Let the tests' folders lie apart, so that two children do not meet."""
    session.config._tmp_path_factory._basetemp = folder  # type: ignore[attr-defined]  # noqa: SLF001  # no other way


def _pairs(items: Sequence[pytest.Item]) -> list[tuple[pytest.Item, pytest.Item | None]]:
    return list(zip(items, [*items[1:], None][: len(items)], strict=True))
