"""Are cases found by words and by likeness, the same on both databases, and only by those who may see them?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib.resources import files
from typing import Any

import pytest
import yaml

from lexheller.model.codes import Partner, Role
from lexheller.model.people import Viewer
from lexheller.model.vocabulary import SWEDISH_PARTNERS, SWEDISH_THEMES
from lexheller.storage import SqlStore, open_store, search
from lexheller.storage.search import Hit, Similar
from tests.storage.asking import asked
from tests.storage.factories import NOW, TODAY, a_text, moved, stored

LEADER = Viewer("eva", "GBG", frozenset({Role.PROCESS_LEADER}))
MEMBER = Viewer("gun", "SKO", frozenset({Role.GROUP_MEMBER}), groups=frozenset({"GBG/group"}))
PARTNER = Viewer("pia", "GBG", frozenset({Role.PARTNER}), recipients=frozenset({"GBG/fk"}))
SHOWN: dict[str, Any] = {"groups": ("GBG/group",)}


def _opened(url: str) -> Iterator[SqlStore]:
    store = open_store(url, create=True)  # the house's own stems
    yield store
    store.close()


@pytest.fixture
def on_sqlite(sqlite_url: str) -> Iterator[SqlStore]:
    yield from _opened(sqlite_url)


@pytest.fixture
def on_postgres(postgres_database: str) -> Iterator[SqlStore]:
    yield from _opened(postgres_database)


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> SqlStore:
    found: SqlStore = request.getfixturevalue(f"on_{request.param}")
    return found


def _hits(store: SqlStore, viewer: Viewer, words: str, limit: int = 20) -> list[Hit]:
    return asked(store, lambda connection: search.search(connection, viewer, words, limit))


def _found(store: SqlStore, words: str, viewer: Viewer = LEADER, limit: int = 20) -> list[str]:
    return [hit.number.rsplit("-", 1)[1].lstrip("0") for hit in _hits(store, viewer, words, limit)]


def _like(store: SqlStore, viewer: Viewer, number: str, limit: int = 5) -> list[Similar]:
    return asked(store, lambda connection: search.similar(connection, viewer, number, limit))


def _received(store: SqlStore, serial: int, text: str, shared: str = "", **sets: Any) -> str:
    case = stored(store, serial, texts=(a_text("title", "Titel"), a_text("what_happened", text)), **sets)
    if shared:
        texts = (a_text("shared_text", shared, version=2),)
        case = moved(store, case, "retell", texts=texts, shared_version=2, attested_version=2)
    return case.number


# --- words ----------------------------------------------------------------------------------------------


def test_words_are_found_in_other_forms_and_never_without_their_rings(store: SqlStore) -> None:
    _received(store, 1, "Vården skrev inget intyg.")
    _received(store, 2, "Hamnen vardade ingenting, vard.")
    assert _found(store, "vård") == ["1"]
    assert _found(store, "vard") == ["2"]
    assert _found(store, "VÅRDENS intygen") == ["1"]


def test_all_words_come_before_some_and_the_word_itself_before_another_for_it(store: SqlStore) -> None:
    _received(store, 1, "Läkaren ringde inte.")
    _received(store, 2, "Doktorn och tolken ringde.")
    _received(store, 3, "Tolken kom.")
    assert _found(store, "doktorn tolk") == ["2", "3", "1"]
    assert _found(store, "läkare") == ["1", "2"]
    assert _found(store, "doktorn") == ["2", "1"]


def test_newer_comes_first_among_equals_and_the_limit_holds(store: SqlStore) -> None:
    for serial in (1, 2, 3):
        _received(store, serial, "Remissen kom bort.", received=NOW + timedelta(days=serial))
    assert _found(store, "remiss", limit=2) == ["3", "2"]


@pytest.mark.parametrize("words", ["", "och att", "1234", '"', "(", "NEAR", "a OR b*", "' | !", "x:y", "\\"])
def test_whatever_is_typed_is_words_and_no_command(store: SqlStore, words: str) -> None:
    _received(store, 1, "Planen låg still.")
    assert _found(store, words) == []


def test_a_word_of_the_query_may_be_no_word_of_the_database(store: SqlStore) -> None:
    _received(store, 1, "Planen låg still i e-tjänsten.")
    assert _found(store, "OR planen") == ["1"]
    assert _found(store, "e-tjänst") == ["1"]


def test_the_received_words_are_found_by_those_who_may_read_them(store: SqlStore) -> None:
    _received(store, 1, "Hemtjänsten glömde nyckeln.", "En insats uteblev.", **SHOWN)
    _received(store, 2, "Hemtjänsten glömde nyckeln.", **SHOWN)
    manager = Viewer("moa", "GBG", frozenset({Role.FEDERATION_MANAGER}))
    assert _found(store, "nyckeln") == ["2", "1"]
    for other in (MEMBER, manager, PARTNER, Viewer("sven", "SKO", frozenset({Role.PROCESS_LEADER}))):
        assert _found(store, "nyckeln", other) == []
    assert _found(store, "insats uteblev", MEMBER) == ["1"]
    assert _found(store, "insats uteblev", manager) == ["1"]
    assert _found(store, "insats uteblev", PARTNER) == []


def test_a_case_is_found_once_and_not_when_void(store: SqlStore) -> None:
    _received(store, 1, "Tolken kom inte.", "Tolken uteblev.")
    _received(store, 2, "Tolken kom inte.", void=True)
    assert _found(store, "tolk") == ["1"]


def test_a_hit_says_what_a_list_says(store: SqlStore) -> None:
    _received(store, 1, "Tolken kom inte.", "Ingen tolk. Mötet ställdes in.", **SHOWN)
    (hit,) = _hits(store, MEMBER, "tolk")
    assert hit[:5] == ("GBG-2026-0001", "GBG", "submitted", "Ingen tolk", TODAY.replace(day=1))


def test_the_newest_hits_are_ranked_and_no_more(store: SqlStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "NEWEST", 2)
    for serial in (1, 2, 3):
        _received(store, serial, "Remiss, remiss, remiss" if serial == 1 else "Remiss och mer", day=TODAY)
    assert sorted(_found(store, "remiss")) == ["2", "3"]


# --- likeness -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sample:
    """A sample case: its name, the pattern it belongs to and the number it was given."""

    id: str
    pattern: str | None
    number: str


def _samples() -> list[dict[str, Any]]:
    path = files("lexheller") / "samples" / "cases_sv.yaml"
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
    return found


def _filled(store: SqlStore) -> list[Sample]:
    kept = []
    for serial, sample in enumerate(_samples(), 1):
        fields = {"title": "rubrik", "what_happened": "vad_hande", "consequence": "konsekvens",
                  "tried": "vad_har_provats", "proposal": "forslag"}  # fmt: skip
        texts = tuple(a_text(key, sample[swedish]) for key, swedish in fields.items() if sample.get(swedish))
        partners = tuple(Partner(SWEDISH_PARTNERS[code]) for code in sample["partners"])
        case = stored(store, serial, texts=texts, partners=partners, themes=(SWEDISH_THEMES[sample["theme"]],), **SHOWN)
        shared = (a_text("shared_text", " ".join(text.text for text in texts[1:]), version=2),)
        moved(store, case, "retell", texts=shared, shared_version=2, attested_version=2)
        kept.append(Sample(sample["id"], sample["pattern"], case.number))
    return kept


def _tied(samples: list[Sample]) -> list[Sample]:
    """Give the clean samples that share their pattern with another."""
    named = [s for s in samples if s.pattern and s.id.startswith("S")]
    return [s for s in named if sum(other.pattern == s.pattern for other in named) > 1]


@pytest.mark.parametrize("viewer", [LEADER, MEMBER])
def test_half_of_the_samples_find_another_of_their_pattern_among_the_first_five(
    store: SqlStore, viewer: Viewer
) -> None:
    samples = _filled(store)
    pattern_of = {sample.number: sample.pattern for sample in samples}
    asking = _tied(samples)
    found = [s for s in asking if s.pattern in {pattern_of[hit.number] for hit in _like(store, viewer, s.number)}]
    assert len(asking) >= 10
    assert len(found) >= len(asking) / 2, f"{len(found)} of {len(asking)}"


def test_both_databases_answer_alike(on_sqlite: SqlStore, on_postgres: SqlStore) -> None:
    samples = _filled(on_sqlite)
    _filled(on_postgres)
    for viewer in (LEADER, MEMBER):
        for sample in samples:
            assert _like(on_sqlite, viewer, sample.number) == _like(on_postgres, viewer, sample.number)
        for words in (sample["rubrik"] for sample in _samples()):
            assert _hits(on_sqlite, viewer, words) == _hits(on_postgres, viewer, words), words


def test_likeness_says_why_and_what_became_of_it(store: SqlStore) -> None:
    about: dict[str, Any] = {"partners": (Partner.PRIMARY_CARE, Partner.FK), "themes": ("certificates",)}
    asked_about = _received(store, 1, "Vårdcentralen vill att psykiatrin skriver utlåtandet.", **about)
    like = _received(store, 2, "Psykiatrin skriver inget utlåtande.", **about, helped="partly", outcome="solve")
    _received(store, 3, "Hyresvärden svarade inte om bostaden.", partners=(Partner.SCHOOL,))
    (first, *_) = _like(store, LEADER, asked_about)
    assert (first.number, first.state, first.outcome, first.helped) == (like, "submitted", "solve", "partly")
    assert (first.why.partners, first.why.themes) == (("fk", "primary_care"), ("certificates",))
    assert "psykiatrin" in first.why.words
    assert asked_about not in {one.number for one in _like(store, LEADER, asked_about)}


def test_nothing_is_like_a_case_that_is_not_ones_own_to_see(store: SqlStore) -> None:
    hidden = _received(store, 1, "Tolken kom inte till mötet.")
    shown = _received(store, 2, "Tolken kom inte.", "Tolken kom inte till mötet.", **SHOWN)
    also = _received(store, 3, "Ingen tolk.", "Tolken kom inte alls till mötet.", **SHOWN)
    assert _like(store, MEMBER, hidden) == []
    assert [one.number for one in _like(store, MEMBER, shown)] == [also]
    assert {one.number for one in _like(store, LEADER, shown)} == {hidden, also}
    assert _like(store, LEADER, "GBG-2026-0099") == []


def test_why_quotes_only_what_the_reader_may_read(store: SqlStore) -> None:
    shown = _received(store, 1, "Hemtjänsten glömde nyckeln och tolkarna.", "Tolken uteblev.", **SHOWN)
    _received(store, 2, "Hemtjänsten glömde nyckeln och tolkarna.", "En tolk uteblev.", **SHOWN)
    assert "nyckeln" in _like(store, LEADER, shown)[0].why.words
    assert _like(store, MEMBER, shown)[0].why.words == ("tolken", "uteblev")


def test_words_that_only_the_case_itself_has_are_not_looked_for(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "ENOUGH", 0)  # no second round with less rare words
    own = "kajkant brygga fyrtorn segelbåt ankarspel kompass"
    one = _received(store, 1, f"Remissen kom bort. {own}")
    other = _received(store, 2, "Remissen kom bort.")
    assert [hit.number for hit in _like(store, LEADER, one)] == [other]


def test_a_text_of_very_many_words_is_compared_too(store: SqlStore) -> None:
    long = " ".join(f"ord{number}x" for number in range(2500))
    one = _received(store, 1, f"{long} tolken")
    other = _received(store, 2, f"Tolken {long}")
    assert [hit.number for hit in _like(store, LEADER, one)] == [other]
