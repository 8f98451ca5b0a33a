"""`lexheller submit`: how does a report come in from a terminal or a file?"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lexheller.cli import output
from lexheller.cli.frame import (
    Session,
    argument,
    command,
    json_option,
    option,
    session_of,
    vouch_option,
    with_desk,
)
from lexheller.cli.reading import read_text
from lexheller.errors import UnreadableFile
from lexheller.i18n.dates import long_date
from lexheller.model.codes import Channel, Source

if TYPE_CHECKING:
    from lexheller.desk import Desk, Submission


@command("submit", "lexheller submit arende.yaml --federation GBG", "lexheller submit --key 2026-17 arende.json --json")
@argument("file", meta="file", required=False, type=click.Path(path_type=Path))
@option("--key", default="", meta="text", words="key")
@option("--federation", meta="name", words="federation")
@option("--source", type=click.Choice(["phone", "word", "meeting"]), words="source")
@option("--informed", multiple=True, type=click.Choice([c.value for c in Channel]), meta="name", words="informed")
@vouch_option
@json_option
@with_desk
def submit(
    desk: Desk,
    file: Path | None,
    key: str,
    federation: str | None,
    source: str | None,
    informed: tuple[str, ...],
    vouch: bool,
    as_json: bool,
) -> None:
    """Send in a report."""
    session = session_of(click.get_current_context())
    if file is None:
        from lexheller.cli.interview import interview

        told = interview(desk, session.words, federation)
        form, federation, informed, vouch = told.form, told.federation, told.informed, vouch or told.vouched
    else:
        form = read_form_file(file)
        _show_signs(form, session)
    got = desk.submit(
        form,
        federation=federation,
        key=key,
        vouched=vouch,
        informed=informed,
        source=_source(source, from_file=file is not None),
        language=session.language,
    )
    answer = {"number": got.number, "claim_code": got.claim_code, "version": got.version}
    output.one(answer, _receipt(desk, session, got, code_only=form.get("contact") == "code"), as_json=as_json)


def _show_signs(form: Mapping[str, Any], session: Session) -> None:
    """Show the channels that the texts show signs of; a form that is asked for shows them among the questions."""
    from lexheller.forms.signs import draw_signs

    texts = [value for value in form.values() if isinstance(value, str)]
    output.draw(draw_signs(texts, session.words, output.width(), quoted=False), err=True)


def read_form_file(path: Path) -> Mapping[str, Any]:
    """Read a filled-in form from YAML, JSON or TOML; "-" is standard input, whatever of the three it holds.

    Raises:
        UnreadableFile: it cannot be read, or is no form.
    """
    from lexheller.imports.documents import KINDS, parse_document

    text = read_text(path)
    if str(path) == "-":
        kind = _kind_of(text)
    elif path.suffix.lower() in KINDS:
        kind = KINDS[path.suffix.lower()]
    else:
        raise UnreadableFile(path=str(path), why="kind")
    form = parse_document(text, kind, str(path))
    if not isinstance(form, dict) or not form:
        raise UnreadableFile(path=str(path), why="not_a_form")
    return form


def _kind_of(text: str) -> str:
    """Tell what standard input holds: nothing is both TOML and a YAML form, and YAML reads JSON's mistakes kindly."""
    try:
        json.loads(text)
    except ValueError:
        pass
    else:
        return "json"
    try:
        return "toml" if tomllib.loads(text) else "yaml"
    except tomllib.TOMLDecodeError:
        return "yaml"


def _source(named: str | None, *, from_file: bool) -> Source:
    if named:
        return Source(named)
    return Source.FILE if from_file else Source.FORM


def _receipt(desk: Desk, session: Session, got: Submission, *, code_only: bool) -> str:
    """Write the receipt: number and code, who gets in touch and until when."""
    words = session.words
    if got.claim_code is None:
        return words("cli.receipt.repeated", number=got.number)
    home = next(f for f in desk.federations() if got.number.startswith(f"{f.id}-"))
    lines = [words("receipt.code", number=got.number, code=got.claim_code)]
    if got.first_contact is not None and home.contact_name:
        lines.append(
            words(
                "receipt.next.code" if code_only else "receipt.next.contact",
                date=long_date(got.first_contact, words.language),
                contact_name=home.contact_name,
                contact_phone=home.contact_phone or "–",
            )
        )
    lines.append(words("cli.receipt.follow"))
    return "\n\n".join(lines)
