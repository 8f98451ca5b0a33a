"""python -m lexheller.anonymity: a filter of JSON lines, see lines.py."""

import sys

from lexheller.anonymity.lines import main

if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a TextIOWrapper when run as a program
    sys.exit(main(sys.stdin, sys.stdout))
