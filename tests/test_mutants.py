"""Are mistakes for the gate's tests drawn fairly, and do they stand where the report says?"""

from pathlib import Path

from tools.mutants.making import FEWEST, mutants, sample

LARGE = '''"""A table at the top is left alone."""

TABLE = ("a", "b")


def least(first: int, second: int = 2) -> int:
    """Tell."""
    # a comment
    return first if first < second else second


class Box:
    """Holds."""

    def twice(self, size: int) -> int:
        """Tell."""
        return size * 2
'''
SMALL = "def said() -> str:\n    return 'a'\n"


def test_a_mistake_is_a_function_with_one_change_at_its_line(tmp_path: Path) -> None:
    (tmp_path / "large.py").write_text(LARGE, encoding="utf-8")
    (tmp_path / "empty.py").write_text("X = 1\n", encoding="utf-8")
    found = mutants(tmp_path)
    assert list(found) == ["large"]
    shown = {(one.function, one.line, one.change) for one in found["large"]}
    assert ("Box.twice", 17, "    - return size * 2\n    + return size / 2") in shown
    least = "    - return first if first < second else second\n    + return first if first <= second else second"
    assert ("least", 9, least) in shown
    assert {one.line for one in found["large"]} == {6, 9, 17}  # 6: what stands if the second is left out
    for one in found["large"]:
        compile(one.source, "one", "exec")


def test_the_same_seed_draws_the_same_and_every_module_is_there(tmp_path: Path) -> None:
    (tmp_path / "large.py").write_text(
        "\n".join(LARGE.replace("least", f"least{n}").replace("Box", f"Box{n}") for n in range(5)), encoding="utf-8"
    )
    (tmp_path / "small.py").write_text(SMALL, encoding="utf-8")
    population = mutants(tmp_path)
    drawn = sample(population, 12, seed=1)
    assert drawn == sample(population, 12, seed=1)
    assert drawn != sample(population, 12, seed=2)
    assert len(set(drawn)) == len(drawn)
    assert 0 < sum(one.module == "small" for one in drawn) <= FEWEST
    assert len(sample(population, 10_000, seed=1)) == sum(map(len, population.values()))
