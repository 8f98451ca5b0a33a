"""`lexheller link`: how does a partner come to read what was sent to them? By a link, given here or taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexheller.cli import output
from lexheller.cli.frame import argument, command, json_option, option, with_desk, words_of
from lexheller.i18n.dates import long_date

if TYPE_CHECKING:
    from lexheller.desk import Desk


@command("link", "lexheller link fk-beredning", "lexheller link fk-beredning --no-mail")
@argument("to", meta="case_or_recipient")
@option("--withdraw", is_flag=True, words="withdraw_link")
@option("--no-mail", is_flag=True, words="no_mail")
@json_option
@with_desk
def link(desk: Desk, to: str, withdraw: bool, no_mail: bool, as_json: bool) -> None:
    """Give links, or take them back."""
    import click

    words = words_of(click.get_current_context())
    if withdraw:
        count = desk.end_links(to)
        output.one({"withdrawn": count}, words.plural("link.withdrawn", count), as_json=as_json)
        return
    given = desk.give_links(to, by_mail=not no_mail)
    lines = []
    for each in given:
        until = long_date(each.until, words.language)
        lines.append(words("link.given", recipient=each.recipient, to=each.to, until=until, link=each.link))
        if each.mailed:
            lines.append(words("link.mailed", to=each.to))
    things = [each._asdict() | {"until": each.until.isoformat()} for each in given]
    output.one({"links": things}, "\n".join(lines), as_json=as_json)
