"""What does each page of the form show: choices, who will read what, and the answers as they are read back?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from lexheller.forms.choices import choices_of
from lexheller.i18n.choices import choice_label, sentence
from lexheller.i18n.dates import month
from lexheller.i18n.words import Words
from lexheller.model.codes import Partner
from lexheller.model.fields import Kind
from lexheller.settings import Labels
from lexheller.web.submitter.story import FIELDS, MORE, STEPS, WAY, Story


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing to choose, as the macros draw it: `more` is a line beneath."""

    code: str
    label: str
    heading: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An answer to check: what it is called, what was said, and the field that "Ändra" goes to."""

    key: str
    label: str
    said: str
    text: bool = False


def offered(key: str, words: Words, own_groups: Labels) -> tuple[Offered, ...]:
    """List what one may choose for a field."""
    found = _ours(key, words)
    if key != "target_group":
        return found
    own = tuple(Offered(code, labels[words.language]) for code, labels in own_groups.items())
    return (*found[:-1], *own, found[-1])


@lru_cache(maxsize=512)  # sixteen fields, in two languages, for each federation that has words of its own
def _ours(key: str, words: Words) -> tuple[Offered, ...]:
    return tuple(Offered(each.code, each.label, each.heading) for each in choices_of(FIELDS[key], words))


def ways(words: Words) -> tuple[Offered, ...]:
    """List how one may be reached, with who will see what."""
    return tuple(
        Offered(way, words(f"contact_way.{way}"), more=words(f"web.tell.seen.{way}")) for way in ("reach", "code")
    )


def areas(known: frozenset[str], words: Words) -> tuple[Offered, ...]:
    """List the municipalities of this house, where it has a list."""
    return (Offered("", words("web.tell.no_choice")), *(Offered(name, name) for name in sorted(known)))


def rows(story: Story, words: Words, own_groups: Labels) -> tuple[Row, ...]:
    """List the answers to check; what may be left out and was stands together in one row."""
    shown = [key for step in (1, 2) for key in STEPS[step]] + [key for key in STEPS[3] if story.values.get(key)]
    found = [Row(key, words(f"field.{key}"), said(story, key, words, own_groups), FIELDS[key].free) for key in shown]
    if any(story.values.get(key) for key in STEPS[3]):
        return tuple(found)
    return (*found, Row(STEPS[3][0], words("web.tell.more"), ""))


def said(story: Story, key: str, words: Words, own_groups: Labels) -> str:
    """Write an answer out."""
    if key == "contact":
        way = words(f"contact_way.{story.typed(WAY) or 'code'}")
        return f"{way}\n{story.typed('contact')}".strip()
    if key == "when":
        return _month(story.typed(key), words)
    labels = {each.code: each.label for each in offered(key, words, own_groups)}
    if FIELDS[key].kind is Kind.CHOICES:
        return "\n".join(sentence(choice_label(words, key, code)) for code in story.chosen(key))
    return labels.get(story.typed(key), story.typed(key))


def _month(typed: str, words: Words) -> str:
    try:
        return month(date.fromisoformat(f"{typed}-01"), words.language)
    except ValueError:
        return typed


def own_workplace(story: Story) -> bool:
    """Tell whether somebody writes about where they work."""
    return story.typed("submitter_org") in set(story.chosen("partners")) - {Partner.UNCLEAR}


def told_of(story: Story, words: Words) -> str:
    """Name where somebody works, as those may read it who get the case from us."""
    if story.typed("submitter_org") == Partner.UNCLEAR:
        return words("web.check.partners.not_said")
    return sentence(choice_label(words, "submitter_org", story.typed("submitter_org")))


__all__ = ["MORE", "Offered", "Row", "areas", "offered", "own_workplace", "rows", "said", "told_of", "ways"]
