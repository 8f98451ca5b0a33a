"""By which day should something have happened? Pure arithmetic on dates; holidays and rests are handed in.

The source is the practice as retold in docs/: first contact within five working days, a partner's answer within sixty
days, feedback within fourteen, an interim note every thirty, and weeks in summer when the clock rests.
"""

from lexheller.deadlines.calendar import Calendar, EveryYear, Once, Rest, Weeks, is_working_day, parse_rest
from lexheller.deadlines.due import due, next_interim, working_days_between
from lexheller.deadlines.terms import Term, Unit

__all__ = [
    "Calendar",
    "EveryYear",
    "Once",
    "Rest",
    "Term",
    "Unit",
    "Weeks",
    "due",
    "is_working_day",
    "next_interim",
    "parse_rest",
    "working_days_between",
]
