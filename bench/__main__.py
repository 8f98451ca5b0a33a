"""Measure everything the documents promise: `python -m bench`, or one of them: `python -m bench step`.

Each prints a line a figure, with its limit and whether it is kept. A busy machine makes single rounds slow, not ratios.
"""

from __future__ import annotations

import argparse
import importlib
import time

BENCHES = {
    "start": ("bench.starting", "lexheller --help to a click hello"),
    "gate": ("bench.gate", "the anonymity gate, loading and asking"),
    "step": ("bench.step", "one persisted step on SQLite, young and old cases"),
    "server": ("bench.step_on_server", "one persisted step on PostgreSQL, eight at work"),
    "reading": ("bench.reading", "inbox, its page, and pattern report over 100,000 cases"),
    "sending": ("bench.sending", "sixteen who send the form to the web at once"),
    "weight": ("bench.weight", "what a browser loads for a page"),
    "memory": ("bench.memory", "what the server holds after 10,000 requests"),
    "import": ("bench.bench_import", "100,000 rows of an old sheet; among all, 20,000"),
}
SHORT_SHEET = 20_000


def main() -> None:
    """Run what was asked for, all of it by default."""
    told = "\n".join(f"  {name:<8} {what}" for name, (_, what) in BENCHES.items())
    parser = argparse.ArgumentParser(
        prog="python -m bench", epilog=told, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="which of them; all by default")
    asked = parser.parse_args().names
    names = asked or list(BENCHES)
    if unknown := [name for name in names if name not in BENCHES]:
        parser.error(f"there is no {', '.join(unknown)}; there is {', '.join(BENCHES)}")
    for name in names:
        began = time.perf_counter()
        # The whole sheet takes as long as all the rest; its ratio does not depend on its length, its memory does.
        short = (SHORT_SHEET,) if name == "import" and not asked else ()
        importlib.import_module(BENCHES[name][0]).main(*short)
        print(f"    ({name}: {time.perf_counter() - began:.0f} s)", flush=True)


if __name__ == "__main__":
    main()
