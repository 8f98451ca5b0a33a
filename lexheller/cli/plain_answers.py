"""Which questions that a yes or a no answers stand before attesting: the municipality, and the own workplace?"""

from __future__ import annotations

from collections.abc import Collection

from lexheller.forms.asking import Asker, ask_yes

ANSWERED = frozenset({"area_harmless", "own_workplace_ok"})
"""The needs of a step that can be asked about here."""


def ask(asker: Asker, lacks: Collection[str], area: str) -> dict[str, str] | None:
    """Ask for each of these that lacks; gives the fields, or none when somebody wants to think about it first.

    Args:
        asker: whoever is asked.
        lacks: the needs that are unmet; what is not answered here is passed over.
        area: the municipality that would be shown; without one nothing is shown and nothing asked.
    """
    words, more = asker.words, {}
    if "own_workplace_ok" in lacks:
        if not ask_yes(asker, words("attest.own_workplace"), default=False):
            return None
        more["own_workplace_ok"] = "yes"
    if "area_harmless" in lacks:
        shown = bool(area) and ask_yes(asker, words("attest.area", area=area), default=False)
        more["area_harmless"] = "yes" if shown else "no"
    return more
