"""Does the server's memory grow with what it has answered? After ten thousand requests beside after a thousand.

Some of them send steps of a form, in the words of one sample after another; the rest read pages, signed in or not.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path

from bench.rounds import line
from lexheller.demo.samples import samples
from lexheller.model.session import SessionKind
from lexheller.services import sessions
from lexheller.web.visitors import COOKIES
from tests.whole.houses import Home, make_home
from tests.whole.senders import FORM, STEPS, Sender, filled
from tests.whole.served import Served, serving

EARLY, LATE, AT_ONCE = 1_000, 10_000, 4
OPEN = ("/", "/folj", "/bibliotek", "/logga-in", "/integritet/GBG", "/rapport", "/halsa", "/redo")
WORK = ("/in", "/inkorg", "/arenden", "/mote", "/rapport", "/monster", "/konto", "/arenden/GBG-2026-0001")


def cookie(home: Home) -> str:
    """Let elsa be signed in."""
    with home.desk() as desk:
        house = desk.house
        word = house.store.write(lambda uow: sessions.begin(uow, house.office, SessionKind.PERSON, "GBG", "elsa"))
    return f"{COOKIES[SessionKind.PERSON]}={word}"


def visits(server: Served, signed_in: str, texts: Iterator[str]) -> Iterator[None]:
    """Visit for ever; each turn is one request."""
    pages = cycle([*OPEN, *((page, signed_in) for page in WORK)])
    with closing(server.link()) as link:
        while True:
            for page in islice(pages, 16):
                address, held = page if isinstance(page, tuple) else (page, "")
                answer = Sender(link, held).ask("GET", address)
                assert answer.status in {200, 303, 404}, (address, answer.status)
                yield
            sender, steps = Sender(link), list(STEPS)
            steps[0] = {**steps[0], "what_happened": next(texts)}
            answer = sender.ask("GET", FORM)
            yield
            for step in steps:
                answer = sender.ask("POST", FORM, filled(answer, {**step, "vouched": "yes", "go": "next"}))
                assert answer.status in {200, 422}
                yield
            sender.ask("POST", FORM, filled(answer, {"other_channel": "no", "go": "send"}))
            yield


def resident_after(server: Served, turns: list[Iterator[None]], count: int) -> int:
    """Let all visitors go on until so many requests more are answered; give the memory held then, in KiB."""

    def goes(turn: Iterator[None]) -> None:
        for _ in islice(turn, count // len(turns)):
            pass

    threads = [threading.Thread(target=goes, args=(turn,)) for turn in turns]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return server.resident()


def main(late: int = LATE) -> None:
    """Print the figure."""
    stories = [str(sample.form["vad_hande"]) for sample in samples()]
    with tempfile.TemporaryDirectory() as name:
        home = make_home(Path(name) / "home", "")
        with serving(home) as server:
            turns = [visits(server, cookie(home), cycle(stories[place:] + stories[:place])) for place in range(AT_ONCE)]
            before = resident_after(server, turns, EARLY)
            after = resident_after(server, turns, late - EARLY)
    print(line(f"memory after {late:,} requests, to after {EARLY:,} ({after / 1024:.0f} MiB)", after / before, 1.1))


if __name__ == "__main__":
    main()
