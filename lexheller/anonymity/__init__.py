"""The gate: does a text hold anything that may point out a person, and how is that said kindly?

It cannot see everything; a person always reads the text before it goes on.
"""

from lexheller.anonymity.allowed import allowed_form
from lexheller.anonymity.explain import Explanation, explain
from lexheller.anonymity.finding import Finding, Kind, Strength
from lexheller.anonymity.fingerprint import fingerprint
from lexheller.anonymity.gate import VERSION, check
from lexheller.anonymity.rewrite import rewrite

__all__ = [
    "VERSION",
    "Explanation",
    "Finding",
    "Kind",
    "Strength",
    "allowed_form",
    "check",
    "explain",
    "fingerprint",
    "rewrite",
]
