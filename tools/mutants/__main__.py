"""Would the tests see a mistake in the gate?

    make mutants                                 draws a sample and says how many mistakes the tests see
    python -m tools.mutants --module phones --sample 0      all of one module

Ends with 1 when fewer than 85 of 100 are seen.
"""

import argparse
import sys
from collections import Counter

import pytest

from tools.mutants.making import mutants, sample
from tools.mutants.running import End, Run

WANTED = 85
# What measures time says nothing of a mistake on a busy machine; what starts another Python does not get it.
LEFT_OUT = "time_grows sources_give load_fast loads_no_lists nothing_but_itself".split()


def main() -> int:
    """Draw, run, show those that nothing saw as they come, and a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=400, help="how many; 0 takes all (default: 400)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--module", action="append", help="only this one; may be repeated")
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    population = {module: some for module, some in mutants().items() if not given.module or module in given.module}
    total = sum(map(len, population.values()))
    drawn = sample(population, given.sample or total, given.seed)
    print(f"{len(drawn)} of {total} mutants, seed {given.seed}", flush=True)
    run = Run(drawn, given.workers)
    chosen = " and ".join(f"not {name}" for name in LEFT_OUT)
    quiet = ["-q", "--no-header", "--no-summary", "-p", "no:cacheprovider", "--hypothesis-seed=1"]
    pytest.main([*quiet, "-k", chosen, "tests/anonymity"], plugins=[run])
    if run.trouble:
        print(run.trouble, file=sys.stderr)
    drawn = [one for one in drawn if one in run.ends]
    if not drawn:
        return 2
    counts = {module: Counter(run.ends[one] for one in drawn if one.module == module) for module in population}
    print(f"{'module':20}{'mutants':>8}{'drawn':>8}{'killed':>8}{'timeout':>9}{'survived':>10}{'%':>7}")
    for module, some in population.items():
        if counts[module]:
            _row(module, len(some), counts[module])
    seen = _row("all", total, sum(counts.values(), Counter()))
    return 2 if run.trouble else int(seen < WANTED)


def _row(name: str, of: int, ends: Counter[End]) -> float:
    drawn = ends.total()
    seen = 100 * (drawn - ends[End.SURVIVED]) / drawn
    figures = f"{of:8}{drawn:8}{ends[End.KILLED]:8}{ends[End.TIMEOUT]:9}{ends[End.SURVIVED]:10}{seen:7.1f}"
    print(f"{name:20}{figures}")
    return seen


if __name__ == "__main__":
    sys.exit(main())
