"""The built lists are what their sources give, small and quick to load."""

import importlib.util
import sys
import time
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

from lexheller.anonymity.lexicon import NAME, Lexicon, Word, lexicon

ROOT = Path(__file__).parents[2]
DATA = ROOT / "lexheller" / "anonymity" / "data"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_lexicon", ROOT / "tools" / "build_lexicon.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_lexicon"] = module
    spec.loader.exec_module(module)
    return module


def test_the_files_are_what_the_sources_give(builder: ModuleType) -> None:
    """Holds for the releases named in constraints.txt; others may give other names."""
    assert builder.build_names() == (DATA / "names.bin").read_bytes(), (
        f"faker {version('faker')}, mimesis {version('mimesis')}"
    )
    assert builder.build_words() == (DATA / "words.bin").read_bytes(), f"hunspell-sv {version('hunspell-sv')}"
    assert builder.build_shapes() == (DATA / "shapes.bin").read_bytes()


def test_the_files_are_small_and_load_fast() -> None:
    names, words, shapes = ((DATA / f"{name}.bin").read_bytes() for name in ("names", "words", "shapes"))
    assert max(map(len, (names, words, shapes))) < 600_000
    best = min(_load(names, words, shapes) for _ in range(5))
    assert best < 0.12  # about 0.03 s on a free machine


def _load(names: bytes, words: bytes, shapes: bytes) -> float:
    start = time.process_time()
    Lexicon(names, words, shapes)
    return time.process_time() - start


def test_the_notice_of_the_spelling_list_travels_with_it() -> None:
    assert b"LGPL-3.0" in (DATA / "words.bin").read_bytes()[:400]
    assert "GNU Lesser General Public License" in (DATA / "words.LICENSE.txt").read_text(encoding="utf-8")


def test_words_are_known_as_what_they_are() -> None:
    words = lexicon()
    assert words.kinds("kerstin") & Word.OWN_FIRST
    assert words.kinds("andersson") & Word.OWN_LAST
    assert words.kinds("milošević") & NAME
    assert words.kinds("milosevic") & NAME
    assert words.kinds("vilhelmina") & Word.OWN_PLACE
    assert words.kinds("treserva") & Word.ALLOWED
    assert not words.kinds("handläggningen")
    assert words.ordinary("kommunens")
    assert not words.ordinary("kolašinac")
    assert words.compound("vårdcentralsbesöket")
    assert words.shape("gebremariam") > words.shape("handläggningstid")


def test_a_word_of_many_small_words_is_taken_apart_once(monkeypatch: pytest.MonkeyPatch) -> None:
    words = lexicon()
    asked: list[str] = []
    listed = words._listed  # noqa: SLF001  # what is counted is the work within, not the time

    def counted(word: str) -> bool:
        asked.append(word)
        return listed(word)

    monkeypatch.setattr(words, "_listed", counted)
    assert not words.compound("barn" * 6 + "xqbil")
    assert len(asked) < 29**2 / 2  # no more than what begins and ends somewhere in it
    asked.clear()
    assert words.compound("barn" * 40 + "xqbil")  # longer than any name
    assert asked == []
    assert words.compound("barnvagnsparkering")
