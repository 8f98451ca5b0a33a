"""Where do the demo's cases come from? The package's own sample files, in the form's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, cast

from lexheller.imports.documents import parse_document
from lexheller.model.codes import Channel
from lexheller.model.vocabulary import SWEDISH_LEVELS, SWEDISH_TARGET_GROUPS, SWEDISH_THEMES

TEXT_FIELDS = ("rubrik", "vad_hande", "konsekvens", "vad_har_provats", "forslag")
CHANNELS: Mapping[str, tuple[Channel, ...]] = {
    "overvag_omprovning": (Channel.REVIEW_APPEAL,),
    "overvag_lex_sarah": (Channel.LEX_SARAH,),
    "overvag_orosanmalan": (Channel.REPORT_OF_CONCERN,),
    "lex_maria_och_lex_sarah": (Channel.LEX_MARIA, Channel.LEX_SARAH),
    "akut_skydd": (Channel.EMERGENCY,),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample case: what its submitter fills in, and what its people decided."""

    id: str
    form: Mapping[str, Any]
    level: str
    theme: str
    target_group: str
    pattern: str
    informed: tuple[Channel, ...]
    has_identifiers: bool


def samples() -> Iterator[Sample]:
    """Read all sample cases, in the files' order."""
    for name in ("cases_sv.yaml", "more_sv.yaml"):
        text = files("lexheller.samples").joinpath(name).read_text(encoding="utf-8")
        for row in cast("dict[str, Any]", parse_document(text, "yaml", name))["cases"]:
            yield _sample(row)


def _sample(row: Mapping[str, Any]) -> Sample:
    form = {key: row[key] for key in TEXT_FIELDS if row.get(key)}
    form |= {"partners": row["partners"], "submitter_org": row["submitter_org"]}
    form["malgrupp"] = row["target_group"]
    return Sample(
        id=row["id"],
        form=form,
        level=SWEDISH_LEVELS[row["expected_level"]],
        theme=SWEDISH_THEMES[row["theme"]],
        target_group=SWEDISH_TARGET_GROUPS[row["target_group"]],
        pattern=row.get("pattern") or "",
        informed=CHANNELS.get(row.get("boundary", "none"), ()),
        has_identifiers=row.get("has_identifiers") == "true",
    )
