"""`lexheller routes`: where do cases go, is there anything wrong with the rules, and what would others do?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lexheller.cli import exits, output
from lexheller.cli.frame import argument, group, json_option, with_desk, words_of
from lexheller.cli.output import Column
from lexheller.cli.routes_page import draw_explained, draw_tried, promise_of, proposal_row, target_row
from lexheller.routing.wording import fault_words, target_words

if TYPE_CHECKING:
    from lexheller.desk import Desk


@group("routes")
def routes() -> None:
    """Hold what is asked about rules."""


@routes.command("list", key="routes.list", examples=("lexheller routes list", "lexheller routes list --json"))
@json_option
@with_desk
def list_(desk: Desk, as_json: bool) -> None:
    """List the rules, in the order in which they are asked."""
    words = words_of(click.get_current_context())
    rows = [
        {
            "file": file.key,
            "number": number,
            "rule": rule.name,
            "version": rule.version,
            "layer": file.layer,
            "path": file.path,
            "to": target_row(rule.to),
            "purpose": rule.purpose,
            "stop": rule.stop,
            "because": {"sv": rule.because.sv, "en": rule.because.en},
            "place": f"{file.key} {number}",
            "to_words": target_words(words, rule.to),
            "purpose_words": words(f"purpose.{rule.purpose}"),
        }
        for file, number, rule in desk.routes()
    ]
    columns = (
        Column("place", words("head.rule"), style="bold"),
        Column("rule", words("head.name"), cut=True),
        Column("version", words("head.version")),
        Column("to_words", words("head.to"), cut=True),
        Column("purpose_words", words("head.purpose")),
    )
    shown = {"place", "to_words", "purpose_words"}
    plain = [{key: value for key, value in row.items() if key not in shown} for row in rows]
    output.many(columns, plain if as_json else rows, as_json=as_json)


@routes.command("check", key="routes.check", examples=("lexheller routes check", "lexheller routes check --json"))
@json_option
@with_desk
def check(desk: Desk, as_json: bool) -> None:
    """Name everything that is wrong with the rules."""
    words = words_of(click.get_current_context())
    faults = desk.check_routes()
    rows = [
        {
            "path": fault.path,
            "rule": fault.rule,
            "field": fault.field,
            "why": fault.why,
            "other": fault.other,
            "refuses": fault.refuses,
            **({} if as_json else {"said": fault_words(words, fault)}),
        }
        for fault in faults
    ]
    columns = (
        Column("path", words("head.file")),
        Column("rule", words("head.rule"), style="bold"),
        Column("field", words("head.field")),
        Column("said", words("head.wrong")),
    )
    if rows or as_json:
        output.many(columns, rows, as_json=as_json)
    refused = sum(fault.refuses for fault in faults)
    if refused:
        output.aside(words.plural("routes.faults", refused))
        sys.exit(exits.REFUSED)
    output.aside(words("routes.sound", n=sum(1 for _ in desk.routes())))


@routes.command(
    "explain",
    key="routes.explain",
    examples=("lexheller routes explain GBG-2026-0001", "lexheller routes explain GBG-2026-0001 --json"),
)
@argument("number", meta="case")
@json_option
@with_desk
def explain(desk: Desk, number: str, as_json: bool) -> None:
    """Say where a case would go, and why."""
    words = words_of(click.get_current_context())
    said = desk.explain(number)
    promise = promise_of(desk, desk.case(number).case, words)
    if not as_json:
        output.draw(draw_explained(number, said, promise, words, output.width(), known=desk.recipients()))
        return
    output.print_json(
        {
            "number": number,
            "to_person": said.to_person,
            "reply_by": promise.until,
            "proposals": [proposal_row(proposal) for proposal in said.proposals],
            "tried": [{"file": one.file, "number": one.number, "rule": one.rule, "why": one.why} for one in said.tried],
        }
    )


@routes.command("try", key="routes.try", examples=("lexheller routes try regler.toml",))
@argument("file", meta="file", type=click.Path(path_type=Path))
@json_option
@with_desk
def try_(desk: Desk, file: Path, as_json: bool) -> None:
    """Hold other rules against every earlier case."""
    words = words_of(click.get_current_context())
    rows = desk.try_routes(file)
    changed = [row for row in rows if row.changed]
    if as_json:
        output.print_json(
            {
                "changed": len(changed),
                "unchanged": len(rows) - len(changed),
                "cases": [
                    {
                        "number": row.number,
                        "before": [proposal_row(proposal) for proposal in row.before],
                        "after": [proposal_row(proposal) for proposal in row.after],
                    }
                    for row in changed
                ],
            }
        )
        return
    output.draw(draw_tried(changed, words, output.width()))
    output.aside(words("routes.tried", changed=len(changed), unchanged=len(rows) - len(changed)))
