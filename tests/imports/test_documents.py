"""Form files are read as they stand, and a broken one is told by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexheller.errors import UnreadableFile
from lexheller.imports.documents import parse_document, read_document


def test_yaml_guesses_nothing() -> None:
    read = parse_document("a: no\nb: 0031\nc: 2026-03-02\nd: null\ne: [FK, AF]\n", "yaml")
    assert read == {"a": "no", "b": "0031", "c": "2026-03-02", "d": None, "e": ["FK", "AF"]}


@pytest.mark.parametrize(
    ("name", "content", "why", "line"),
    [
        ("f.yaml", b"a: [1\nb: 2\n", "broken", 2),
        ("f.json", b'{"a": 1,\n"b" 2}', "broken", 2),
        ("f.toml", b"a = ", "broken", 0),
        ("f.yaml", "vad_hände: åäö".encode("latin-1"), "encoding", None),
        ("f.doc", b"x", "kind", None),
        ("f.json", b"[" * 100_000, "broken", 0),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, content: bytes, why: str, line: int | None
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(UnreadableFile) as refusal:
        read_document(tmp_path / name)
    assert (refusal.value.data["why"], refusal.value.data.get("line")) == (why, line)


def test_a_missing_file_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_document(tmp_path / "gone.yaml")
    assert refusal.value.data["why"] == "missing"


def test_yaml_cannot_make_objects() -> None:
    with pytest.raises(UnreadableFile):
        parse_document("!!python/object/apply:os.system ['true']", "yaml")
