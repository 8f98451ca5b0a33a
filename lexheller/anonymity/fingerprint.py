"""How can a decision about a finding be recognised later, without keeping what was found?"""

import hashlib
import hmac
import unicodedata

from lexheller.anonymity.finding import Finding
from lexheller.anonymity.normal import normalise


def fingerprint(finding: Finding, text: str, key: bytes) -> str:
    """Give a keyed hash of what the finding marks, the same however it is spaced, hyphenated or capitalised."""
    marked = normalise(text[finding.start : finding.end]).text
    plain = "".join(char for char in unicodedata.normalize("NFC", marked).casefold() if char.isalnum())
    return hmac.new(key, f"{finding.type.value}\0{plain}".encode(), hashlib.sha256).hexdigest()
