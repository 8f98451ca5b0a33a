"""Is a date of birth told in so many words, some way after the word that says so: "född enligt passet 1984-03-12"?

`births.py` knows what may stand right between; here anything may, unless it says what else happened on that day.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity import cues
from lexheller.anonymity.births import MONTHS, YEAR, of_a_thing, possible
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.late import Late
from lexheller.anonymity.near import lowered, places

_ORDINAL = r"(?:st|nd|rd|th|:?[ea])?"
_WHOLE = (
    rf"{YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}|{YEAR}\d{{4}}|\d{{1,2}}[-./ ]\d{{1,2}}[-./ ]{{1,2}}{YEAR}"
    r"|\d{1,2}/\d{1,2}(?: ?-| ')\d{2}"
    rf"|\d{{1,2}}{_ORDINAL}\.?[- ](?:of )?(?:{MONTHS})\.?,?[- ](?:{YEAR}|[-']\d{{2}})"
    rf"|(?:{MONTHS}) \d{{1,2}}{_ORDINAL},? {YEAR}"
    rf"|{YEAR} (?:{MONTHS}) \d{{1,2}}"
)
_DAY = (
    rf"\d{{1,2}}{_ORDINAL} (?:of )?(?:{MONTHS})(?!\w)|(?:{MONTHS}) \d{{1,2}}{_ORDINAL}(?! ?(?:dag|veck|mån|år|kr|st))"
    r"|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])"
)
_SIX = r"\d{6}"
_END = r"(?![\d-]|[.,:/]\d)"
_SHORT_YEAR = r"\d{1,2}[./]\d{1,2}[./]\d{2}"
_WORD = r"(?:[^\W\d_]{1,20}|\d{1,3}(?=,? [a-zåäö]))"  # no hyphen, or a row of them could be cut in too many ways
_BETWEEN = rf"(?P<between>(?:[]\[ ,():=.*–/\"-]{{1,3}}{_WORD}){{0,8}})(?:[]\[ ,():=.…*–\"-]{{1,5}})"
_COUNT = (
    r"(?:\d{1,2}(?!\d)|sex|sju|åtta|nio|tio|elva|tolv"
    r"|(?:tjugo|\w{2,7}t(?:on|io))(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?)"
)
# Each pattern begins with one of its stems; a text is looked through for these first.
# What a date after it can hardly be anything else than.
_CALLED_STEMS = tuple(
    """
    födelse datumdel birth dob bf geb nac nasc naiss naș né fød synt urodz ur. rođe lindj dhalasha doğum identitet
    """.split()
)
_CALLED = Late(
    r"(?i)(?:(?<!\w)(?:födelse(?:(?:ort|land)(?: och |/)\w{0,10}|(?!tal|kontroll|märk|vikt|län|ort|land)\w*)"
    r"|datumdel(?:en)?|birth(?: ?(?:date|day))?|dob"
    r"|bf(?=:? ?\d{4})|geburts\w+|geb(?:oren|\.)? am|nacid[oa]|nacimiento|nac\.|nascimento|nascita|naissance|nașterii"
    r"|née?|fødsels?\w*|født|syntynyt|syntymä\w+|synt\.|urodz\w+|ur(?=\. ?\d\d\.)|rođe\w+|dhalasha\w+|doğum tarihi"
    r"|identitet(?=: ?(?:19|20)?\d\d-?\d\d))|lindj\w{1,4})(?!\w)"
    rf"{_BETWEEN}\n?(?P<date>{_WHOLE}|{_DAY}|{_SHORT_YEAR}|{_SIX}){_END}"
)
# Somebody is born, or somebody's child is, and a whole date follows.
_BORN_STEMS = (
    *("föd", "fött", "fodd", "nedkom", "förlossning", "born", "fick ", "blev ", "kejsarsnitt", "barnet beräkn"),
    *("till världen", "dens ljus", "agens ljus", "första andetag", "into the world", "first breath"),
)
_BORN = Late(
    r"(?i)(?:född[as]?|födsel(?:n|s)?|(?<!\w)(?:fodd|födde|fött|föds|födes|födas|föddes|nedkom\w{0,4}"
    r"|förlossning(?:en)?|born"
    r"|kejsarsnitt"
    r"|barnet beräknas (?:komma|födas)|till världen|into the world|first breaths?"
    r"|fick (?:\w{1,20} ){0,3}(?:barn|son|dotter|tvillingar)|blev (?:mamma|pappa|mor|far|förälder|föräldrar))"
    r"|(?:(?<=värl)dens|(?<=d)agens) ljus|första andetag)(?!\w)"
    rf"{_BETWEEN}(?P<date>{_WHOLE}){_END}"
)
# Somebody comes of an age, and a day follows; of a hundred years and more it is hardly somebody.
_AGE_STEMS = ("pensionsåld", "fyll", "årsdag", "årskalas", "myndig", "turn", "be 1", "birthday")
_OF_AGE = Late(
    rf"(?i)(?:(?<=straff)myndig|(?<!\w)(?:fyll(?:er|a|de|t) (?!i {_COUNT}(?! år))(?:\w{{1,20}} ){{0,2}}(?:år"
    rf"|{_COUNT})|fyllda|myndig"
    r"|pensionsåldern"
    r"|(?:turn(?:s|ed|ing)|be(?= 1)) \d\d(?= (?:on|in)))"
    r"|(?:(?<=\d\d)|(?<=\d\d[ -])|(?<=tio)|(?<=ton)|(?<=tjugo)"
    r"|(?<=(?:tio|ugo)(?:ett|två|tre|fem|sex|sju|nio))|(?<=(?:tio|ugo)(?:fyra|åtta)))årsdag(?:en)?|årskalas(?:et)?"
    r"|(?<=\d(?:th|st|nd|rd) )birthday)(?!\w)"
    rf"{_BETWEEN}(?P<date>{_WHOLE}|{_DAY}){_END}"
)
# What is left of a number whose end is missing.
_END_STEMS = (
    *("fyra sista", "4 sista", "sista fyra", "sista 4", "första delen", "första sex"),
    *("personnum", "personnr", "pnr", "p-nr"),
)
_LAST_FOUR = Late(
    r"(?i)(?<!\w)(?:(?:fyra|4) sista|sista (?:fyra|4)(?! (?:veck|mån|år|dag|gång|timm|kvart|besök|möte))"
    r"|första (?:delen|sex)"
    r"|personn(?:ummer|umret|r)|pnr|p-nr)(?!\w)"
    rf"{_BETWEEN}(?P<date>{YEAR}\d{{4}}|{_SIX}){_END}"
)
_BEFORE_LAST = Late(rf"(?i)(?<!\w)(?P<date>(?:{YEAR}|\d\d)\d{{4}})[ ,()=-]{{1,3}}(?:de )?$")
_AFTERWARDS = Late(rf"(?i)(?<!\w)(?P<date>{_WHOLE}|{_DAY}),? som (?:sin |sitt |hans |hennes |hens |barnets )?$")
# "den 4 december fyller hon 18", "4/12 blir han myndig", "den 4 december när hon fyllde år".
_COMING = Late(rf"(?i)(?<![\w/-])(?P<date>{_WHOLE}|{_DAY}),? (?:när \w{{1,20}} )?$")
_COMES_OF_AGE = Late(
    rf"(?i)(?:fyll(?:er|de) (?:\w{{1,20}} )?(?:år|{_COUNT})|bl(?:ir|ev) (?!(?:det|den|vi|ni"
    rf"|de) )\w{{1,20}} (?:myndig|{_COUNT}))(?!\w)"
)
_REACH = 45
# Words that say what else happened, or what else has a date.
_NOUNS = frozenset(
    """
    beslut beslutet ansökan dom domen möte mötet intyg intyget läkarintyg komplettering svar avslag remiss kallelse
    inkom saknas saknades begärdes begärt skickades inskriven inskrivning placering placerad vård vården insats
    sjukskrivning flytt ankomst kom senast tidigast eller före efter efteråt innan tidigare senare sedan
    """.split()
)
_HAPPENS = (
    cues.PERSON_VERBS
    | cues.WEAK_VERBS
    | cues.FINITE
    | cues.SUPINES
    | _NOUNS
    | frozenset(
        """
        från till gäller men uppvuxen and who moved came placerad omhändertagen häktad dömd inlagd avliden död anställd
        uppsagd
        """.split()
    )
) - frozenset("är var fick skedde ägde senast sin".split())
_HAPPENED = frozenset({"skedde", "inträffade"})
_UNTIL = frozenset("från till är var blir blev".split())
_FILLED = frozenset("sidor blanketter blanketterna rader fält formulär platser platserna rum pärmar syfte".split())
_COMES = (_HAPPENS - _UNTIL) | _FILLED | {"senast"}
_ENDINGS = ("ade", "des", "dde", "tte", "tes", "erad", "erat", "skriven", "lagd", "sökt", "beslut", "came")


_WAYS = (
    (_CALLED_STEMS, _CALLED, _NOUNS),
    (_BORN_STEMS, _BORN, _HAPPENS),
    (_AGE_STEMS, _OF_AGE, _COMES),
    (_END_STEMS, _LAST_FOUR, _NOUNS - {"saknas", "saknades"}),
)
_COMING_STEMS = ("fyller ", "fyllde ", "blir ", "blev ")
_APART = re.compile(r"[^\w]+")
# Where it stands so: no word for what happened.
_SOURCE = re.compile(
    r"\b(?:före|efter|innan) (?:jul|påsk|midsommar|nyår|advent|lucia)\b"
    # Born after somebody else, on the way to somewhere, before noon: nothing else happened.
    r"|\b(?:före|efter|än|innan|after|before|than)(?: (?:sin|sina|sitt|hans|hennes|min|mitt|mina|vår|vårt|våra|deras"
    r"|the|his|her|my|our|their))?(?: \w{3,12})? (?:lill|stor)?[ae]?(?:bror|brodern|syster|systern|syskon|tvilling"
    r"|man(?= |,)|fru|hustru|make|maka|sambo|mamma|mor(?= |,)|moder|pappa|far(?= |,)|fader|kusin|son|dotter|barn"
    r"|husband|wife"
    r"|brother|sister|twin|mother|father|cousin)\w{0,4}(?!\w)"
    r"|\b(?:före|efter|innan|before|after) (?:the |den )?(?:beräkna|due )\w+(?: \w+)?"
    r"|\b(?:den|samma|på) dag(?:en)?(?: \w+){2,5}$"
    r"|\bpå (?:väg|vägen) (?:in till|hem från|till|från|in|hem|mot)(?: \w+)?"
    r"|\b(?:före|efter|innan|before|after) (?:midnatt|lunch|noon|midnight)"
    r"|\b(?:enligt|i|på|according to) (?:\w+ )?(?:intyg\w*|ansökan|remiss\w*|beslutet|domen|dom)\b"
)


def find(text: str) -> Iterator[Hit]:
    """Give every date that a word further before says somebody was born on, or comes of age."""
    lower = lowered(text)
    for stems, pattern, stop in _WAYS:
        for place in places(lower, stems):
            match = pattern().match(text, place)
            if match is not None and _says(match, stop) and not of_a_thing(text, place):
                yield _hit(match)
    for stems, pattern in ((_END_STEMS, _BEFORE_LAST), (("födelse",), _AFTERWARDS)):
        for place in places(lower, stems):
            match = pattern().search(text, max(0, place - _REACH), place)
            if match is not None and (not match["date"].isdigit() or possible(match["date"])):
                yield _hit(match)
    for place in places(lower, _COMING_STEMS):
        if _COMES_OF_AGE().match(text, place) is not None:
            match = _COMING().search(text, max(0, place - _REACH), place)
            if match is not None and not of_a_thing(text, place):
                yield _hit(match)


def _says(match: "re.Match[str]", stop: frozenset[str]) -> bool:
    """Tell whether nothing between the word and the date says what else happened then, and the date may be one."""
    words = _APART.sub(" ", _SOURCE.sub("", match["between"].lower())).split()
    if stop is not _NOUNS and any(word.endswith(_ENDINGS) and word not in _HAPPENED for word in words):
        return False
    return stop.isdisjoint(words) and (not match["date"].isdigit() or possible(match["date"]))


def _hit(match: "re.Match[str]") -> Hit:
    return Hit(*match.span("date"), Kind.DATE_OF_BIRTH, "birth.at_length", Strength.ASK, ("after_cue",), 74)
