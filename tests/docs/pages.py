"""What do the documents hold: code blocks, the command lines in them, the Python in them, and headings?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
DOCS = ROOT / "docs"
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:^ {4}.*\n?|^\n(?= {4}))+", re.MULTILINE)
_EXIT = re.compile(r"\s+# exit code (\d).*$")
_REMARK = re.compile(r"\s{2,}# .*$")


@dataclass(frozen=True)
class Line:
    """A command line that a document shows, and the exit code that it promises."""

    words: str
    code: int


@dataclass(frozen=True)
class Story:
    """The command lines of one code block: they are run in order, in a house of their own."""

    page: str
    place: int
    lines: tuple[Line, ...]

    def __str__(self) -> str:
        return f"{self.page}:{self.place}"


def pages() -> list[Path]:
    """List the documents that people read."""
    return sorted((*ROOT.glob("*.md"), *DOCS.rglob("*.md")))


def python_blocks(page: Path) -> list[str]:
    """Give the Python of a page, block by block."""
    return [body for kind, body in _FENCE.findall(page.read_text("utf-8")) if kind == "python"]


def files() -> dict[str, str]:
    """Give the files that documents show whole: fenced blocks whose first line is a comment with the file's name."""
    named = re.compile(r"^```(?:yaml|toml)\n(# (\S+\.(?:yaml|toml))\n.*?)^```", re.MULTILINE | re.DOTALL)
    return {name: body for page in pages() for body, name in named.findall(page.read_text("utf-8"))}


def stories() -> Iterator[Story]:
    """Give every code block that shows lexheller at work."""
    for page in pages():
        text = page.read_text("utf-8")
        for start, block in _code(text):
            lines = tuple(_lines(block))
            if lines:
                yield Story(page.relative_to(ROOT).as_posix(), text.count("\n", 0, start) + 1, lines)


def sections(page: Path, depth: str) -> dict[str, str]:
    """Give what stands under each heading of a depth ("##", "###"), by heading without its backticks."""
    parts = re.split(rf"^{depth} (.+)$", page.read_text("utf-8"), flags=re.MULTILINE)[1:]
    higher = re.compile(rf"^#{{1,{len(depth)}}} ", re.MULTILINE)
    return {name.replace("`", ""): higher.split(body)[0] for name, body in zip(parts[::2], parts[1::2], strict=True)}


def _code(text: str) -> Iterator[tuple[int, str]]:
    for match in _FENCE.finditer(text):
        if match[1] in {"", "bash"}:
            yield match.start(), match[2]
    unfenced = _FENCE.sub(lambda match: "\n" * match[0].count("\n"), text)
    for match in _INDENTED.finditer(unfenced):
        yield match.start(), re.sub(r"^ {4}", "", match[0], flags=re.MULTILINE)


def _lines(block: str) -> Iterator[Line]:
    joined = re.sub(r"\s*\\\n\s*", " ", block)
    for raw in joined.splitlines():
        line = raw.strip().removeprefix(".venv/bin/")
        if line.startswith("lexheller "):
            code = _EXIT.search(line)
            yield Line(_REMARK.sub("", _EXIT.sub("", line)), int(code[1]) if code else 0)
