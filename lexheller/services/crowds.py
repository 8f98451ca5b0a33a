"""How many cases could this one be taken for, by what its readers will be told?

Counted when a text is attested, over the cases that the one who attests may see: her own federation's at least. Only
what tells of a person is counted on: a municipality that will be shown, an age that the text gives. Parties and time
alone tell of organisations.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lexheller.anonymity.ages import age_bands
from lexheller.model.case import Case
from lexheller.model.people import Viewer
from lexheller.patterns.alike import Alike, Traits, alike
from lexheller.services.office import Office
from lexheller.services.ports import UnitOfWork


def crowd(uow: UnitOfWork, case: Case, viewer: Viewer, *, area_shown: bool) -> Alike | None:
    """Count the cases that are like this one; None where it tells nothing of a person.

    Args:
        area_shown: whether its municipality is to be shown.
    """
    one = Traits(
        case.submitted.area.strip() if area_shown else "", frozenset(case.partners), _ages(uow, case), case.day
    )
    if not one.telling:
        return None
    return alike(one, _others(uow, case, viewer, with_ages=bool(one.ages)))


def too_few(office: Office, found: Alike | None) -> bool:
    """Tell whether a case has fewer like it than the federation wants."""
    return found is not None and found.count < office.few_alike


def _others(uow: UnitOfWork, case: Case, viewer: Viewer, *, with_ages: bool) -> Iterator[Traits]:
    year = case.day.year
    for other in uow.cases.between(viewer, date(year, 1, 1), date(year, 12, 31)):
        if (other.federation, other.id) == (case.federation, case.id) or set(other.partners) != set(case.partners):
            continue
        own = other.federation == viewer.federation
        yield Traits(
            other.submitted.area.strip() if own or other.area_shown else "",
            frozenset(other.partners),
            _ages(uow, other) if with_ages else frozenset(),
            other.day,
        )


def _ages(uow: UnitOfWork, case: Case) -> frozenset[tuple[int, int]]:
    """Read the ages out of the shared text, or of the received one where nothing is shared yet."""
    where = (case.shared_version, "shared_text") if case.shared_version else (1, "what_happened")
    text = uow.cases.text(case.federation, case.id, *where)
    return age_bands(text.text) if text else frozenset()
