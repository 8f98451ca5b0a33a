"""A scale in capitals with its figure is nobody of that age; a name in capitals with an age is somebody."""

import pytest

from lexheller.anonymity import Kind, check


def _names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        "MMT 23, MMSE 22, MoCA 19, RUDAS 24.",
        "HbA1c 52, CRP 14, LPK 9, HB 121 och TPK 210.",
        "COPM 7, AMPS 1,2 och DOA 4.",
        "Före: SF-36, SCL 90 och ISI 19.",
        "GAS 63, RBMT 9, TMT 45, BNT (50), ESAS 6.",
        "DASH 40, ODI: 38, NDI <22.",
        "WHODAS 42, Barthel 70, Katz C och Apgar 9.",
        "SPSS 29, SQL 92 och ISO 27001.",
    ],
)
def test_a_scale_with_its_figure_is_no_name(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("GÄLLER KATZ, 72 ÅR, I LULEÅ.", ["KATZ"]),
        ("GÄLLER AWAT, 45 ÅR, I LULEÅ.", ["AWAT"]),
        ("INSKRIVEN: NADIA (34), FATMA (7) OCH LEILA 12.", ["NADIA", "FATMA", "LEILA"]),
        ("Katz, 72 år, bor ensam. Barthel, 58, är hans granne.", ["Katz", "Barthel"]),
        ("KLIENTEN BUSHALOW K OM MÖTET IGEN NU.", ["BUSHALOW K"]),
        ("KLIENTEN BUSHALOW 070-174 06 05 OM MÖTET IGEN NU.", ["BUSHALOW"]),
        ("Awat, 45, och Kirin 12 år, fick avslag.", ["Awat", "Kirin"]),
    ],
)
def test_a_name_with_an_age_is_still_found(text: str, names: list[str]) -> None:
    assert _names(text) == names
