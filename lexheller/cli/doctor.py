"""`lexheller doctor`: is everything in order on this machine? Each check by name, and what to do where it is not."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lexheller.cli import exits, output
from lexheller.cli.frame import Session, command, json_option, with_session
from lexheller.cli.output import Column
from lexheller.forms.wording import sentences
from lexheller.i18n.words import Words

if TYPE_CHECKING:
    from lexheller.app.doctor import Check


@command("doctor", "lexheller doctor", "lexheller doctor --json")
@json_option
@with_session
def doctor(session: Session, as_json: bool) -> None:
    """Make every check that can be made."""
    from lexheller.app.doctor import doctor as examine

    words = session.words
    checks = examine(Path(session.settings_file) if session.settings_file else None, os.environ)
    rows = [
        {
            "check": check.code,
            "ok": check.ok,
            "detail": check.detail or None,
            "error": check.error.code if check.error else None,
            **({} if as_json else {"said": _said(check, words), "result": _result(check, words)}),
        }
        for check in checks
    ]
    columns = (Column("result", ""), Column("check", words("head.check"), style="bold"), Column("said", ""))
    if output.on_terminal() and not as_json:
        for check in checks:
            told = [(f"{_result(check, words):<4}  {check.code}", _said(check, words))]
            output.draw(output.named_rows(told, output.width(), "" if check.ok else "late", 18))
    else:
        output.many(columns, rows, as_json=as_json)
    bad = sum(not check.ok for check in checks)
    output.aside(words.plural("doctor.bad", bad) if bad else words("doctor.good"))
    if bad:
        sys.exit(exits.REFUSED)


def _result(check: Check, words: Words) -> str:
    return words("doctor.ok" if check.ok else "doctor.fault")


def _said(check: Check, words: Words) -> str:
    """Say what was looked at, and where that fails, what is wrong and what to do."""
    looked = words(f"doctor.{check.code}")
    if check.ok:
        not_yet = f"doctor.{check.code}.not_yet"
        return f"{looked}: {words(not_yet)}" if words.has(not_yet) and not check.detail else looked
    if check.error is not None:
        return " ".join((f"{looked}:", *sentences(check.error, words)))
    key = f"doctor.{check.code}.{'bad' if check.detail else 'none'}"
    return f"{looked}: {words(key, detail=check.detail)}"
