"""Which letters stand for somebody's name? Two after a role, with stops, with a hyphen, or where a letter is signed.

Two capitals alone are an authority more often than anybody, so something else must say that a person is meant. A single
letter without a stop after a role ("klient A") is how a name is left out, and stays.
"""

import re
from collections.abc import Iterable, Iterator

from lexheller.anonymity import cues
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.lexicon import Word, lexicon
from lexheller.anonymity.near import around

_STOPS = re.compile(r"(?<![\w.])(?:[A-ZÅÄÖ]\. ?){1,2}[A-ZÅÄÖ](?:\.(?![\w])|:s\b)(?!\w)")
_NOBODY = frozenset("OS PS NN US EU AA NB FK AF BB UK NY DC XY AB OSA SOS HK SE IT TV PM AT DN VD".split())
_CLIENTS = (
    r"[Kk]lient(?:en|ens)?|[Bb]rukare[n]?|[Pp]at(?:ient(?:en)?)?|[Pp]t|[Kk]l|[Ee]lev(?:en)?|[Dd]eltagare[n]?"
    r"|[Ss]ökande[n]?|[Mm]edlem(?:men)?|[Mm]edl|[Uu]ngdom(?:en)?|[Bb]arnet|[Pp]ojken|[Ff]lickan|[Kk]illen|[Tt]jejen"
    r"|[Hh]yresgäst(?:en)?|[Oo]msorgstagare[n]?|[Vv]årdtagare[n]?|[Hh]uvudman(?:nen)?|[Hh]vm"
    r"|[Ss]tudent(?:en)?|[Ss]onen|[Dd]ottern|[Mm]annen|[Kk]vinnan|[Dd]en enskilde|[Bb]istånd?stagare[n]?|[Bb]oende"
    r"|[Aa]nställde?|[Mm]edarbetare[n]?|[Ii]ntagne|[Mm]amman|[Pp]appan|[Mm]odern|[Ff]adern|[Ss]tuderande|[Gg]äldenären"
)
_AFTER_ROLE = re.compile(
    rf"(?<![\w-])(?:{_CLIENTS})[.:,]? ?[(\"”]?(?<=[ (\"”])"
    r"(?P<letters>[A-ZÅÄÖ]{2}|[A-ZÅÄÖ]-[A-ZÅÄÖ]|[A-ZÅÄÖ]\. ?[A-ZÅÄÖ]\.?|[A-ZÅÄÖ] [A-ZÅÄÖ]|[A-ZÅÄÖ]\.(?= [a-zåäö(]))"
    r"(?![\w-]|\.\w|[ :]?\d|/[A-ZÅÄÖ])"
)
# What two letters stand for after such a word, if not for somebody: "barnet CP", "pat BT", "kl FM".
_NO_INITIALS = frozenset(
    """
    af fk vc bb hb bt us ul ct mr rr at ft ks kf sr pk vk dt pm iv sc ms cp ad eu hr it tv vd fm em am ps nb nn xx yy zz
    xy sd kd åk fp id ok io pc är på av en ur om se ej ht vt cv du ta ha få gå må bo ja så vi ni de nu in ut då
    """.split()
)
_DOUBLE = re.compile(r"(?<![\w-])(?P<letters>[A-ZÅÄÖ]-[A-ZÅÄÖ])(?![\w-]) (?P<next>[a-zåäö]+)")
_LETTER_STOP = re.compile(
    r"(?:^|(?<![\dA-ZÅÄÖ])[.!?>] |\n|, |\b(?:att|men|när|eftersom|och) )(?P<letters>[A-ZÅÄÖ]\.) (?P<next>[a-zåäö]+)"
)
_OWNER = re.compile(
    r"(?<![\w.:-])(?P<letters>(?:[A-ZÅÄÖ]{1,2}|[A-ZÅÄÖ]-[A-ZÅÄÖ]):s)(?= (?:"
    r"mamma|pappa|mor|far|fru|man|sambo|son|dotter|syster|bror|barn"
    r"|mormor|farmor|moster|faster|syskon|lillebror|storasyster|kontaktperson|lärare|mentor|boendestöd(?:jare)?"
    r"|assistent(?:er)?|gode man|lägenhet|mående|diagnos|skolgång|sjukskrivning|hemtjänst|psykolog|kurator)\b(?!-))"
)
_MET = re.compile(
    r"\b(?:med|träffa(?:r|t|de)?|ring(?:er|a|t|de)|besök(?:te|er)?|gäller|ang\.?|för|hos|till|från|av) "
    r"(?P<letters>[A-ZÅÄÖ] [A-ZÅÄÖ])(?= (?:och|o|som|har|har|hade|inte|i|på|om|efter|den|igår|idag|kom|ska)\b|[.,;]?$)",
    re.MULTILINE,
)
_MET_DOUBLE = re.compile(
    r"\b(?:med|träffa(?:r|t|de)?|ring(?:er|a|t|de)|besök(?:te|er)?|gäller|ang\.?|hos|tycker|undrade|sa) "
    r"(?P<letters>[A-ZÅÄÖ]-[A-ZÅÄÖ])(?![\w-])"
)
# What is done for or at somebody: "tillsyn hos IK", "nyckel till IK".
_CARED_FOR = re.compile(
    r"\b(?:[Tt]illsyn|[Hh]embesök|[Bb]esök|[Ll]arm|[Dd]usch|[Oo]mvårdnad|[Ii]nsats(?:er)?|[Gg]fp|GFP"
    r"|[Gg]enomförandeplan|[Ll]edsagning|[Nn]yckel|[Mm]edicin|[Uu]tskrivning|[Pp]lacering(?:en)?|[Hh]emresa|SIP"
    r"|[Ii]nsulin"
    r"|[Oo]mläggning|[Ss]amtal(?:et)?|[Mm]öte(?:t)?|[Hh]emtjänst|[Bb]oendestöd|[Gg]od man|[Aa]nhörig|[Ss]yster|[Bb]ror"
    r"|[Mm]amma|[Dd]otter|[Ss]on) "
    r"(?:hos|för|till|med|kring|ang\.?) (?P<letters>[A-ZÅÄÖ]{2})(?![\w-]|\.\w|[ :]?\d|[:/])"
)
_DONE_BY = re.compile(
    r"\b(?:[Uu]tskriv(?:en|et)|[Kk]vitter(?:ad|at)|[Ss]igner(?:ad|at)|[Dd]ikter(?:ad|at)|[Oo]rdiner(?:ad|at)"
    r"|[Rr]egistrer(?:ad|at)|[Bb]okad|[Ss]kriv(?:en|et)|[Uu]pprätta[dt]|[Aa]ntecknat|[Rr]apporter(?:ad|at)) av "
    r"(?P<letters>[A-ZÅÄÖ]{2,3})(?![\w-]|[:/])"
    r"|(?:ssk|usk|dsk|bsk|läk|kur|handl)/(?P<hand>[A-ZÅÄÖ]{2,3})(?![\w-])"
)
_SIGNED = re.compile(
    r"(?:(?:^|[ .!?])//? ?"
    r"|\b(?:[Mm][Vv][Hh]|[Hh]älsn(?:ing|ingar)?|[Ss]ign(?:erat)?|[Vv]h|[Vv]id pennan)[.,:/]*\s{1,2})"
    r"(?P<letters>[A-ZÅÄÖ]{2}|[A-ZÅÄÖ]-[A-ZÅÄÖ]|[A-ZÅÄÖ]\.? ?[A-ZÅÄÖ]\.?|(?<=[Ss]ign )[A-ZÅÄÖ]{3})[ \t]*$",
    re.MULTILINE,
)
# What any of these holds: one or two capitals that stand alone and are no authority's, or three that are signed.
_SIGN = re.compile(
    rf"(?<!\w)(?:(?!(?:{'|'.join(map(str.upper, sorted(_NO_INITIALS)))})\b)[A-ZÅÄÖ]{{2}}"
    r"|[A-ZÅÄÖ](?=[.:-]| [A-ZÅÄÖ](?!\w))|(?:(?<=av )|(?<=/)|(?<=ign ))[A-ZÅÄÖ]{3})(?!\w)"
)
_FEW = 2  # three letters are an authority's more often
_WORDS_BEFORE, _WORDS_AFTER = 45, 30  # as many signs as a role and what follows may take
_ONLY_SOMEBODY = cues.PERSON_VERBS | cues.WEAK_VERBS
_SURE, _TOLD = 40, 29  # what is told by the words around yields to a name that holds it: Ali M:s
_RANGES = frozenset({"ef", "ao", "aö", "ae", "af", "ab", "cd", "fk"})


def find(text: str) -> Iterator[Hit]:
    """Give the initials in a text, and everywhere the same two letters that a role or a signature told."""
    told: set[str] = set()
    for match in _STOPS.finditer(text):
        if _letters(match.group()) not in _NOBODY:
            yield _hit(match.start(), match.end(), _SURE)
    for start, end in _told(text):
        letters = text[start:end]
        if letters[1:] == ":s" and _stands_in(text, letters[0]):
            continue
        told.add(letters.removesuffix(":s"))
        yield _hit(start, end, _TOLD)
    for letters in told:
        if len(letters) > 1 and "." not in letters and letters not in _NOBODY:
            for match in re.finditer(rf"(?<![\w./-]){letters}(?::s\b)?(?![\w/-]|\.\w)", text):
                yield _hit(match.start(), match.end(), _TOLD)


def of_names(text: str, names: Iterable[Hit]) -> Iterator[Hit]:
    """Give the letters that stand for somebody whose name the text holds: Lena-Karin kom. LK återkommer."""
    people = (text[name.start : name.end] for name in names)
    for letters in {_letters(said) for said in people if _begins_as_somebody(said)} - _NOBODY:
        if not (len(letters) == _FEW and letters in text) or letters.lower() in _NO_INITIALS:
            continue
        if not lexicon().kinds(letters.lower()) & Word.ALLOWED:
            for match in re.finditer(rf"(?<![\w./&(-]){letters}(?![\w/&-]|\.\w|[ :]?\d)", text):
                yield _hit(*match.span(), _TOLD)


def _begins_as_somebody(name: str) -> bool:
    """Tell whether a name begins with a first name that somebody chose, and not as Page Description Language."""
    first = re.split(r"[ -]", name, maxsplit=1)[0].lower()
    return bool(lexicon().kinds(first) & Word.OWN_FIRST)


def _stands_in(text: str, letter: str) -> bool:
    """Tell whether a letter is what the writer calls somebody whose name is left out: "här kallad K"."""
    return re.search(rf"\bkalla\w* (?:hon\w*|henne|hen|här|för)? ?{letter}\b", text) is not None


def _told(text: str) -> Iterator[tuple[int, int]]:
    for start, end in around(_SIGN, text, _WORDS_BEFORE, _WORDS_AFTER):
        space = text.find(" ", end)
        end = len(text) if space < 0 else space  # noqa: PLW2901  # no word is cut in two
        for pattern in (_AFTER_ROLE, _OWNER, _SIGNED, _MET, _MET_DOUBLE, _CARED_FOR, _DONE_BY):
            for match in pattern.finditer(text, start, end):
                group = match.lastgroup or "letters"
                if match[group].removesuffix(":s").lower() not in _NO_INITIALS and not _stretch(match[group]):
                    yield match.span(group)
        for pattern in (_DOUBLE, _LETTER_STOP):
            for match in pattern.finditer(text, start, end):
                if match["next"] in _ONLY_SOMEBODY and _letters(match["letters"]).lower() not in _RANGES:
                    yield match.span("letters")


def _stretch(written: str) -> bool:
    """Tell whether a hyphen stands between two letters that follow each other, as in staircases I-J and K-L."""
    first, hyphen, last = written[:1], written[1:2], written[2:3]
    return hyphen == "-" and ord(last) == ord(first) + 1


def _letters(written: str) -> str:
    return "".join(char for char in written if char.isupper())


def _hit(start: int, end: int, rank: int) -> Hit:
    return Hit(start, end, Kind.PERSON, "person.initials", Strength.ASK, ("initials",), rank)
