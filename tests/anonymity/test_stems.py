"""Does the quick look of every sign of another channel let through all that its slow pattern finds?

`boundary.py` tries a pattern only where one of the rule's stems stands. Here a pattern's own tree is walked with every
way of saying what it finds, so the answer holds for all texts and not only for those that somebody thought of: what
can be any word counts as no stem at all.
"""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lexheller.anonymity.elsewhere import Rule, Rules, near, said, then
from lexheller.anonymity.elsewhere_en import EN
from lexheller.anonymity.elsewhere_en_told import EN_TOLD
from lexheller.anonymity.elsewhere_sv import SV
from lexheller.anonymity.elsewhere_sv_told import SV_TOLD

_ANY = "\x00"
_MOST_ROUNDS = 3
"""How often a part that may repeat is said; a stem that only a fourth round would make is not counted on."""
_FEW = 12
_parser: Any = import_module("re._parser")
_NAMED = {f"sv-{number}-{rule.channel}": rule for number, rule in enumerate((*SV, *SV_TOLD))}
_NAMED |= {f"en-{number}-{rule.channel}": rule for number, rule in enumerate((*EN, *EN_TOLD))}
EVERY = pytest.mark.parametrize("rule", _NAMED.values(), ids=_NAMED)


class _Stems:
    """What has been said so far, as far as it may become a stem: one way for each beginning of one."""

    def __init__(self, stems: tuple[str, ...]) -> None:
        self.stems = stems
        self.beginnings = {stem[:length] for stem in stems for length in range(1, len(stem))}

    def grown(self, ends: dict[str, str], signs: list[str]) -> dict[str, str]:
        """Say one of some signs after all that was said; what now holds a stem is no way past."""
        grown: dict[str, str] = {}
        for end, text in ends.items():
            for sign in signs:
                now = end + sign
                if not now.endswith(self.stems):
                    while now and now not in self.beginnings:
                        now = now[1:]
                    grown[now] = text + sign
        return grown

    def after(self, tree: Any, ends: dict[str, str]) -> dict[str, str]:
        """Tell how the texts may end that have no stem so far, each with one of them, once a part has been said."""
        for name, given in tree:
            if not ends:
                break
            ends = self.said(str(name), given, ends)
        return ends

    def said(self, name: str, given: Any, ends: dict[str, str]) -> dict[str, str]:
        """The same of one node of a pattern."""
        if name == "LITERAL":
            return self.grown(ends, [chr(given)])
        if name in {"ANY", "NOT_LITERAL", "IN"}:
            return self.grown(ends, _signs(given) if name == "IN" else [_ANY])
        if name == "SUBPATTERN":
            return self.after(given[-1], ends)
        if name == "BRANCH":
            return {end: text for each in given[1] for end, text in self.after(each, ends).items()}
        if name in {"MAX_REPEAT", "MIN_REPEAT"}:
            least, most, body = given
            found = dict(ends) if least == 0 else {}
            for done in range(1, min(int(most), int(least) + _MOST_ROUNDS) + 1):
                ends = self.after(body, ends)
                found |= ends if done >= least else {}
            return found
        assert name in {"AT", "ASSERT", "ASSERT_NOT"}, name
        return ends


def _way_past(rule: Rule) -> str | None:
    """Give a text, \\x00 for any sign, that the pattern finds and that holds no stem."""
    tree = _parser.parse(rule.pattern.pattern)
    return next(iter(_Stems(rule.stems).after(tree, {"": ""}).values()), None)


def _signs(given: Any) -> list[str]:
    if any(str(name) not in {"LITERAL", "RANGE"} for name, _ in given):
        return [_ANY]
    signs = [
        chr(code)
        for name, value in given
        for code in ([value] if str(name) == "LITERAL" else range(value[0], value[1] + 1))
    ]
    return signs if len(signs) <= _FEW else [_ANY]


@EVERY
def test_no_pattern_of_a_sign_finds_what_its_stems_pass_over(rule: Rule) -> None:
    assert _way_past(rule) is None


@EVERY
def test_no_stem_of_a_sign_is_another_one_written_longer(rule: Rule) -> None:
    longer = [stem for stem in rule.stems for other in rule.stems if other in stem and other != stem]
    assert longer == []


@pytest.mark.parametrize(
    ("rule", "past"),
    [
        (said("lex_sarah", "hit kick", "hits?", "kicked", "slapped"), "slapped"),
        (said("lex_sarah", "slapp", "slap(?:s|ped)"), "slaps"),
        (said("lex_sarah", "dog", r"(?:\w+ )?(?:dog|dör)"), "dör"),
        (near("lex_sarah", "golv", "personal", "på (?:golvet|toaletten)"), "personal"),
        (then("lex_sarah", "shout", "staff", "(?:shout|yell)ed at"), "yelled"),
        (said("lex_sarah", "aab", "a{1,2}b"), "ab"),
    ],
)
def test_a_pattern_that_a_stem_lacks_is_shown_with_a_text(rule: Rule, past: str) -> None:
    found = _way_past(rule)
    assert found is not None
    assert past in found


@pytest.mark.parametrize(
    "rule",
    [
        said("lex_sarah", "slapp", "slapp(?:s|ed)"),
        said("lex_sarah", "slaps slapp", "slap(?:s|ped)"),
        said("lex_sarah", "dö", "d(?:ör|ött|öd)"),
        then("lex_sarah", "shout yell", "staff", "(?:shout|yell)ed at"),
    ],
)
def test_a_pattern_whose_stems_are_whole_has_no_way_past(rule: Rule) -> None:
    assert _way_past(rule) is None


_EVERY = tuple(_NAMED.values())
_TEXTS = (
    *(stem for rule in _EVERY for stem in rule.stems),
    *(f"han {stem[:-1]} {stem[1:]}" for rule in _EVERY for stem in rule.stems),
    *Path(__file__).with_name("elsewhere.txt").read_text(encoding="utf-8").lower().splitlines(),
    *("", "d", "dö", "vill dö"),
)


def test_many_rules_are_worth_a_look_where_each_would_be() -> None:
    rules = Rules(_EVERY)
    worth = {text: [rule for rule in _EVERY if any(stem in text for stem in rule.stems)] for text in _TEXTS}
    assert {text: rules.worth(text) for text in _TEXTS} == worth
    assert min(map(len, worth.values())) == 0
