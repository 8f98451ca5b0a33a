"""How quick is the gate, how long does it take to load, and what does it weigh? Figures without a promised limit."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from lexheller.anonymity import check
from lexheller.demo.samples import samples

WORDS, TEXTS = 300, 200
# What slow patterns stumble over: digits, capitals, hyphens, signs nobody sees, almost-numbers.
HOSTILE = (
    "1",
    "1 ",
    "1-",
    "A",
    "Abc ",
    "-",
    "\u200b",
    "a\u200b",
    "@",
    "a@",
    ".",
    "a.",
    "\n",
    " ",
    "0O",
    "831204-123 ",
    "+46",
    "O0 ",
    "T 1 - ",
    "Ab 1:1 ",
    "S:t ",
    ".se/",
    "http:",
    # Rows of figures: parts of numbers, dates, postal codes and telephones, whole and cut.
    "12 ",
    "07 ",
    "1/2 ",
    "(12)",
    "12-",
    "12.",
    "1 2",
    "0",
    "010203",
    "8312",
    "831204",
    "811228 ",
    "811228-9874\n",
    "19740823-3182",
    "19740823-3182 ",
    "19811228 9874 ",
    "12 12 12 1234 ",
    "123 45 ",
    "070-",
    "070-1740605 ",
    "08-",
    "46 ",
    "00 46 ",
    "1981-",
    "1981-12-",
    "12/3 1981 ",
    "den 3 mars 1981 ",
    "då hon blev 18 den 3 mars ",
    "1-2,3 4/5.6 ",
    "sista fyra 0125 ",
    "O'",
    "barn",
    "KLIENTEN BARNBARNBARNBARNXQ ",
    "barnbarnbarnbarnbarnxqbil ",
)
HOSTILE_SIZE = 20_000
LOADING = """
import resource, time
rss = lambda: int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1024
before, began = rss(), time.perf_counter()
from lexheller.anonymity import check
check("Anna ringde.")
print(time.perf_counter() - began, rss() - before)
"""


def texts(count: int) -> list[str]:
    """Cut the samples' own words into texts of three hundred words, no two alike."""
    words = " ".join(str(sample.form["vad_hande"]) for sample in samples()).split()
    step = max(1, len(words) // count)
    around = words + words
    return [" ".join(around[start * step : start * step + WORDS]) for start in range(count)]


def _hostile(piece: str) -> float:
    text = (piece * HOSTILE_SIZE)[:HOSTILE_SIZE]
    began = time.process_time()
    check(text)
    return (time.process_time() - began) * 1000


def main() -> None:
    """Print the figures."""
    took = []
    for text in texts(TEXTS):
        assert len(text.split()) == WORDS
        began = time.process_time()
        check(text)
        took.append((time.process_time() - began) * 1000)
    parts = statistics.quantiles(took[5:], n=20)
    print(f"gate, {WORDS} words: p50 {statistics.median(took[5:]):.2f} ms, p95 {parts[18]:.2f} ms of CPU")
    slowest, piece = max((_hostile(piece), piece) for piece in HOSTILE)
    print(f"gate, {HOSTILE_SIZE // 1000} kB of one sign over and over: {slowest:.0f} ms of CPU at most (of {piece!r})")
    loaded = [
        tuple(
            map(float, subprocess.run([sys.executable, "-c", LOADING], capture_output=True, check=True).stdout.split())
        )
        for _ in range(5)
    ]
    seconds, kib = (statistics.median(one[place] for one in loaded) for place in (0, 1))
    print(f"gate, loaded and asked once: {seconds * 1000:.0f} ms, {kib / 1024:.1f} MB")


if __name__ == "__main__":
    main()
