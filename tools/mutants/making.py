"""Which small mistakes could be made in the gate's functions?

mutmut thinks them up; here each is kept as the source of one changed function. Tables and patterns at the top of a
module are not touched: which words they hold is what the sets of texts measure.
"""

import ast
import difflib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import libcst
from mutmut.mutation.file_mutation import Mutation, create_mutations, deep_replace

ROOM = Path("lexheller/anonymity")
FEWEST = 3  # of every module, so that small ones are looked at too


@dataclass(frozen=True)
class Mutant:
    """One function with one mistake in it."""

    module: str
    function: str
    source: str
    first: int  # where the function begins in its file
    line: int  # where the mistake is
    change: str

    def __str__(self) -> str:
        """Say where it is and what was changed."""
        return f"{ROOM}/{self.module}.py:{self.line} in {self.function}\n{self.change}"


def mutants(room: Path = ROOM) -> dict[str, list[Mutant]]:
    """Give all mutants of the room, by module."""
    found = {path.stem: list(_of(path)) for path in sorted(room.glob("*.py"))}
    return {module: some for module, some in found.items() if some}


def sample(population: dict[str, list[Mutant]], size: int, seed: int) -> list[Mutant]:
    """Draw from every module by its size; the same seed draws the same, in an order that can be stopped anywhere."""
    total = sum(map(len, population.values()))
    drawn = []
    for module, some in population.items():
        share = min(len(some), max(FEWEST, round(size * len(some) / total)))
        drawn += random.Random(f"{seed} {module}").sample(some, share)  # noqa: S311  # chance that can be repeated
    random.Random(seed).shuffle(drawn)  # noqa: S311  # as above
    return drawn


def _of(path: Path) -> Iterator[Mutant]:
    text = path.read_text(encoding="utf-8")
    tree, mutations, *_ = create_mutations(str(path), text)
    names = dict(_named(tree.body))
    firsts = dict(_firsts(ast.parse(text).body))
    for mutation in mutations:
        function = mutation.contained_by_top_level_function
        if function is not None and function in names:
            name = names[function]
            yield _mutant(path.stem, name, firsts[name], function, mutation)


def _mutant(module: str, name: str, first: int, function: libcst.FunctionDef, mutation: Mutation) -> Mutant:
    changed = deep_replace(function, mutation.original_node, mutation.mutated_node)
    if not isinstance(changed, libcst.FunctionDef):
        raise TypeError(type(changed).__name__)
    old, new = _source(function), _source(changed)
    steps = difflib.SequenceMatcher(None, old.splitlines(), new.splitlines(), autojunk=False).get_opcodes()
    line = next(first + start for tag, start, *_ in steps if tag != "equal")
    marks = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    shown = [f"    {mark[0]} {mark[1:].strip()}" for mark in marks if not mark.startswith(("---", "+++", "@@"))]
    return Mutant(module, name, new, first, line, "\n".join(shown))


def _source(function: libcst.FunctionDef) -> str:
    return libcst.Module(body=[function.with_changes(leading_lines=[], lines_after_decorators=[], decorators=[])]).code


def _named(body: Sequence[libcst.CSTNode], inside: str = "") -> Iterator[tuple[libcst.FunctionDef, str]]:
    for node in body:
        if isinstance(node, libcst.FunctionDef):
            yield node, inside + node.name.value
        elif isinstance(node, libcst.ClassDef):
            yield from _named(node.body.body, f"{node.name.value}.")


def _firsts(body: Sequence[ast.stmt], inside: str = "") -> Iterator[tuple[str, int]]:
    for node in body:
        if isinstance(node, ast.FunctionDef):
            yield inside + node.name, node.lineno
        elif isinstance(node, ast.ClassDef):
            yield from _firsts(node.body, f"{node.name}.")
