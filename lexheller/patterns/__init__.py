"""What do many cases say together? Arithmetic on plain values: no case, no database, no request."""

from lexheller.patterns.agreement import Agreement, agreement
from lexheller.patterns.concepts import ROWS, Concepts
from lexheller.patterns.counting import Waits, quantile, waits
from lexheller.patterns.hiding import K, Protection, hidden_cells, protect
from lexheller.patterns.likeness import Document, Scored, Why, frequencies, rank, rarest
from lexheller.patterns.sets import partner_relations
from lexheller.patterns.tables import AtMost, NoMore, NotProtected, Relation, Sum, Untrue, faults, small
from lexheller.patterns.words import CONCEPTS, concepts, stem, stems, terms, words, written

__all__ = [
    "CONCEPTS",
    "ROWS",
    "Agreement",
    "AtMost",
    "Concepts",
    "Document",
    "K",
    "NoMore",
    "NotProtected",
    "Protection",
    "Relation",
    "Scored",
    "Sum",
    "Untrue",
    "Waits",
    "Why",
    "agreement",
    "concepts",
    "faults",
    "frequencies",
    "hidden_cells",
    "partner_relations",
    "protect",
    "quantile",
    "rank",
    "rarest",
    "small",
    "stem",
    "stems",
    "terms",
    "waits",
    "words",
    "written",
]
