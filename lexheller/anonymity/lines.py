"""How does another program ask the gate about many texts? One JSON string a line in, one JSON list a line out."""

import json
from typing import TextIO

from lexheller.anonymity.finding import Kind
from lexheller.anonymity.gate import check


class NotAString(ValueError):
    """Say which line is no JSON string, counted from 1; what it holds is not repeated."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is no JSON string")
        self.line = line


def main(stdin: TextIO, stdout: TextIO) -> int:
    """Answer every line with its findings as start, end and type; give the exit code.

    The words about protected identity are left out: they name no person, only make what stands beside them worse.

    Raises:
        NotAString: the first line that is none; those before it have been answered.
        UnicodeDecodeError: what comes in is not in UTF-8.
    """
    for number, line in enumerate(stdin, 1):
        if not line.strip():
            continue
        found = [
            {"start": finding.start, "end": finding.end, "type": finding.type.value}
            for finding in check(_text(line, number))
            if finding.type is not Kind.PROTECTED
        ]
        stdout.write(json.dumps(found) + "\n")
        stdout.flush()
    return 0


def _text(line: str, number: int) -> str:
    try:
        text = json.loads(line)
    except (ValueError, RecursionError):
        raise NotAString(number) from None
    if not isinstance(text, str):
        raise NotAString(number)
    return text
