"""How does a paper become a PDF? Typst sets it: tagged for whoever listens, fit for an archive, the same each time.

What people wrote goes in as values and is never part of the template, so that no sign in it means anything; nothing is
fetched, and of the machine's own fonts none is used.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import asdict
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lexheller.web.page import wordmark
from lexheller.web.partner.paper import Paper

if TYPE_CHECKING:
    from typst import Fonts, PDFStandard

LOOK: Final = Path(__file__).with_name("look")
LASTING: Final[tuple[PDFStandard, ...]] = ("ua-1", "a-2a")
"""PDF/UA-1 for whoever listens to it, PDF/A-2a for whoever keeps it."""
_EVERYDAY: Final = 0x17F
"""The last of the Latin letters that every font has."""
_TRIED: Final = 100
"""As many different signs are tried, at some milliseconds each; a text with more is in another script altogether."""
_ONE_SIGN: Final = b'#set document(title: "-", date: datetime(year: 2000, month: 1, day: 1))\n#sys.inputs.sign'


def possible() -> bool:
    """Tell whether Typst is installed; without it there is still the browser's own printing."""
    return find_spec("typst") is not None


def drawn(paper: Paper) -> bytes:
    """Set a paper as a PDF; a sign that no font has (an emoji, say) is spelt out, for the standards allow no gaps."""
    from typst import TypstError

    said = json.dumps(asdict(paper), ensure_ascii=False)
    try:
        return _set(said)
    except TypstError:
        pass  # which tells the text: it is let go before anything else can fail
    return _set(_spelt(said))


def _set(said: str) -> bytes:
    import typst

    return typst.compile(
        LOOK / "letter.typ",
        root=LOOK,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"said": said, "wordmark": str(wordmark())},
        pdf_standards=list(LASTING),
    )


@cache
def _fonts() -> Fonts:
    from typst import Fonts

    return Fonts(include_system_fonts=False, font_paths=[LOOK])


def _spelt(said: str) -> str:
    strange = sorted({sign for sign in said if ord(sign) > _EVERYDAY})
    gaps = [sign for at, sign in enumerate(strange) if at >= _TRIED or not _is_drawn(sign)]
    return said.translate({ord(sign): f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]" for sign in gaps})


@lru_cache(maxsize=4096)
def _is_drawn(sign: str) -> bool:
    """Tell whether a sign can be set, by setting it."""
    import typst

    try:
        typst.compile(
            _ONE_SIGN,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"sign": sign},
            pdf_standards=list(LASTING),
        )
    except typst.TypstError:
        return False
    return True
