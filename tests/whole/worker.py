"""What do other processes do in a house? They work until they are killed, or race for one thing when told to."""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from typing import Any, Final

from lexheller.desk import Desk
from lexheller.errors import LexHellerError
from lexheller.model.people import Pattern
from tests.factories import a_form
from tests.whole.houses import Home

Line = tuple[str, dict[str, Any]]
"""What a worker tells: "trying" or "done", and what."""

CONTACT: Final = "Ring 031-3900602"
MEASURE: Final = {"what": "Enas om en kontaktväg", "owner": "Birgitta Exempel", "due": "2027-06-01"}
WAY: Final[tuple[tuple[str, str, Mapping[str, object]], ...]] = (
    ("elsa", "open_dialogue", {}),
    ("elsa", "say", {"message": "Tack, vi hör av oss."}),
    ("elsa", "reveal_contact", {"reason": "Jag ringer och frågar mer."}),
    ("elsa", "retell", {"shared_text": "En person väntade länge på besked från två håll."}),
    ("elsa", "attest", {"area_harmless": False}),
    ("elsa", "block", {"where": "what_happened"}),
    ("rut", "dispose_text", {"words": "läkarintyg", "reason": "Kan peka ut någon."}),
    ("elsa", "attest", {"area_harmless": False}),
    ("elsa", "unblock", {"done": "removed"}),
    ("elsa", "split", {"what_happened": "Intyget skickades åt fel håll.", "partners": "fk"}),
    ("elsa", "share", {"group": "natverk"}),
    ("ines", "tie_pattern", {"pattern": "P1", "reason": "Två parter bedömer olika."}),
    ("ines", "classify", {"level": "organisation", "reason": "Det går att ordna om."}),
    ("birgitta", "decide", {"kind": "measure", "reason": "Händer ofta.", "measures": [MEASURE]}),
    ("birgitta", "refer", {"to": "fk-beredning,styrgrupp", "reason": "De delar frågan."}),
    ("fia", "answer", {"referral": "1", "answer": "Vi utser en kontaktväg."}),
    ("elsa", "give_up", {"referral": "2", "reason": "Inget svar efter tre påminnelser."}),
    ("elsa", "conclude", {}),
    ("elsa", "erase_contact", {"reason": "Handlingen är gallrad."}),
    ("elsa", "give_feedback", {"feedback": "Vi följer upp i juni."}),
)
"""A way of a case that writes into every table there is."""


def report() -> dict[str, Any]:
    """Make the report that is sent in."""
    return a_form(contact=CONTACT, tried="Ett samtal.")


def works(home: Home, name: str, told: Connection) -> None:
    """Send in reports and take their cases along the way, telling of each thing before it and once it is done."""
    people = {who for who, _, _ in WAY}
    desks = {who: home.opened(who) for who in people}
    chance = random.Random(name)
    under_way: list[tuple[str, int, int]] = []
    told.send(("ready", {}))
    turn = 0
    while True:
        turn += 1
        if len(under_way) < 2 or chance.random() < 0.1:
            key = f"{name}-{turn}"
            told.send(("trying", {"key": key}))
            got = desks["elsa"].submit(report(), key=key)
            told.send(("done", {"key": key, "number": got.number, "version": got.version, "code": got.claim_code}))
            under_way.append((got.number, got.version, 0))
            continue
        number, version, place = under_way.pop(chance.randrange(len(under_way)))
        who, step, given = WAY[place]
        told.send(("trying", {"number": number, "version": version}))
        done = desks[who].do(number, step, given, version=version)
        told.send(("done", {"number": number, "version": done.version, "state": done.state}))
        if place + 1 < len(WAY):
            under_way.append((number, done.version, place + 1))


def races(home: Home, person: str, go: Event, told: Connection, what: Mapping[str, Any]) -> None:
    """Do one thing at the same moment as others do, and tell what came of it."""
    with home.desk(person) as desk:
        told.send(("ready", {}))
        go.wait()
        try:
            told.send(("done", _one_thing(desk, what)))
        except LexHellerError as refusal:
            told.send((type(refusal).__name__, dict(refusal.data)))


def _one_thing(desk: Desk, what: Mapping[str, Any]) -> dict[str, Any]:
    if "key" in what:
        got = desk.submit(report(), key=what["key"])
        return {"number": got.number, "code": got.claim_code, "repeated": got.repeated}
    if "seen" in what:
        desk.name_pattern(Pattern("GBG", "P1", f"Ord från {os.getpid()}", "Vem stämmer av?"), seen=what["seen"])
        return {"name": f"Ord från {os.getpid()}"}
    done = desk.do(what["number"], what["step"], what["given"], version=what.get("version"))
    return {"number": done.number, "version": done.version, "state": done.state}
