"""Every page that somebody can open, one after another, as the people come to them."""

from __future__ import annotations

from tests.browser import rounds_followed, rounds_outside, rounds_work
from tests.browser.walking import Round

ROUNDS: dict[str, Round] = {
    "passer-by": rounds_outside.passer_by,
    "reader": rounds_outside.reader,
    "submitter": rounds_outside.submitter,
    "followed": rounds_followed.followed,
    "hidden": rounds_followed.hidden,
    "leader": rounds_work.leader,
    **{f"cases-{person}": rounds_work.cases_of(person) for person in ("elsa", "birgitta", "sven", "rut")},
    "steps-taken": rounds_work.steps_taken,
    "group": rounds_work.group,
    "manager": rounds_work.manager,
    "administrator": rounds_work.administrator,
    "partner": rounds_outside.partner,
    "representative": rounds_work.representative,
    "account": rounds_outside.account,
    "mishap": rounds_outside.mishap,
    **{f"steps-{person}": rounds_work.steps_of(person) for person in ("elsa", "birgitta", "rut")},
}
WITH_PASSWORDS = {"account"}
"""Rounds at a door that asks for passwords, as on a real database."""
