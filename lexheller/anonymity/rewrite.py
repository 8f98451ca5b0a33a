"""What could the text say instead? A proposal for a person to read, never a text that goes out by itself."""

import re
from collections.abc import Collection, Mapping, Sequence

from lexheller.anonymity.finding import Finding, Kind
from lexheller.anonymity.gate import check
from lexheller.anonymity.phrases import INSTEAD
from lexheller.anonymity.rare import generalised
from lexheller.anonymity.roles import role_words
from lexheller.anonymity.roles_known import role_of
from lexheller.anonymity.spoken import language_of

_SENTENCE_BEFORE = re.compile(r"(?:^|[.!?:\n•] ?|\n- )$")
_ROLE_BEFORE = re.compile(r"(?<![\w-])((?:dr|pat)\.|[^\W\d_]+) $", re.IGNORECASE)
_ROLE_APART = re.compile(r"(?<![\w-])([^\W\d_]+), $")
_STOPS = frozenset({",", ".", ""})
_TITLE_BEFORE = re.compile(r"(?<![\w-])(?:herr|fröken|mrs?\.?|ms\.?|miss) $", re.IGNORECASE)
_DEFINITE = re.compile(r"..(?:en|an|rn|et)$")
_CAPITAL_ALWAYS = frozenset({"dr", "dr."})  # in English, and so no sign that a sentence begins
_LOUD_GENITIVE = re.compile(r"(?<=[A-ZÅÄÖ])S\b").match
_I = re.compile(r"\bjag, $", re.IGNORECASE)
_OWNED = re.compile(r"(?:s|\b(?:min|din|vår|er|sin|en|my|your|our|his|her|their|an?|the)) $", re.IGNORECASE)
# What stands for a part is put in without a look around; these make the seams read as people write.
_SEAMS = tuple(
    (re.compile(seam), instead)
    for seam, instead in (
        (r"\b([Ii]) (en mindre ort\b)", r"på \2"),
        (r"\bär (på en mindre ort)(?=[.,;!?)]|$| och\b)", r"bor \1"),
        (r"\b(?:på|vid) (i (?:\d0-årsåldern|skolåldern|tonåren|förskoleåldern|spädbarnsåldern|hög ålder))", r"\1"),
        (r"\bdiagnosen (en|psykisk) ", r"\1 "),
        (r"\bmissbrukar (psykisk ohälsa)\b", r"har \1"),
        (r"\bmissbrukade (psykisk ohälsa)\b", r"hade \1"),
        (r"\bmissbrukat (psykisk ohälsa)\b", r"haft \1"),
        (r"\b(är|var) (?:den|det|de) (från ett annat land|från en minoritet)\b", r"\1 \2"),
        (r"\b((?:an? )?(?:\w+ )?)(an? (?:disability|illness)) (boy|girl|man|woman|child|person)\b", r"\1\3 with \2"),
        (r"\b(en (?:\w+ )?(?:sjukdom|funktionsnedsättning)) och \1\b", r"\1"),
        (
            (
                r"\b(svår|tidig|lindrig|grav|allvarlig|kronisk|medfödd|begynnande|sin|samma"
                r"|[^\W\d_]{3,}(?:al|iv|ig|ad|ell)) en "
                r"(?=\w+ ?sjukdom|sjukdom|\w+ funktion|funktion)"
            ),
            r"\1 ",
        ),
        (r"\b[Ee]n (en|ett|psykisk(?= ohälsa)) ", r"\1 "),
        (r"\b(?:det|den|Det|Den) (händelsen)\b", r"\1"),
        (r"\b(inom (?:idrotten|kultur och medier|[^\W\d_]+)) \1\b", r"\1"),
        (r"\b([Ee]n) (funktionsnedsatt|sjuk)a\b", r"\1 \2"),
        (r"\b([Ee]n) personen\b", r"\1 person"),
        *(
            (rf"\bDen {who}\b(?! som)", who.capitalize())
            for who in ("personen", "kvinnan", "mannen", "flickan", "pojken", "familjen")
        ),
        (r"\bden personen\b(?! som)", "personen"),
        (r"\bfrån ett annat land medborgare\b", "medborgare i ett annat land"),
        (r"\b(sin|[^\W\d_]{3,}s) (?:en )?(allvarlig|neurologisk|psykisk|långvarig) (?=sjukdom\b)", r"\1 \2a "),
    )
)
# What the Swedish lists say of a part that an English text has too.
_IN_ENGLISH = {
    "en medfödd funktionsnedsättning": "a disability",
    "en funktionsnedsättning": "a disability",
    "psykisk ohälsa": "ill health",
    "från ett annat land": "from another country",
    "från en minoritet": "from a minority",
    "med en viss tro": "of a certain faith",
    "en anhörig": "a relative",
    "en annan person": "another person",
    "en annan persons": "another person's",
    "en arbetsplats": "a workplace",
    "en händelse": "an event",
    "en av flera": "one of several",
    "en mindre ort": "a smaller place",
    "en mindre kommun": "a smaller municipality",
    "en mindre orts": "a smaller place's",
    "en mycket ung förälder": "a young parent",
}
_SWEDISH_ILLNESS = re.compile(r"en (?:\w+ )?sjukdom(?: i \w+)?").fullmatch
_ENGLISH_PART = re.compile(
    r"(?:an?|in an?|in their|in his|in her|of|from another|one of|someone|younger|older|another) ?\b"
).match
_ROUNDS = 4  # what a removed word uncovers is looked at again; three times has always been enough
_UNBROKEN = re.compile(r"[\w.@+/_-]{1000,}")  # a row that nobody writes or reads, in which every cut uncovers another
_BLUNT = 4  # rounds in which a rare combination that is left goes as a whole


def rewrite(text: str) -> str:
    """Give the text with every finding replaced by neutral words, in the language that it is written in."""
    language = language_of(text)
    text = _without_rows(text, language)
    for number in range(_ROUNDS + _BLUNT):
        findings = check(text)
        if not any(finding.type is not Kind.PROTECTED for finding in findings):
            break
        text = _replace(text, findings, proposals(text, findings, language), blunt=number >= _ROUNDS)
    return text


def _without_rows(text: str, language: str) -> str:
    """Say at once what stands in an unbroken row of a thousand signs that holds something personal."""
    if _UNBROKEN.search(text) is None:
        return text
    findings = check(text)
    words = proposals(text, findings, language)

    def said(row: "re.Match[str]") -> str:
        inside = (words[each] for each in findings if each in words and row.start() <= each.start < row.end())
        return next(inside, row.group())

    return _UNBROKEN.sub(said, text)


def proposals(text: str, findings: tuple[Finding, ...], language: str | None = None) -> dict[Finding, str]:
    """Give the neutral words for each finding of a text; none for words about protection, which reveal nobody alone.

    Args:
        language: of the words; by default that of the text, as here and below.
    """
    language = language or language_of(text)
    words = role_words(text, findings, language)
    return {
        finding: words.get(finding) or INSTEAD[language].get(finding.type, "")
        for finding in findings
        if finding.type is not Kind.PROTECTED
    }


def put_in(text: str, findings: tuple[Finding, ...], language: str | None = None) -> dict[Finding, str]:
    """Give for each finding what `replaced` writes in its place, "" where it goes; what is rare becomes general."""
    proposed = proposals(text, findings, language)
    general = generalised(text, findings)
    return proposed | {finding: _mend(_generally(text, finding, parts)) for finding, parts in general.items() if parts}


def replaced(text: str, finding: Finding, findings: tuple[Finding, ...], language: str | None = None) -> str:
    """Give the text with one finding, and whatever else marks the very same words, replaced by what is proposed.

    Args:
        finding: one of `findings`, which are what `check` gives for this text.
    """
    marked = text[finding.start : finding.end].casefold()
    same = {each for each in findings if text[each.start : each.end].casefold() == marked and each.type is finding.type}
    return _replace(text, findings, proposals(text, findings, language), same)


def _replace(
    text: str,
    findings: tuple[Finding, ...],
    proposed: Mapping[Finding, str],
    chosen: Collection[Finding] | None = None,
    *,
    blunt: bool = False,
) -> str:
    general = {} if blunt else generalised(text, findings)
    out: list[str] = []
    position = 0
    for finding in findings:
        if finding not in proposed or (chosen is not None and finding not in chosen):
            continue
        start, said = finding.start, proposed[finding]
        before = text[position:start]
        if general.get(finding):
            said = _generally(text, finding, general[finding])
            out += [before if said else before.removesuffix(" "), said]
            position = finding.end
            continue
        if finding.type is Kind.PERSON:
            said, before = _beside_role(said, _TITLE_BEFORE.sub("", before))
        if _SENTENCE_BEFORE.search((text[max(0, position - 3) : position] + before)[-3:]):
            said = said[:1].upper() + said[1:]
        said, before = _without_doubles(said, before, text[start : finding.end], text[finding.end : finding.end + 1])
        position = finding.end
        if finding.type is Kind.PERSON and _I.search(before) and text.startswith(", ", position):
            out.append(before[:-2])  # "Jag, Anna, är" says no more than "Jag är"
            position += 1
            continue
        if finding.type is Kind.PERSON and _same_again(said, before) and text[position : position + 1] in _STOPS:
            out.append(before[:-2])  # "hennes läkare, läkaren, skrev" is hennes läkare
            position += text.startswith(",", position)
            continue
        out += [before, said]
        if finding.type is Kind.PERSON and text.startswith(":s", position):
            position += 1  # F.A:s plan, klientens plan
        elif finding.type is Kind.PERSON and _LOUD_GENITIVE(text, position):
            out.append("s")  # TORBJÖRNS bror, klientens bror
            position += 1
    out.append(text[position:])
    return _mend("".join(out)) if general else "".join(out)


def _beside_role(said: str, before: str) -> tuple[str, str]:
    """Say the role once where it stands before the name too: Handläggaren Siv, hennes läkare, överläkare A."""
    role = _ROLE_BEFORE.search(before)
    known = role_of(role[1]) if role else None
    same = [word for word in known or () if said.startswith(word)]
    if role is None or not same:
        return said, before
    rest = said[len(max(same, key=len)) :]  # the letter of one among many, the genitive
    lead = before[: role.start()]
    if not rest.startswith(" ") and (_OWNED.search(lead or " ") or _DEFINITE.search(role[1])):
        return role[1] + rest, lead
    capital = role[1][:1].isupper() and role[1].lower() not in _CAPITAL_ALWAYS
    return (said[:1].upper() + said[1:] if capital else said), lead


def _same_again(said: str, before: str) -> bool:
    """Tell whether the words put in say no more than the role and the comma before them."""
    role = _ROLE_APART.search(before)
    known = role_of(role[1]) if role else None
    return said in (known or ())


def _without_doubles(said: str, before: str, marked: str, after: str) -> tuple[str, str]:
    """Take away a bracket where two would stand: what is said has its own."""
    if not said.startswith("("):
        return said, before
    if before[-1:] + after in {"()", "[]"}:
        return said[1:-1], before
    if before.endswith("(") and marked.count(")") > marked.count("("):
        return said, before[:-1]  # "(070) 174 06 05" is marked from its first figure on
    return said, before


def _mend(text: str) -> str:
    for seam, instead in _SEAMS:
        text = seam.sub(instead, text)
    return text


def _generally(text: str, finding: Finding, parts: Sequence[tuple[int, int, str]]) -> str:
    """Say a rare combination in general words, with a capital where a sentence begins."""
    said = _general(text, finding, parts)
    if _SENTENCE_BEFORE.search(text[max(0, finding.start - 3) : finding.start]):
        return said[:1].upper() + said[1:]
    return said


def _english(says: str) -> str:
    """Say in English what a list of Swedish words says of a part: an albino boy has "a disability"."""
    return "an illness" if _SWEDISH_ILLNESS(says) else _IN_ENGLISH.get(says, says)


def _general(text: str, finding: Finding, parts: Sequence[tuple[int, int, str]]) -> str:
    """Put general words where the parts of a rare combination stand; what stands for nothing takes its blank along."""
    said = ""
    position = finding.start
    english = language_of(text) == "en" or any(_ENGLISH_PART(says) for _, _, says in parts)
    for start, end, told in parts:
        says = _english(told) if english else told
        between = text[position:start]
        if not says and between.endswith(" "):
            between = between[:-1]
        said += between + says
        position = end
    said += text[position : finding.end]
    return said if parts[0][2] else said.lstrip(" ,")
