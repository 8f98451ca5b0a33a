"""Which neutral word stands for each person of a text, the same one all through?"""

import re
from collections.abc import Iterable, Mapping

from lexheller.anonymity.finding import Finding, Kind

# The word before a name, and what the person is called from then on (Swedish, English).
_ROLES: dict[str, tuple[str, str]] = {
    word: said
    for words, said in (
        ("handläggare handläggaren biståndshandläggare biståndshandläggaren", ("handläggaren", "the case officer")),
        ("socialsekreterare socialsekreteraren", ("socialsekreteraren", "the social worker")),
        ("dr doktor läkare läkaren överläkare distriktsläkare psykiater psykiatern", ("läkaren", "the doctor")),
        ("sjuksköterska sjuksköterskan sköterska sköterskan", ("sjuksköterskan", "the nurse")),
        ("kurator kuratorn skolkurator", ("kuratorn", "the counsellor")),
        ("psykolog psykologen", ("psykologen", "the psychologist")),
        ("chef chefen enhetschef enhetschefen", ("chefen", "the manager")),
        ("rektor rektorn", ("rektorn", "the head teacher")),
        ("lärare läraren", ("läraren", "the teacher")),
        ("mamma mamman mor modern mamma", ("mamman", "the mother")),
        ("pappa pappan far fadern", ("pappan", "the father")),
        ("man mannen make maken", ("mannen", "the husband")),
        ("fru frun hustru hustrun maka makan", ("frun", "the wife")),
        ("son sonen", ("sonen", "the son")),
        ("dotter dottern", ("dottern", "the daughter")),
        ("bror brodern", ("brodern", "the brother")),
        ("syster systern", ("systern", "the sister")),
        ("syskon syskonet", ("syskonet", "the sibling")),
        ("granne grannen", ("grannen", "the neighbour")),
        ("kollega kollegan", ("kollegan", "the colleague")),
    )
    for word in words.split()
}
_FIRST = {"sv": "klienten", "en": "the client"}
_SENDER = {"sv": "avsändaren", "en": "the sender"}
_OTHERS = {"sv": "person {letter}", "en": "person {letter}"}
_LETTERS = "BCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"([^\W\d_]+),? $")


def role_words(text: str, findings: Iterable[Finding], language: str = "sv") -> Mapping[Finding, str]:
    """Give the word for every person found, one and the same for all mentions of a person."""
    spoken: dict[str, str] = {}
    used: list[str] = []
    result: dict[Finding, str] = {}
    for finding in findings:
        if finding.type is not Kind.PERSON:
            continue
        parts = [part.lower() for part in _WORD.findall(text[finding.start : finding.end])]
        word = next((spoken[part] for part in parts if part in spoken), None)
        if word is None:
            word = _new_word(text, finding, used, language)
            used.append(word)
        for part in parts:
            spoken.setdefault(part, word)
        result[finding] = word
    return result


def _new_word(text: str, finding: Finding, used: list[str], language: str) -> str:
    before = _BEFORE.search(text[max(0, finding.start - 30) : finding.start])
    role = _ROLES.get(before[1].lower()) if before else None
    if "signature" in finding.evidence and _SENDER[language] not in used:
        return _SENDER[language]
    if role is not None:
        word = role[0 if language == "sv" else 1]
        if word not in used:
            return word
    if _FIRST[language] not in used:
        return _FIRST[language]
    number = sum(1 for word in used if word.startswith("person ")) % len(_LETTERS)
    return _OTHERS[language].format(letter=_LETTERS[number])
