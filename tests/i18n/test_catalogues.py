"""Are the texts whole, the same in both languages, compiled as they stand, and the ones the program asks for?"""

from pathlib import Path

from babel.messages.catalog import Catalog

import lexheller
from lexheller.i18n import LANGUAGES, build
from lexheller.i18n.faults import faults, key_of
from lexheller.i18n.keys import asked_for


def a_room(*texts: tuple[object, object], flags: tuple[str, ...] = ()) -> Catalog:
    catalogue = Catalog(locale="sv")
    for key, text in texts:
        catalogue.add(key, text, flags=flags)  # type: ignore[arg-type]  # counted texts have pairs of keys
    return catalogue


def every_key() -> set[str]:
    return {key_of(message) for room in build.rooms("sv").values() for message in room if message.id}


def test_every_text_is_whole_and_the_same_in_both_languages() -> None:
    assert faults({language: build.rooms(language) for language in LANGUAGES}) == []


def test_the_compiled_catalogues_are_what_the_sources_give() -> None:
    assert build.stale() == []


def test_the_same_sources_give_the_same_bytes_and_no_date() -> None:
    once, again = build.expected(), build.expected()
    assert once == again
    assert all(b"Date" not in content and b"Babel" not in content for content in once.values())


def test_the_program_asks_only_for_texts_that_there_are() -> None:
    assert asked_for(Path(lexheller.__file__).parent).faults(every_key()) == []


def test_the_program_asks_for_every_text() -> None:
    assert asked_for(Path(lexheller.__file__).parent).unused(every_key()) == []


def test_a_key_in_one_language_only_is_a_fault() -> None:
    assert faults({"sv": {"a": a_room(("x.y", "ja"))}, "en": {}}) == ["x.y: missing in en"]


def test_an_unfinished_text_is_a_fault() -> None:
    whole = {"a": a_room(("x.y", "yes"))}
    assert faults({"sv": {"a": a_room(("x.y", ""))}, "en": whole}) == ["x.y: empty in sv"]
    assert faults({"sv": {"a": a_room(("x.y", "ja"), flags=("fuzzy",))}, "en": whole}) == ["x.y: marked fuzzy in sv"]
    half = {"a": a_room((("x.y", "x.y"), ("en", "")))}
    assert "x.y: empty in sv" in faults({"sv": half, "en": half})
    assert faults({"sv": {"a": a_room(("x.y", "x.y"))}, "en": whole}) == ["x.y: the text is its own key in sv"]


def test_other_braces_are_a_fault() -> None:
    found = faults({"sv": {"a": a_room(("x.y", "{a} {b}"))}, "en": {"a": a_room(("x.y", "{a} {c}"))}})
    assert found == ["x.y: different braces (sv has ['a', 'b']; en has ['a', 'c'])"]


def test_a_counted_text_may_leave_its_number_out() -> None:
    swedish, english = (
        a_room((("x.y", "x.y"), ("en dag", "{n} dagar"))),
        a_room((("x.y", "x.y"), ("{n} day", "{n} days"))),
    )
    assert faults({"sv": {"a": swedish}, "en": {"a": english}}) == []
    assert faults({"sv": {"a": swedish}, "en": {"a": a_room(("x.y", "days"))}}) == ["x.y: counted in one language only"]


def test_a_key_in_two_rooms_is_a_fault() -> None:
    rooms = {"a": a_room(("x.y", "ja")), "b": a_room(("x.y", "nej"))}
    assert faults({"sv": rooms}) == ["x.y: defined in both a.po and b.po in sv"]


def test_what_the_source_asks_for_is_found(tmp_path: Path) -> None:
    (tmp_path / "door.py").write_text(
        """
def show(self, words, late, code):
    words("a.there")
    self.words("a.gone", n=1)
    words.plural("a.counted", 3)
    words("a.there" if late else "a.never")
    words(f"state.{code}")
    words(f"odd.{code}")
    words(f"{code}.label")
    later = "a.mentioned"
""",
        encoding="utf-8",
    )
    (tmp_path / "page.html").write_text("<p>{{ words('a.page') }}\n{{ words('odder.' ~ code) }}", encoding="utf-8")
    asked = asked_for(tmp_path)
    keys = {"a.there", "a.mentioned", "a.page", "state.x", "a.unused"}
    assert asked.faults(keys) == [
        "door.py:4: no text 'a.gone'",
        "door.py:5: no text 'a.counted'",
        "door.py:6: no text 'a.never'",
        "door.py:8: keys that begin 'odd.' are put together, but no such prefix is declared",
        "door.py:9: keys that begin '' are put together, but no such prefix is declared",
        "page.html:2: keys that begin 'odder.' are put together, but no such prefix is declared",
    ]
    assert asked.unused(keys) == ["a.unused"]
