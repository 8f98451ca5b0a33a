"""Which neutral word stands for each person of a text, the same one all through?

Unless somebody is called the client, the first person without a role is, as in most reports; two of one role are told
apart by letters.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, repeat

from lexheller.anonymity import cues
from lexheller.anonymity.finding import Finding, Kind
from lexheller.anonymity.roles_known import CLIENT, OFFICER, OTHER, SENDER, Said, role_of

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
_BEFORE = re.compile(r"((?:dr|pat)\.|[^\W\d_]+)[,:]? $", re.IGNORECASE)
_AFTER = re.compile(
    r",? \(?(handläggare|kurator|läkare|sjuksköterska|psykolog|rektor|chef|enhetschef|socialsekreterare|lärare|tolk)\b"
)


@dataclass(slots=True)
class _Person:
    """Somebody in the text: the words of the name, and the role if one is told."""

    parts: set[str]
    role: Said | None = None
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


def _role(text: str, finding: Finding) -> Said | None:
    if "signature" in finding.evidence:
        return SENDER
    said = text[max(0, finding.start - 30) : finding.start]
    if _DECIDED.search(said):
        return OFFICER
    before = _BEFORE.search(said)
    role = role_of(before[1]) if before else None
    after = _AFTER.match(text, finding.end)
    return role or (role_of(after[1]) if after and not _owns(text, finding) else None)


def _named(people: list[_Person], language: str) -> Iterable[tuple[_Person, Iterator[str]]]:
    """Give everybody with the word for each mention; somebody else is another person first and then the other one."""
    swedish = language == "sv"
    client = next((person for person in people if person.role is None), None)
    if client is not None and not any(person.role is CLIENT for person in people):
        client.role = CLIENT
    roles = [person.role or OTHER for person in people]
    many = Counter(roles)
    seen: Counter[Said] = Counter()
    for person, role in zip(people, roles, strict=True):
        definite, indefinite = role[:2] if swedish else role[2:]
        if many[role] > 1:
            yield person, repeat(f"{indefinite} {_LETTERS[seen[role] % len(_LETTERS)]}")
        elif role is OTHER:
            another, other = _ANOTHER[language]
            yield person, chain([another], repeat(other))
        else:
            yield person, repeat(definite)
        seen[role] += 1
