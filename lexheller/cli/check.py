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
from lexheller.services import gate

Texts = tuple[tuple[str, str], ...]
"""What was read, as (name of the file, text)."""


@command("check", "lexheller check text.txt", "lexheller check --rewrite text.txt", "lexheller check --json text.txt")
@argument("files", meta="file", nargs=-1, type=click.Path(path_type=Path))
@option("--rewrite", is_flag=True, words="rewrite")
@json_option
@option("--json-lines", is_flag=True, words="json_lines")
@option("--all", "everything", is_flag=True, words="check_all")
@with_session
def check(  # one flag each
    session: Session, files: tuple[Path, ...], rewrite: bool, as_json: bool, json_lines: bool, everything: bool
) -> None:
    """Run the gate on texts."""
    if everything:
        from lexheller.cli.recheck import recheck

        recheck(as_json=as_json)
        return
    if json_lines:
        _answer_lines()
        return
    texts: Texts = tuple((str(file), read_text(file)) for file in files or (Path("-"),))
    found = [gate.check(text) for _, text in texts]
    if rewrite:
        _rewrite(texts, as_json=as_json)
    elif as_json:
        print_json([row for (name, text), findings in zip(texts, found, strict=True)
                    for row in _rows(name if len(texts) > 1 else "", text, findings, session.language)])  # fmt: skip
    else:
        _draw(session, texts, found)
    _beside(session, texts, anything=any(found))
    if any(found):
        sys.exit(exits.REFUSED)


def _rows(name: str, text: str, findings: tuple[anonymity.Finding, ...], language: str) -> list[dict[str, object]]:
    """Say what was found in one text; none of it repeats what a finding marks."""
    return [
        ({"file": name} if name else {})
        | {"start": one.start, "end": one.end, "type": one.type, "strength": one.strength, "rule": one.rule}
        | {"looks_like": told.looks_like, "why": told.why, "suggestion": told.suggestion}
        for one, told in zip(findings, anonymity.explain_all(findings, text, language), strict=True)
    ]


def _rewrite(texts: Texts, *, as_json: bool) -> None:
    """Write the proposals and nothing else, each as the file ended."""
    for _, text in texts:
        proposed = anonymity.rewrite(text)
        if as_json:
            print_json({"text": proposed})
        else:
            click.echo(proposed, nl=not proposed.endswith("\n"))


def _draw(session: Session, texts: Texts, found: list[tuple[anonymity.Finding, ...]]) -> None:
    from lexheller.forms.findings import draw_findings

    for (name, text), findings in zip(texts, found, strict=True):
        if len(texts) > 1:
            draw([[(name, "bold")]])
        draw(draw_findings(text, findings, session.words, width()))


def _beside(session: Session, texts: Texts, *, anything: bool) -> None:
    """Say on stderr which other channels the texts show signs of, and that the gate does not see everything."""
    from lexheller.forms.signs import draw_signs

    draw(draw_signs([text for _, text in texts], session.words, width()), err=True)
    aside(session.words("gate.limits") if anything else session.words("cli.nothing_found"))


def _answer_lines() -> None:
    from lexheller.anonymity import lines

    gate.check("Anna")  # for a name it reads its lists, and says of a damaged one what it says everywhere
    try:
        lines.main(sys.stdin, sys.stdout)
    except lines.NotAString as wrong:
        raise UnreadableFile(path="-", why="not_a_string", line=wrong.line) from None
    except UnicodeDecodeError:
        raise UnreadableFile(path="-", why="encoding") from None
