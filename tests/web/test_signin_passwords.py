"""Which passwords may be chosen? Long ones that nobody would guess first, of whatever signs."""

from __future__ import annotations

import pytest

from lexheller.web.signin import passwords
from lexheller.web.signin.passwords import fault_of, hashed, is_right

ABOUT = ("Elsa Exempel", "elsa", "elsa@example.org", "GBG", "Samordningsförbundet Göteborg", "lexheller")


@pytest.mark.parametrize(
    "password",
    [
        "tre gula kajakväskor",
        "en kaj av trä, en is",
        "abborre och potatis",
        "åäöåäåöäöåäöäåö",
        "кот на крыше спит",
        "Xk4!vv9zQp2m",
        "grönsakerelsagillar",
        40 * "mellan rum och tid. ",
    ],
)
def test_long_is_enough(password: str) -> None:
    assert fault_of(password, ABOUT) == ""


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("", "short"),
        ("Xk4!vv9zQp2", "short"),
        ("x y" * 400, "long"),
        ("123456789012", "common"),
        ("aaaaaaaaaaaa", "common"),
        ("abcabcabcabcabc", "common"),
        ("qwertyuiopåasdf", "common"),
        ("abcdefghijklmno", "common"),
        ("Lösenord2026!", "common"),
        ("password12345", "common"),
        ("SOMMARSOMMAR2026", "common"),
        ("sommar2026sommar", "common"),
        ("correcthorsebatterystaple", "common"),
        ("1q2w3e4r5t6y", "common"),
        ("ElsaExempel1985", "known"),
        ("elsa@example.org", "known"),
        ("lexheller-GBG-2026", "known"),
        ("Samordningsförbundet Göteborg", "known"),
    ],
)
def test_what_somebody_would_guess_first_is_refused(password: str, fault: str) -> None:
    assert fault_of(password, ABOUT) == fault


def test_nobody_s_password_costs_what_anybody_s_costs() -> None:
    kept = hashed("tre gula kajakväskor")
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    nobodys = passwords._NOBODYS  # noqa: SLF001  # what stands in for a password that there is none of
    assert nobodys.split("$")[:4] == kept.split("$")[:4]
    assert [len(part) for part in nobodys.split("$")] == [len(part) for part in kept.split("$")]
    assert not passwords.is_dated(nobodys)


def test_the_right_one_and_no_other() -> None:
    kept = hashed("tre gula kajakväskor")
    assert kept != hashed("tre gula kajakväskor")
    assert is_right("tre gula kajakväskor", kept)
    for wrong in ("", "tre gula kajakväsko", "Tre gula kajakväskor", kept):
        assert not is_right(wrong, kept)
    assert not is_right("", "")
    assert not is_right("vad som helst", "trasigt")


def test_a_password_hashed_at_another_cost_is_seen() -> None:
    assert passwords.is_dated(
        "$argon2id$v=19$m=65536,t=3,p=4$MIIRqgvgQbgj220jfp0MPA$YfwJSVjtjSU0zzV/P3S9nnQ/USre2wvJMjfCIjrTQbg"
    )
