"""`lexheller process`: which steps are there, who takes them, and what do they need?"""

from __future__ import annotations

import click

from lexheller.cli import output
from lexheller.cli.frame import Session, argument, command, json_option, option, with_session
from lexheller.cli.process_page import draw_process, markdown, process_row, process_rows
from lexheller.errors import UnknownName
from lexheller.processes import process_named
from lexheller.workflow import Process, mermaid

PROCESSES = ("lex_heller", "workshop")


@command("process", "lexheller process", "lexheller process --mermaid", "lexheller process workshop --json")
@argument("name", meta="process", default=PROCESSES[0])
@option("--mermaid", "as_mermaid", is_flag=True, words="mermaid")
@option("--markdown", "as_markdown", is_flag=True, words="markdown")
@json_option
@with_session
def process(session: Session, name: str, as_mermaid: bool, as_markdown: bool, as_json: bool) -> None:
    """Show a process."""
    words, found = session.words, _named(name)
    if as_json:
        output.print_json(process_row(found))
    elif as_mermaid:
        click.echo(mermaid(found, lambda state: words(f"state.{state}")), nl=False)
    elif as_markdown:
        click.echo(markdown(found, words), nl=False)
    elif output.on_terminal():
        output.draw(draw_process(found, words, output.width()))
    else:
        columns, rows = process_rows(found, words)
        output.many(columns, rows, as_json=False)


def _named(name: str) -> Process:
    if name not in PROCESSES:
        raise UnknownName(what="process", name=name, known=PROCESSES)
    return process_named(name).process
