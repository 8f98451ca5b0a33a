"""The gate: does a text hold anything that may point out a person, and how is that said kindly?

It cannot see everything; a person always reads the text before it goes on. The signs of other channels are loaded when
they are asked for, so that a filter of many texts starts at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from lexheller.anonymity.allowed import allowed_form
from lexheller.anonymity.explain import Explanation, explain, explain_all
from lexheller.anonymity.finding import Finding, Kind, Strength
from lexheller.anonymity.fingerprint import fingerprint
from lexheller.anonymity.gate import VERSION, check
from lexheller.anonymity.rewrite import proposals, put_in, replaced, rewrite
from lexheller.anonymity.spoken import language_of

if TYPE_CHECKING:
    from lexheller.anonymity.boundary import Boundary, Sign, boundaries, boundaries_of, channel, signs

__all__ = [
    "VERSION",
    "Boundary",
    "Explanation",
    "Finding",
    "Kind",
    "Sign",
    "Strength",
    "allowed_form",
    "boundaries",
    "boundaries_of",
    "channel",
    "check",
    "explain",
    "explain_all",
    "fingerprint",
    "language_of",
    "proposals",
    "put_in",
    "replaced",
    "rewrite",
    "signs",
]

_LATER = frozenset({"Boundary", "Sign", "boundaries", "boundaries_of", "channel", "signs"})


def __getattr__(name: str) -> object:
    """Load the signs of other channels, now that one of them is asked for."""
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module("lexheller.anonymity.boundary"), name)
