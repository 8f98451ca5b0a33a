"""Is a word accepted by two people at the terminal, and are figures shown without words?"""

from __future__ import annotations

from tests.cli.conftest import Terminal
from tests.cli.test_examples import let_stand

TEXT = "Praktiken hos Anna Lindgren tog slut."


def test_a_word_goes_from_a_text_to_the_list_and_off_it(terminal: Terminal) -> None:
    let_stand(terminal)
    assert terminal("gate", "proposed", "--json", by="elsa").json == [
        {"word": "anna lindgren", "reasons": ["organisation"], "by": "olle", "texts": 1}
    ]
    refused = terminal("gate", "accept", "Anna Lindgren", by="olle")
    assert (refused.code, refused.out) == (5, "")
    assert "En annan processledare" in refused.err
    assert terminal("gate", "accept", "Anna Lindgren", by="elsa").code == 0
    listed = terminal("gate", "allowed", "--json", by="elsa").json
    assert [(row["word"], row["proposed_by"], row["accepted_by"], row["day"]) for row in listed] == [
        ("anna lindgren", "olle", "elsa", "2026-03-02"),
        ("erik svensson", "olle", "elsa", "2026-03-02"),
    ]
    number = terminal.submits(what_happened=TEXT)
    assert terminal("gate", "remove", "anna lindgren", by="elsa").code == 0
    assert terminal("do", number, "retell", "-f", f"shared_text={TEXT}", by="elsa").code == 5
    assert terminal("gate", "remove", "anna lindgren", by="elsa").code == 6


def test_figures_by_rule_hold_no_word_and_no_case(terminal: Terminal) -> None:
    number = let_stand(terminal)
    got = terminal("gate", "overrides", "--json", by="elsa")
    assert [(row["count"], row["reasons"]) for row in got.json] == [(2, {"organisation": 2})]
    for said in (got.out, terminal("gate", "overrides", by="elsa").out):
        assert number not in said
        assert "lindgren" not in said.casefold()


def test_others_are_told_that_there_is_nothing_of_theirs(terminal: Terminal) -> None:
    let_stand(terminal)
    for words in (("gate", "proposed"), ("gate", "accept", "Anna Lindgren"), ("gate", "overrides")):
        assert terminal(*words, by="birgitta").code == 6
