"""`lexheller follow`: what does the submitter see with the code, and what can they do with it?"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from lexheller.cli import output
from lexheller.cli.frame import command, json_option, option, session_of, vouch_option, with_desk, words_of
from lexheller.cli.steps import answer_done, whole_text
from lexheller.cli.terminal import hear
from lexheller.cli.way import draw_way
from lexheller.errors import NotOpen, NotPossible
from lexheller.forms.asking import InputEnded
from lexheller.forms.lines import INDENT, Line, chair, wrapped
from lexheller.i18n.dates import long_date, short_date
from lexheller.i18n.words import Words
from lexheller.model.codes import Helped
from lexheller.processes.lex_heller_phases import ANSWER
from lexheller.services.office import local_day

if TYPE_CHECKING:
    from lexheller.desk import Desk
    from lexheller.services.following import Followed

_DOES = {
    "say": ("say", "message"),
    "helped": ("helped", "helped"),
    "reopen": ("reopen", "reason"),
    "block": ("block", "where"),
}
"""What an option does: the step, and the field it fills."""


@command("follow", "lexheller follow < koden.txt", 'lexheller follow --say "Ja, ring gärna på torsdag." < koden.txt')
@option("--say", meta="text", words="follow_say")
@option("--helped", type=click.Choice(["yes", "partly", "no", "ja", "delvis", "nej"]), words="follow_helped")
@option("--reopen", meta="text", words="follow_reopen")
@option("--withdraw", is_flag=True, words="follow_withdraw")
@option("--block", meta="text", words="follow_block")
@option("--erase-contact", is_flag=True, words="follow_erase")
@vouch_option
@json_option
@with_desk
def follow(
    desk: Desk,
    say: str | None,
    helped: str | None,
    reopen: str | None,
    withdraw: bool,
    block: str | None,
    erase_contact: bool,
    vouch: bool,
    as_json: bool,
) -> None:
    """Read a case with its code, or act with it."""
    words = words_of(click.get_current_context())
    typed = {"say": say, "helped": helped, "reopen": reopen, "block": block}
    wanted: list[tuple[str, Mapping[str, object]]] = [
        (step, {field: typed[key]}) for key, (step, field) in _DOES.items() if typed[key] is not None
    ]
    wanted += [(step, {}) for step, asked in (("withdraw", withdraw), ("erase_contact", erase_contact)) if asked]
    if len(wanted) > 1:
        raise click.UsageError(words("cli.one_at_a_time"))
    code = _code(words)
    if wanted:
        step, given = wanted[0]
        whole = {key: whole_text(str(value)) for key, value in given.items()}
        try:
            done = desk.do_with_code(code, step, whole, vouched=vouch)
        except NotOpen:
            if step != "withdraw":
                raise
            raise _too_late(desk.follow(code)) from None
        answer_done(done, step, words, as_json=as_json)
        return
    seen = desk.follow(code)
    if as_json:
        output.print_json(_json(seen))
    else:
        output.draw(draw_followed(seen, session_of(click.get_current_context()).words, output.width()))


def _too_late(seen: Followed) -> NotPossible:
    """Say why a case cannot be withdrawn, and what its submitter can still do."""
    if not seen.asked:
        return NotPossible(why="too_late_to_withdraw")
    return NotPossible(why="withdraw_or_erase" if "erase_contact" in seen.can else "in_others_work")


def _code(words: Words) -> str:
    """Ask for the code; it is never an argument, where others on the machine could read it."""
    if sys.stdin.isatty():
        click.echo(words("cli.ask_code"), err=True)
    try:
        return hear().strip()
    except InputEnded:
        raise InputEnded(what="code") from None


def _json(seen: Followed) -> dict[str, object]:
    return {
        "number": seen.number,
        "version": seen.version,
        "phase": seen.phase.removeprefix("phase."),
        "until": seen.until,
        "received": seen.received,
        "leader": seen.leader or None,
        "messages": [{"at": said.at, "own": said.own, "text": said.text, "kind": said.kind} for said in seen.messages],
        "asked": [{"name": one.name, "state": one.state, "due": one.due} for one in seen.asked],
        "decision": seen.decision,
        "feedback": seen.feedback or None,
        "closed": seen.closed,
        "helped": seen.helped,
        "goes_on_as": seen.goes_on_as or None,
        "can": list(seen.can),
    }


def draw_followed(seen: Followed, words: Words, width: int) -> list[Line]:
    """Draw what the submitter sees: what is, who has it and until when, the way, messages, what came of it."""
    until = long_date(seen.until, words.language) if seen.until else ""
    said = words(seen.phase, date=until or "–")
    lines: list[Line] = [[(said, "bold")], [(f"{seen.number} · {_who(seen, words, until)}", "")], []]
    ahead = len(seen.way) > 1 and seen.way[-1][0] == ANSWER and seen.closed is None
    lines += [*draw_way(seen.way, ahead, words, width, seen.until), []]
    if seen.why:
        lines += [*wrapped(words(seen.why), width), []]
    if seen.decision:
        more = "" if seen.closed or seen.feedback else words("follow.settled.more")
        lines += [*wrapped(f"{words(f'follow.settled.{seen.decision}')} {more}".rstrip(), width), []]
    if seen.goes_on_as:
        lines += [*wrapped(words("follow.goes_on", number=seen.goes_on_as), width), []]
    for one in seen.asked:
        day = f" · {short_date(one.due, words.language)}" if one.due and one.state == "open" else ""
        lines.append([(f"{INDENT}{one.name}: {words(f'referral.{one.state}')}{day}", "")])
    lines += [[]] if seen.asked else []
    for message in seen.messages:
        day = short_date(local_day(message.at), words.language)
        lines.append([(f"{INDENT if not message.own else INDENT + '    '}{_whose(message.own, words)} {day}", "")])
        lines += chair(message.text, width, facing=message.own)
    if seen.feedback and seen.feedback_told:
        lines += [[], [(words("show.feedback"), "bold")], *chair(seen.feedback, width)]
    if seen.others:
        lines += [[], *wrapped(words("follow.not_alone"), width)]
    if seen.asked and seen.closed is None and not {"withdraw", seen.phase}.intersection((*seen.can, "phase.withdrawn")):
        lines += [[], *wrapped(words(f"refused.{_too_late(seen).data['why']}"), width)]
    return lines + _next(seen, words)


def _who(seen: Followed, words: Words, until: str) -> str:
    who = words("follow.leader", name=seen.leader) if seen.leader else words("follow.no_leader")
    return " · ".join(filter(None, (who, words("follow.until", date=until) if until and not seen.closed else "")))


def _whose(own: bool, words: Words) -> str:  # whose words they are
    return words("follow.you" if own else "follow.us")


def _next(seen: Followed, words: Words) -> list[Line]:
    """Say the one thing that the submitter could do next."""
    if seen.phase == "phase.waiting" and "say" in seen.can:
        return output.bench(words, "bench.answer", 'lexheller follow --say "…"')
    if "helped" in seen.can and seen.helped is None:
        answers = "|".join(words(f"choice.{answer}") for answer in Helped)
        return output.bench(words, "bench.helped", f"lexheller follow --helped {answers}")
    return output.bench(words, "bench.write", 'lexheller follow --say "…"') if "say" in seen.can else []
