"""Which neutral word stands for each person of a text, the same one all through?

The first person without a role is the client, as in most reports; two of one role are told apart by letters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, repeat

from lexheller.anonymity import cues
from lexheller.anonymity.finding import Finding, Kind

_ROLES: dict[str, tuple[str, str, str, str]] = {
    word: said
    for words, said in (
        (
            "handläggare handläggaren biståndshandläggare biståndshandläggaren",
            ("handläggaren", "handläggare", "the case officer", "case officer"),
        ),
        (
            "socialsekreterare socialsekreteraren soc",
            ("socialsekreteraren", "socialsekreterare", "the social worker", "social worker"),
        ),
        (
            "dr doktor doktorn läkare läkaren överläkare överläkaren distriktsläkare psykiater psykiatern",
            ("läkaren", "läkare", "the doctor", "doctor"),
        ),
        (
            "sjuksköterska sjuksköterskan sköterska sköterskan ssk skolsköterska skolsköterskan",
            ("sjuksköterskan", "sjuksköterska", "the nurse", "nurse"),
        ),
        ("kurator kuratorn skolkurator skolkuratorn", ("kuratorn", "kurator", "the counsellor", "counsellor")),
        ("psykolog psykologen", ("psykologen", "psykolog", "the psychologist", "psychologist")),
        (
            "chef chefen enhetschef enhetschefen verksamhetschef verksamhetschefen",
            ("chefen", "chef", "the manager", "manager"),
        ),
        ("rektor rektorn", ("rektorn", "rektor", "the head teacher", "head teacher")),
        ("lärare läraren mentor mentorn", ("läraren", "lärare", "the teacher", "teacher")),
        (
            "boendestödjare boendestödjaren",
            ("boendestödjaren", "boendestödjare", "the support worker", "support worker"),
        ),
        ("tolk tolken", ("tolken", "tolk", "the interpreter", "interpreter")),
        ("mamma mamman mor modern", ("mamman", "mamma", "the mother", "mother")),
        ("pappa pappan far fadern", ("pappan", "pappa", "the father", "father")),
        ("man mannen make maken", ("mannen", "man", "the husband", "husband")),
        ("fru frun hustru hustrun maka makan", ("frun", "fru", "the wife", "wife")),
        ("sambo sambon", ("sambon", "sambo", "the partner", "partner")),
        ("son sonen", ("sonen", "son", "the son", "son")),
        ("dotter dottern", ("dottern", "dotter", "the daughter", "daughter")),
        ("barn barnet barnen", ("barnet", "barn", "the child", "child")),
        ("elev eleven", ("eleven", "elev", "the pupil", "pupil")),
        ("bror brodern", ("brodern", "bror", "the brother", "brother")),
        ("syster systern", ("systern", "syster", "the sister", "sister")),
        ("syskon syskonet", ("syskonet", "syskon", "the sibling", "sibling")),
        ("granne grannen", ("grannen", "granne", "the neighbour", "neighbour")),
        ("kollega kollegan", ("kollegan", "kollega", "the colleague", "colleague")),
    )
    for word in words.split()
}
"""The word beside a name, and what the person is called from then on: definite and indefinite, Swedish and English."""
_CLIENT = ("klienten", "klient", "the client", "client")
_SENDER = ("avsändaren", "avsändare", "the sender", "sender")
_OTHER = ("person", "person", "person", "person")
_ANOTHER = {"sv": ("en annan person", "den andra personen"), "en": ("another person", "the other person")}
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_WORD = re.compile(r"[^\W\d_]+")
_NEXT = re.compile(r" ([^\W\d_]+)")
_OWNED = cues.RELATIONS | cues.ROLES | cues.PERSONAL_TOO
_GENITIVE = {"sv": "s", "en": "'s"}
_DECIDED = re.compile(
    r"\b(?:handl(?:äggs|ades|agts)|utred(?:s|des)|utretts|beslut(?:et|en)?(?: (?:fatta[dt]?e?s?|togs|tas|tagits))?"
    r"|fatta[dt]e?s|fattats|beslutades|beslutats) av $",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"([^\W\d_]+),? $")
_AFTER = re.compile(
    r",? \(?(handläggare|kurator|läkare|sjuksköterska|psykolog|rektor|chef|enhetschef|socialsekreterare|lärare|tolk)\b"
)


@dataclass(slots=True)
class _Person:
    """Somebody in the text: the words of the name, and the role if one is told."""

    parts: set[str]
    role: tuple[str, str, str, str] | None = None
    mentions: list[Finding] = field(default_factory=list)

    def is_called(self, parts: list[str]) -> bool:
        """Tell whether a mention is of this person; two that share no more than a family name are two."""
        return bool(parts) and (self.parts.issuperset(parts) or self.parts.issubset(parts))


def _owns(text: str, finding: Finding) -> bool:
    """Tell whether a name that ends in s is in the genitive: Tewodros läkare."""
    if text[finding.end - 1].lower() not in "sxz":
        return False
    following = _NEXT.match(text, finding.end)
    return following is not None and following[1].lower() in _OWNED


def role_words(text: str, findings: Iterable[Finding], language: str = "sv") -> Mapping[Finding, str]:
    """Give the word for every person found, one and the same for all mentions of a person."""
    people: list[_Person] = []
    by_part: dict[str, list[int]] = {}  # two mentions of one person share a word, so only those are looked at
    for finding in findings:
        if finding.type is not Kind.PERSON:
            continue
        # Annas is Anna again, and Mats is Mats in the genitive too.
        parts = [part.lower().removesuffix("s") for part in _WORD.findall(text[finding.start : finding.end])]
        nearest = sorted({at for part in parts for at in by_part.get(part, ())})
        at = next((at for at in nearest if people[at].is_called(parts)), len(people))
        if at == len(people):
            people.append(_Person(set()))
        person = people[at]
        for part in set(parts) - person.parts:
            by_part.setdefault(part, []).append(at)
        person.parts.update(parts)
        person.mentions.append(finding)
        person.role = person.role or _role(text, finding)
    return {
        finding: f"{word}{_GENITIVE[language]}" if _owns(text, finding) else word
        for person, said in _named(people, language)
        for finding, word in zip(person.mentions, said, strict=False)
    }


def _role(text: str, finding: Finding) -> tuple[str, str, str, str] | None:
    if "signature" in finding.evidence:
        return _SENDER
    said = text[max(0, finding.start - 30) : finding.start]
    if _DECIDED.search(said):
        return _ROLES["handläggaren"]
    before = _BEFORE.search(said)
    role = _ROLES.get(before[1].lower()) if before else None
    after = _AFTER.match(text, finding.end)
    return role or (_ROLES[after[1]] if after and not _owns(text, finding) else None)


def _named(people: list[_Person], language: str) -> Iterable[tuple[_Person, Iterator[str]]]:
    """Give everybody with the word for each mention; somebody else is another person first and then the other one."""
    swedish = language == "sv"
    client = next((person for person in people if person.role is None), None)
    if client is not None:
        client.role = _CLIENT
    roles = [person.role or _OTHER for person in people]
    many = Counter(roles)
    seen: Counter[tuple[str, str, str, str]] = Counter()
    for person, role in zip(people, roles, strict=True):
        definite, indefinite = role[:2] if swedish else role[2:]
        if many[role] > 1:
            yield person, repeat(f"{indefinite} {_LETTERS[seen[role] % len(_LETTERS)]}")
        elif role is _OTHER:
            another, other = _ANOTHER[language]
            yield person, chain([another], repeat(other))
        else:
            yield person, repeat(definite)
        seen[role] += 1
