"""How do the .po files become what runs? All rooms of a language are merged into one .mo, the same bytes each time.

    python -m lexheller.i18n.build            writes the catalogues and names what is wrong with the texts
    python -m lexheller.i18n.build --check    only names what is wrong, stale catalogues too

Needs Babel, which nothing needs at run time.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from lexheller.i18n import click_words, words
from lexheller.i18n.faults import faults
from lexheller.i18n.language import LANGUAGES

SOURCES = Path(__file__).parent
# click is written in English and keyed by its own sentences, so it is a catalogue of its own, in Swedish only.
CLICK_ROOM = "click"


class _Bare(Catalog):
    """A catalogue whose head holds no date and no version of a tool, so that the same texts give the same bytes."""

    def __iter__(self) -> Iterator[Message]:
        head = f"Content-Type: text/plain; charset=UTF-8\nLanguage: {self.locale}\nPlural-Forms: {self.plural_forms}\n"
        yield Message("", head)
        yield from (message for message in super().__iter__() if message.id)


def rooms(language: str) -> dict[str, Catalog]:
    """Read every room's texts in a language; click's own words are no room."""
    files = sorted((SOURCES / language).glob("*.po"))
    return {file.stem: read_room(file, language) for file in files if file.stem != CLICK_ROOM}


def read_room(file: Path, language: str) -> Catalog:
    """Read one .po file, refusing one that is not well formed."""
    with file.open("rb") as source:
        return read_po(source, locale=language, charset="utf-8", abort_invalid=True)


def compiled(catalogues: list[Catalog], language: str) -> bytes:
    """Merge catalogues and compile them to the bytes of a .mo file."""
    merged = _Bare(locale=language)
    for catalogue in catalogues:
        for message in catalogue:
            if message.id:
                merged.add(message.id, message.string)
    file = io.BytesIO()
    write_mo(file, merged)
    return file.getvalue()


def expected() -> dict[Path, bytes]:
    """Give every compiled catalogue as the .po files would have it, by the path where it belongs."""
    click_file = SOURCES / "sv" / f"{CLICK_ROOM}.po"
    answers = {_place("sv", click_words.DOMAIN): compiled([read_room(click_file, "sv")], "sv")}
    for language in LANGUAGES:
        answers[_place(language, words.DOMAIN)] = compiled(list(rooms(language).values()), language)
    return answers


def stale() -> list[str]:
    """Name the compiled catalogues that are not what the .po files give."""
    return [
        f"{path.relative_to(SOURCES)} is not what the .po files give: run python -m lexheller.i18n.build"
        for path, content in expected().items()
        if not path.exists() or path.read_bytes() != content
    ]


def main(arguments: list[str]) -> int:
    """Write the catalogues (or, with --check, only look) and name every fault; 1 when there is one."""
    if "--check" not in arguments:
        for path, content in expected().items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    found = stale() + faults({language: rooms(language) for language in LANGUAGES})
    for fault in found:
        sys.stderr.write(f"{fault}\n")
    return 1 if found else 0


def _place(language: str, domain: str) -> Path:
    return Path(words.LOCALE_FOLDER) / language / "LC_MESSAGES" / f"{domain}.mo"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
