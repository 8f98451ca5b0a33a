from __future__ import annotations

from math import log, sqrt
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

import lexheller
from lexheller.patterns import Document, frequencies, rank, rarest, terms, written


def test_likeness_is_the_cosine_of_weighed_terms() -> None:
    query = Document("q", ("a", "a", "b"))
    other = Document("o", ("a", "c"))
    df, n = {"a": 2, "b": 1, "c": 1}, 2
    a, rare = log(1 + 2 / 2), log(1 + 2 / 1)
    twice = (1 + log(2)) * a
    expected = twice * a / sqrt(twice**2 + rare**2) / sqrt(a**2 + rare**2)
    assert rank(query, [other], df, n)[0].score == pytest.approx(expected, abs=1e-12)


def test_partners_and_themes_add_their_share() -> None:
    query = Document("q", ("x",), frozenset({"fk", "af"}), frozenset({"home", "plan"}))
    others = [
        Document("same", ("y",), frozenset({"fk", "af"})),
        Document("half", ("y",), frozenset({"fk", "school"})),
        Document("theme", ("y",), frozenset(), frozenset({"plan"})),
        Document("none", ("y",)),
    ]
    scores = {one.id: one.score for one in rank(query, others, {"x": 1, "y": 4}, 5)}
    assert scores == pytest.approx({"same": 0.15, "theme": 0.1, "half": 0.05, "none": 0.0})


def test_the_same_text_is_as_like_as_can_be_and_the_query_is_left_out() -> None:
    query = Document("q", ("a", "b"), frozenset({"fk"}), frozenset({"t"}))
    ranked = rank(
        query, [query, Document("twin", ("b", "a"), frozenset({"fk"}), frozenset({"t"}))], {"a": 2, "b": 2}, 2
    )
    assert [one.id for one in ranked] == ["twin"]
    assert ranked[0].score == pytest.approx(1.25)


def test_why_names_partners_theme_and_the_three_weightiest_words_as_written() -> None:
    text, earlier = "Intyget saknas, läkaren svarar inte på remissen och tiden går", "Remiss, doktor, utlåtande, tid"
    query = Document("q", terms(text), frozenset({"fk"}), frozenset({"plan"}), written([text]))
    other = Document("o", terms(earlier), frozenset({"fk", "af"}), frozenset({"plan"}))
    df, n = frequencies([query.terms, other.terms, *[terms("tid")] * 8])
    why = rank(query, [other], df, n)[0].why
    assert (why.partners, why.themes) == (("fk",), ("plan",))
    assert sorted(why.words) == ["intyget", "läkaren", "remissen"]


def test_ties_are_broken_by_id_and_nothing_in_common_is_nought() -> None:
    ranked = rank(Document("q", ("a",)), [Document("z", ("b",)), Document("m", ())], {"a": 1, "b": 1}, 3)
    assert [(one.id, one.score, one.why.words) for one in ranked] == [("m", 0.0, ()), ("z", 0.0, ())]


def test_a_term_the_collection_has_not_seen_weighs_as_much_as_one_seen_once() -> None:
    query, other = Document("q", ("new", "a")), Document("o", ("a",))
    assert rank(query, [other], {"a": 1}, 3) == rank(query, [other], {"a": 1, "new": 1}, 3)


def test_a_large_search_begins_with_the_rarest_terms_the_collection_holds() -> None:
    df = {"a": 5, "b": 1, "c": 3, "d": 3}
    assert rarest(["a", "b", "c", "d", "unseen", "b"], df, 3) == ("b", "c", "d")
    assert frequencies([("a", "a", "b"), ("a",)]) == ({"a": 2, "b": 1}, 2)


class Sample(TypedDict):
    id: str
    pattern: str | None
    partners: list[str]
    rubrik: str
    vad_hande: str
    konsekvens: str
    vad_har_provats: str | None
    forslag: str | None


def samples() -> list[Sample]:
    file = Path(lexheller.__file__).parent / "samples" / "cases_sv.yaml"
    cases: list[Sample] = yaml.safe_load(file.read_text("utf-8"))["cases"]
    return [case for case in cases if case["id"].startswith("S")]


def test_most_sample_cases_find_another_of_their_pattern_among_the_first_five() -> None:
    """At least half are asked for; text and partners alone, all thirty clean cases in the collection."""
    cases = samples()
    pattern = {case["id"]: case["pattern"] for case in cases}
    documents = []
    for case in cases:
        said = (case["rubrik"], case["vad_hande"], case["konsekvens"], case["vad_har_provats"], case["forslag"])
        documents.append(Document(case["id"], terms("\n".join(filter(None, said))), frozenset(case["partners"])))
    df, n = frequencies(document.terms for document in documents)
    belong = [document for document in documents if pattern[document.id]]
    found = [
        document.id
        for document in belong
        if pattern[document.id] in {pattern[one.id] for one in rank(document, documents, df, n)[:5]}
    ]
    assert len(documents) == 30
    assert len(belong) == 20
    assert len(found) >= 15
