"""How every free text passes the gate on its way in, whichever door it came through."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from lexheller import anonymity
from lexheller.anonymity import Finding, Kind, Strength
from lexheller.errors import GateFailed, GateStopped

Findings = tuple[tuple[str, Finding], ...]
Known = Mapping[str, tuple[Finding, ...]]
"""What the gate has said a moment ago, by the text itself: a sheet's row is asked about before it is taken in."""

Allowed = Callable[[], Collection[str]]
"""Gives the words that are no person's name in a federation; asked for only where a name was found."""

_NOTHING: Known = {}


def no_words() -> Collection[str]:
    """Give no words: nobody's list counts."""
    return ()


def check(text: str, allowed: Allowed = no_words) -> tuple[Finding, ...]:
    """Ask the gate about one text, in a federation with words of its own.

    Raises:
        GateFailed: it cannot answer; whoever asks keeps the door shut.
    """
    found = _asked(text)
    if any(finding.type is Kind.PERSON for finding in found) and (words := allowed()):
        return _asked(text, words)
    return found


def _asked(text: str, words: Collection[str] = ()) -> tuple[Finding, ...]:
    try:
        return anonymity.check(text, words) if words else anonymity.check(text)
    except Exception as error:
        raise GateFailed(kind=type(error).__name__) from error


def asked(texts: Iterable[str]) -> Known:
    """Ask the gate about texts before anything is written, so that nobody waits for it who wants to write meanwhile.

    A text with a name in it is left out: what a federation allows may have changed by the time it is stored.

    Raises:
        GateFailed: it cannot answer.
    """
    found = {text: _asked(text) for text in dict.fromkeys(texts)}
    return {text: said for text, said in found.items() if all(each.type is not Kind.PERSON for each in said)}


def findings_in(texts: Mapping[str, str], known: Known = _NOTHING, allowed: Allowed = no_words) -> Findings:
    """List what the gate finds, as (field, finding); a text that is `known` is not read twice."""
    found = []
    for field, text in texts.items():
        of_text = known.get(text)
        found += [(field, finding) for finding in (check(text, allowed) if of_text is None else of_text)]
    return tuple(found)


def must_go_from_short(finding: Finding) -> bool:
    """Tell whether something must go from words that are no text of a case.

    An owner's name is meant to be there; a number that may be a person's is not, nor an address to write to. A row of
    digits whose check digit is wrong is let through: keys and dates look like that.
    """
    return finding.strength is Strength.STOP and "check_digit_wrong" not in finding.evidence


def stopped(words: Mapping[str, str], known: Known = _NOTHING) -> None:
    """Stop what must go in words that are no text of a case: names of owners, an idempotency key.

    Raises:
        GateStopped: carries what must go.
    """
    must_go = tuple((field, finding) for field, finding in findings_in(words, known) if must_go_from_short(finding))
    if must_go:
        raise GateStopped(findings=must_go, texts=dict(words))


def passed(
    texts: Mapping[str, str], *, vouched: bool, known: Known = _NOTHING, allowed: Allowed = no_words
) -> dict[str, object]:
    """Let texts through, or stop them all; give what may be written down about it.

    Args:
        vouched: the writer has said of all that is asked about that it identifies nobody.
        known: what the gate has said of them already.
        allowed: the words that are no person's name where the texts belong.

    Raises:
        GateStopped: something must go, or is asked about and nobody has vouched for it; carries every finding.
    """
    if not texts:
        return {}
    found = findings_in(texts, known, allowed)
    if any(finding.strength is Strength.STOP for _, finding in found) or (found and not vouched):
        raise GateStopped(findings=found, texts=dict(texts))
    asked = [f"{field}:{finding.rule}" for field, finding in found]
    return {"gate": anonymity.VERSION} | ({"vouched": asked} if asked else {})
