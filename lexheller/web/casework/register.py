"""How is a report written in for somebody who phoned? The same form on one page, and the code to read out."""

from __future__ import annotations

from flask import Response, request

from lexheller.errors import GateStopped, KeyReused
from lexheller.forms.boundary import channels_for, channels_shown
from lexheller.forms.signs import shown_signs
from lexheller.i18n.words import Words
from lexheller.model.codes import Source
from lexheller.model.people import Federation
from lexheller.web.access import Room
from lexheller.web.casework.who import LEADERS
from lexheller.web.findings import ReadBack, asks_only, exchanged, found_at, marked, mistakes_in, place_of, read_back
from lexheller.web.page import house, language, page, words
from lexheller.web.submitter import asking
from lexheller.web.submitter.asking import Offered
from lexheller.web.submitter.story import STEPS, Story, lacks, opened
from lexheller.web.visitors import desk, gate_of

room = Room("register", __name__, template_folder="templates")

WAYS = (Source.PHONE, Source.MEETING, Source.WORD)
REST = ("consequence", "tried", "proposal", "title", "when", "area", "target_group", "recurring", "agreement",
        "agreement_which", "solved", "publication", "other_channel")  # fmt: skip
"""What lies in the fold: all that may be left out."""


@room.page("/registrera", LEADERS)
def ask() -> Response:
    """Ask for what was told."""
    return _shown(Story(desk().me.federation))


@room.page("/registrera", LEADERS, post=True)
def take() -> Response:
    """Send it in, or say what keeps it from being sent."""
    form = request.form
    story = opened(form.get("story", "")) or Story(desk().me.federation)
    for step in STEPS:
        story = story.answered(step, form)
    vouched = form.get("vouched") == "yes"
    free_area = not house().office.areas
    texts = {key: text for step in STEPS for key, text in story.texts(step, free_area=free_area).items()}
    spot = place_of(form.get("fix", ""))
    if spot is not None and spot[0] in texts:
        key, start, word = spot
        story = story.with_values(**{key: exchanged(texts[key], start, word, gate_of(story.federation))})
        backs = read_back({**texts, key: story.typed(key).strip()}, language(), gate_of(story.federation))
        return _shown(story, backs=backs, vouched=vouched, note="" if backs else "web.tell.fixed")
    lack = {key: told for step in STEPS for key, told in lacks(story, step, house().office.today()).items()}
    backs = read_back(texts, language(), gate_of(story.federation))
    if lack or (backs and not (vouched and asks_only(backs))):
        return _shown(story, lack=lack, backs=backs, vouched=vouched)
    return _sent(story, vouched=vouched)


def _sent(story: Story, *, vouched: bool) -> Response:
    way = request.form.get("source", "")
    channels = channels_shown(story.chosen("partners"), story.told())
    try:
        got = desk().submit(
            story.form(),
            federation=story.federation,
            key=story.key,
            vouched=vouched,
            informed=channels if request.form.get("informed") == "yes" else (),
            source=Source(way) if way in WAYS else Source.PHONE,
            language=language(),
        )
    except GateStopped as stop:
        return _stopped(story, stop)
    except KeyReused:
        return page("submitter/sent.html", 409, home=_home())
    return page(
        "casework/registered.html",
        sent=got,
        home=_home(),
        reach=story.typed("contact_way") == "reach",
        signs=shown_signs(story.told(), language()),
    )


def _stopped(story: Story, stop: GateStopped) -> Response:
    """Show what the gate found in a title that we made ourselves: it can be changed like the rest."""
    texts: dict[str, str] = stop.data["texts"]  # type: ignore[assignment]  # errors carry data by name
    by_field = found_at(stop)
    story = story.with_values(**{key: texts[key] for key in by_field if not story.values.get(key)})
    return _shown(story, backs=marked(texts, by_field, language()))


def _shown(
    story: Story,
    *,
    lack: dict[str, str] | None = None,
    backs: tuple[ReadBack, ...] = (),
    vouched: bool = False,
    note: str = "",
) -> Response:
    said = words()
    own_groups = house().settings.target_groups
    wrong = {key: _lacks(told, said) for key, told in (lack or {}).items()}
    mistakes = mistakes_in(backs)
    mistakes += [("contact-way" if key == "contact" else key.replace("_", "-"), told) for key, told in wrong.items()]
    areas = house().office.areas
    return page(
        "casework/register.html",
        422 if lack or backs else 200,
        home=_home(),
        story=story,
        sealed=story.sealed(),
        step=1,
        wrong=wrong | {back.field: said("web.tell.marked") for back in backs},
        mistakes=mistakes,
        amiss={"backs": backs, "vouched": vouched, "lacks": lack or {}},
        asks_only=asks_only(backs),
        asks=any(not mark.stop for back in backs for mark in back.marks),
        note=note,
        focus="",
        offered=lambda key: asking.offered(key, said, own_groups),
        ways=tuple(Offered(way, said(f"contact_way.{way}")) for way in ("reach", "code")),
        sources=tuple(Offered(way, said(f"web.register.by.{way}")) for way in WAYS),
        source=request.form.get("source", Source.PHONE),
        informed=request.form.get("informed") == "yes",
        areas=asking.areas(areas, said) if areas else (),
        channels=channels_for(story.chosen("partners")),
        signs=shown_signs(story.told(), language()),
        more_open=any(story.values.get(key) or key in wrong for key in REST) or any(b.field in REST for b in backs),
    )


def _home() -> Federation:
    me = desk().me
    return next(each for each in desk().federations() if each.id == me.federation)


def _lacks(told: str, said: Words) -> str:
    """Say what lacks to whoever writes for somebody else, where the form speaks to its own writer."""
    own = f"web.register.lack.{told.removeprefix('lack.')}"
    return said(own) if said.has(own) else said(f"web.tell.{told}")
