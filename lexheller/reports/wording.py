"""How are a report's codes, numbers and days said in the reader's language?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lexheller.i18n import Words, dates
from lexheller.i18n.choices import choice_label, sentence
from lexheller.model.codes import Level, Partner
from lexheller.model.report import Count, Period, Promise, Report

_LONGEST_AGE = "366-"
_NAMED = 3
"""So many federations are named over a report; of more, their number stands there and the names at its foot."""


@dataclass(frozen=True, slots=True)
class Wording:
    """Say things in one language; `words` is the catalogue."""

    words: Words

    @property
    def language(self) -> str:
        """Name the language, "sv" or "en"."""
        return self.words.language

    def number(self, n: Count) -> str:
        """Write a number, or the word that stands for a hidden one."""
        return self.words("report.hidden") if n is None else dates.number(n, self.language)

    def decimal(self, value: float | None) -> str:
        """Write a figure between -1 and 1."""
        return "" if value is None else dates.number(value, self.language, 2)

    def partner(self, partner: Partner, *, first: bool = True) -> str:
        """Name a kind of partner, with a capital where it begins a line."""
        name = self.words(f"partner.{partner}")
        return sentence(name) if first else name

    def short(self, partner: Partner) -> str:
        """Name a kind of partner in a narrow column."""
        return self.words(f"partner.short.{partner}")

    def level(self, level: Level | None) -> str:
        """Name a level at the start of a line."""
        return self.words("report.levels.none") if level is None else sentence(self.words(f"level.{level}"))

    def theme(self, code: str) -> str:
        """Name a theme; a federation's own is called what the federation calls it."""
        return sentence(choice_label(self.words, "themes", code)) if code else self.words("report.themes.none")

    def target(self, code: str) -> str:
        """Name a target group, in the same way."""
        return sentence(choice_label(self.words, "target_group", code)) if code else self.words("report.targets.none")

    def age(self, code: str) -> str:
        """Name an age of open cases, "31-90"."""
        if code == _LONGEST_AGE:
            return self.words("report.open.year")
        low, high = code.split("-")
        return self.words("report.open.days", low=low, high=high)

    def days(self, n: int | None) -> str:
        """Write a length of time; nothing where it is not known."""
        return "" if n is None else dates.days(n, self.language)

    def promise(self, promise: Promise | None) -> str:
        """Write what was promised, in the unit it was promised in."""
        if promise is None:
            return ""
        if promise.unit == "working_days":
            return dates.working_days(promise.amount, self.language)
        return self.days(promise.amount if promise.unit == "days" else promise.days)

    def date(self, day: date) -> str:
        """Write a date in full."""
        return dates.long_date(day, self.language)

    def period(self, period: Period) -> str:
        """Write the months of a period."""
        return dates.period(period.code, self.language)

    def part(self, part: Period) -> tuple[str, str]:
        """Write a part of the period in two short lines: months and year."""
        first, last = (self.words(f"date.month.short.{day.month}") for day in (part.first, part.last))
        months = first if part.first.month == part.last.month else f"{first}–{last}"
        years = f"{part.first.year}" if part.first.year == part.last.year else f"{part.first.year}/{part.last:%y}"
        return months, years

    def finding(self, report: Report) -> str:
        """Say what the report found, as its title: the pair that most cases have, or how many came in."""
        period = self.period(report.period)
        if report.most is not None:
            one, other = (self.partner(partner, first=False) for partner in report.most)
            return self.words("report.finding.pair", one=one, other=other)
        if report.totals.received is None:
            return self.words("report.finding.few", period=period)
        return self.words.plural("report.finding.cases", report.totals.received, period=period)

    def under(self, report: Report) -> str:
        """Say what the report covers: cases, federations (a few by their names), period, readers."""
        several = self.words.plural("report.federations", len(report.federations))
        whose = report.federations if len(report.federations) <= _NAMED else (several,)
        parts = [*whose, self.period(report.period)]
        if report.totals.received is not None:
            parts.insert(0, self.words.plural("report.cases", report.totals.received))
        if report.audience == "outside":
            parts.append(self.words("report.for_outside"))
        return " · ".join(parts)
