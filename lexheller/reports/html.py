"""How does a report look as a page? One file with everything in it, for screen, phone, dark rooms and paper."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lexheller.i18n import Words
from lexheller.model.report import Report
from lexheller.reports.charts import heat, level_charts, wait_chart
from lexheller.reports.sections import sections
from lexheller.reports.wording import Wording

if TYPE_CHECKING:
    from jinja2 import Environment

LOOK = Path(__file__).with_name("look")
_TEMPLATES = Path(__file__).with_name("templates")
_LONG = 12
_JOINTS = re.compile(
    "((?<=förmed)lingen|förmed|kassan|vården|psykiatrin|tjänsten|marknads|bistånd|stödet|samhället|ansvaret|Arbets|ungdoms)"
)


def render(report: Report, words: Words) -> str:
    """Give the report as one HTML page."""
    return _filled("pattern.html", report, words)


def render_main(report: Report, words: Words) -> str:
    """Give what stands on that page, from its heading on, for a page that has a frame and a sheet already."""
    return _filled("pattern_main.html", report, words)


def _filled(template: str, report: Report, words: Words) -> str:
    says = Wording(words)
    shown = [pair.n for pair in report.pairs if pair.n is not None]
    return _environment().get_template(template).render(
        report=report,
        words=words,
        says=says,
        sections=sections(report, says),
        kinds=report.kinds(),
        heat=heat,
        top=max(shown, default=0),
        levels=level_charts(report, says),
        waits=wait_chart(report, says),
        sheet=sheet(),
        wordmark=wordmark(),
        hyphenated=hyphenated,
    )  # fmt: skip


def hyphenated(name: str) -> str:
    """Put soft hyphens into long names, where Swedish would divide them."""
    if len(max(name.split(), key=len, default="")) < _LONG:
        return name
    return _JOINTS.sub("\N{SOFT HYPHEN}\\1", name).lstrip("\N{SOFT HYPHEN}").replace(" \N{SOFT HYPHEN}", " ")


@cache
def sheet() -> str:
    """Give the style sheet of a page that stands alone: Simple.css, our own on top, the font within."""
    font = b64encode((LOOK / "familjen-grotesk-600.woff2").read_bytes()).decode()
    own = (
        (LOOK / "report.css")
        .read_text(encoding="utf-8")
        .replace("familjen-grotesk-600.woff2", f"data:font/woff2;base64,{font}")
    )
    return (LOOK / "simple.min.css").read_text(encoding="utf-8") + "\n" + own


@cache
def wordmark() -> str:
    """Give the wordmark as SVG to stand in a page."""
    return (LOOK / "wordmark.svg").read_text(encoding="utf-8").strip()


@cache
def _environment() -> Environment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
