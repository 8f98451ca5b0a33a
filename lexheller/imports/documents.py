"""How is a YAML, JSON or TOML file read? As plain values, with nothing guessed: in YAML everything is text but null."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import yaml

from lexheller.errors import UnreadableFile

KINDS = {".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml"}


class _Strings(yaml.SafeLoader):
    """Read every scalar as the text it is: 0031 is no number, no is no falsehood, 2026-03-02 no date."""


_Strings.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read_document(path: Path) -> object:
    """Read a file by its ending.

    Raises:
        UnreadableFile: it is missing, of another kind, in another encoding than UTF-8, or broken; says which.
    """
    kind = KINDS.get(path.suffix.lower())
    if kind is None:
        raise UnreadableFile(path=str(path), why="kind")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(path=str(path), why="encoding") from None
    except OSError as error:
        why = {FileNotFoundError: "missing", IsADirectoryError: "folder", PermissionError: "no_access"}.get(
            type(error), ""
        )
        raise UnreadableFile(path=str(path), why=why) from None
    return parse_document(text, kind, str(path))


def parse_document(text: str, kind: str, path: str = "-") -> object:
    """Read text of a kind ("yaml", which holds JSON too, "json" or "toml").

    Raises:
        UnreadableFile: it is broken; says at which line.
    """
    try:
        match kind:
            case "json":
                return json.loads(text)
            case "toml":
                return tomllib.loads(text)
            case _:
                return yaml.load(text, Loader=_Strings)  # noqa: S506  # derived from SafeLoader
    except json.JSONDecodeError as error:
        raise UnreadableFile(path=path, why="broken", line=error.lineno) from None
    except tomllib.TOMLDecodeError:
        raise UnreadableFile(path=path, why="broken", line=0) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise UnreadableFile(path=path, why="broken", line=mark.line + 1 if mark else 0) from None
    except RecursionError:
        raise UnreadableFile(path=path, why="broken", line=0) from None
