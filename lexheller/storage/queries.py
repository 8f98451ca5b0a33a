"""What may be asked of cases in bulk? Every query of a desk by its name, wherever in this room it is answered.

Every one takes the viewer, and `visible` decides.
"""

from __future__ import annotations

from sqlalchemy import Connection

from lexheller.services.agreement import Rating
from lexheller.services.next_thing import Inbox, InboxRow
from lexheller.storage.group_lists import group_cases, shown_cases
from lexheller.storage.histories import HistoryRow, history, ratings, ties
from lexheller.storage.inbox import inbox
from lexheller.storage.lists import (
    CaseRow,
    case_rows,
    held_back,
    list_cases,
    open_at,
    waiting,
)
from lexheller.storage.measures import MeasureRow, open_measures

__all__ = [
    "CaseRow",
    "Connection",
    "HistoryRow",
    "Inbox",
    "InboxRow",
    "MeasureRow",
    "Rating",
    "case_rows",
    "group_cases",
    "held_back",
    "history",
    "inbox",
    "list_cases",
    "open_at",
    "open_measures",
    "ratings",
    "shown_cases",
    "ties",
    "waiting",
]
