"""How does another program ask the gate about many texts? One JSON string a line in, one JSON list a line out."""

import json
from typing import TextIO

from lexheller.anonymity.finding import Kind
from lexheller.anonymity.gate import check


def main(stdin: TextIO, stdout: TextIO) -> int:
    """Answer every line with its findings as start, end and type; give the exit code.

    The words about protected identity are left out: they name no person, only make what stands beside them worse.
    """
    for line in stdin:
        if not line.strip():
            continue
        found = [
            {"start": finding.start, "end": finding.end, "type": finding.type.value}
            for finding in check(json.loads(line))
            if finding.type is not Kind.PROTECTED
        ]
        stdout.write(json.dumps(found) + "\n")
        stdout.flush()
    return 0
