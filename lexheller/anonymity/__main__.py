"""python -m lexheller.anonymity: a filter of JSON lines, see lines.py."""

import sys

from lexheller.anonymity.lines import NotAString, main

if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a TextIOWrapper when run as a program
    try:
        sys.exit(main(sys.stdin, sys.stdout))
    except (NotAString, UnicodeDecodeError) as wrong:
        sys.stderr.write(f"{wrong if isinstance(wrong, NotAString) else 'not in UTF-8'}\n")
        sys.exit(2)
