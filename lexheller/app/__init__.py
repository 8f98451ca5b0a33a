"""Where is everything put together? Settings, keys, database, rules and calendar: once, into a house for a desk."""

from __future__ import annotations

from lexheller.app.calendar import swedish_calendar
from lexheller.app.opening import House, make_house, open_house, open_office

__all__ = ["House", "make_house", "open_house", "open_office", "swedish_calendar"]
