"""How every free text passes the gate on its way in, whichever door it came through."""

from __future__ import annotations

from collections.abc import Mapping

from lexheller import anonymity
from lexheller.anonymity import Finding, Strength
from lexheller.errors import GateStopped

Findings = tuple[tuple[str, Finding], ...]


def findings_in(texts: Mapping[str, str]) -> Findings:
    """List what the gate finds, as (field, finding)."""
    return tuple((field, finding) for field, text in texts.items() for finding in anonymity.check(text))


def passed(texts: Mapping[str, str], *, vouched: bool) -> dict[str, object]:
    """Let texts through, or stop them all; give what may be written down about it.

    Args:
        vouched: the writer has said of all that is asked about that it identifies nobody.

    Raises:
        GateStopped: something must go, or is asked about and nobody has vouched for it; carries every finding.
    """
    if not texts:
        return {}
    found = findings_in(texts)
    if any(finding.strength is Strength.STOP for _, finding in found) or (found and not vouched):
        raise GateStopped(findings=found, texts=dict(texts))
    asked = [f"{field}:{finding.rule}" for field, finding in found]
    return {"gate": anonymity.VERSION} | ({"vouched": asked} if asked else {})
