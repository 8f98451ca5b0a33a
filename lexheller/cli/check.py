"""`lexheller check`: what would the gate say about a text? Nothing is stored, and no database is needed."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from lexheller import anonymity
from lexheller.cli import exits
from lexheller.cli.frame import Session, argument, command, json_option, option, with_session
from lexheller.cli.output import aside, draw, print_json, width
from lexheller.cli.reading import read_text
from lexheller.errors import UnreadableFile
from lexheller.forms.findings import draw_findings


@command("check", "lexheller check text.txt", "lexheller check --json text.txt")
@argument("file", meta="file", required=False, default="-", type=click.Path(path_type=Path))
@json_option
@option("--json-lines", is_flag=True, words="json_lines")
@with_session
def check(session: Session, file: Path, as_json: bool, json_lines: bool) -> None:
    """Run the gate on a text."""
    if json_lines:
        _answer_lines()
        return
    text = read_text(file)
    findings = anonymity.check(text)
    if as_json:
        print_json([{"start": f.start, "end": f.end, "type": f.type, "strength": f.strength} for f in findings])
    else:
        draw(draw_findings(text, findings, session.words, width()))
    aside(session.words("gate.limits") if findings else session.words("cli.nothing_found"))
    if findings:
        sys.exit(exits.REFUSED)


def _answer_lines() -> None:
    from lexheller.anonymity import lines

    try:
        lines.main(sys.stdin, sys.stdout)
    except lines.NotAString as wrong:
        raise UnreadableFile(path="-", why="not_a_string", line=wrong.line) from None
    except UnicodeDecodeError:
        raise UnreadableFile(path="-", why="encoding") from None
