"""Does the text hold a street, or a village, with a number of a house?

Every word that a small number follows is looked at: its ending, its capital and the words before it decide.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_NUMBERED = re.compile(
    r"(?<![\w'-])([^\W\d_](?>(?:[^\W\d_]|[:'-](?=[^\W\d_])){0,40}))(\.?(?:[ \n]{1,2}(?:nr\.? ?|nummer )?"
    r"| ?)|-| \(|, (?=\d{1,3}[A-Za-z]?(?:[.;)\n]|$| (?:kom|är|i|på|var|har|där|men|som|sedan)\b)))(?=\d{1,4}(?!\d))"
)
_LETTER = r"(?: ?[A-HJ-Za-hj-z](?!\w|/|:\d|\.[a-z]))"
_HOUSE = re.compile(
    rf"\d{{1,4}}(?:{_LETTER}|/ ?[A-Ha-h](?!\w)|(?: I{{1,3}}"
    rf"| I?VI{{0,3}})(?![\w/:.]))?(?:(?: ?[-/:] ?)\d{{1,4}}(?![\d:]|\.\d| ?tr){_LETTER}?)?"
    r"(?:(?: ?/|,)? ?(?:(?:lgh|lägenhet|läg|apt|hus|flat|apartment)\.?(?: ?nr)? ?\d{1,4}|(?:1/2|½"
    r"|\d{1,2}) ?tr(?:appor|\b)\.?"
    r"|tr\.? ?\d{1,2}(?!\w)"
    r"|\d{1,2}(?::[ea])? (?:vån(?:ing(?:en)?)?|trappan|trappor)\b"
    r"|(?:plan|vån(?:ing)?|port|uppg(?:ång)?|ing(?:ång)?|trapphus|hus)\.? ?(?:[A-Z]|\d{1,2})(?!\w)|rum\.? ?(?:[A-Z]"
    r"|\d{1,4})(?!\w)"
    r"|(?:nb|bv|ög|öv|vn|hv|tv|th)\b|[önt]\.? ?[gbvh]\.?(?!\w)|1[0-9]0\d(?!\d))){0,4}"
)
_STRONG = tuple(
    "vägen gatan gränden gränd stigen allén allé esplanaden promenaden väg gata stig kajen slingan kroken stråket"
    " torget"
    " backen svängen brinken".split()
)
_WEAK = tuple(
    "torg plan backe plats platsen leden ringen liden höjden terrassen trappan bron gången gång parken rundeln kullen"
    " bryggan hamnen dalen lunden åsen täppan vreten tunet vången gården gård hagen ängen kvarteret brynet marken"
    " gärdet"
    " strand stranden udden holmen skogen kulle slätten slänten viken sjön kvarn kvarnen bron"
    " kanalen".split()
)
# An address on a line of its own, as in a list.
_ITEM = re.compile(r"(?:^|\n)[-•*–> ]{0,3}(?:\d[).] )?$")
_ITEM_ENDS = re.compile(r"\d{1,4}(?: ?[A-Za-z])?[ ,;]{0,2}(?:\n|$)")
# Streets that are called by one short word say so alone: "Adress: Backen 58".
_SHORT_STREETS = frozenset("gärdet åsen höjden lunden ängen kullen liden hagen vreten tunet udden dalen".split())
_CLAUSE = re.compile(r"(?:^|\n|: ?|\||=|[a-zåäö]\.? (?:på|vid|till|från) )[-•*–>| ]{0,3}$")
_CLAUSE_ENDS = re.compile(r"\d{1,3}(?: ?[A-Za-z])?(?:[ ,;]{0,2}(?:\n|$|\|)|[.)](?:\s|$))")
# Streets named after somebody: Nils Ericsonsgatan.
_AFTER_SOMEBODY = re.compile(
    r"(?:sons|mans|bergs|ströms|grens|dahls|holms|lunds|[qk]vists|lings|stens|blads|stedts)"
    r"(?:gatan|vägen|väg|gata|torg|plan|gränd|stig)$"
)
# Endings of weak words that hardly end any other word with a capital and a number behind it.
_RARE = tuple(
    "leden liden kurvan kröken rundan rundeln vreten täppan vången brynet hygget gläntan"
    " rågången vallgången skogsgången strandgången".split()
)
_RURAL = tuple(
    "by byn ryd hult näs vik ås sjö boda bodarna hem mark mo berg åker tuna bo sele träsk lund bäck bäcken edet red"
    " ö ön"
    " torp torpet arp måla fors sund heden hed myr vattnet liden backa backarna böle bol sta tomta rud holm"
    " mossen".split()
)
# Words of every day that end as streets do.
_NO_STREET = frozenset(
    "ingång uppgång omgång årgång utgång övergång nedgång genomgång tillgång avgång framgång gång gången omgången"
    " ingången"
    " riksväg länsväg motorväg europaväg huvudväg väg vägen gata gatan stig torg torget allé allén gränd gränden"
    " studieväg esplanaden promenaden kajen plan plats platsen park parken dal"
    " våningsplan handlingsplan vårdplan genomförandeplan plan bottenplan planen hållplats hållplatsen vårdplats"
    " arbetsplats"
    " arbetsplatsen boendeplats praktikplats parkeringsplats spårvägen järnvägen cykelvägen gångvägen bilvägen"
    " landsvägen"
    " motorvägen huvudvägen riksvägen länsvägen omvägen genvägen skolvägen arbetsvägen strand backe backen gård"
    " gården"
    " bakgård skola kulle by bo mark hem berg sjö lund fors sund ö ön mo hed".split()
)
_PLANS = ("plats", "sgång", "väggen", "ingsplan", "gärdsplan", "etsplan", "ionsplan")
_FIRST_WORDS = frozenset(
    "första andra tredje fjärde femte sjätte sjunde n s ö v"
    " norra södra östra västra stora lilla gamla nya övre nedre inre yttre mellersta n:a s:a v:a ö:a st:a g:la g:a"
    " l:a gl ga mäster biskop doktor dr general amiral s:t s:ta sankt sankta st kung"
    " kungs"
    " drottning prins prinsessan karl carl gustav gustaf erik birger lilla lille store hög höga västra".split()
)
_STOP = frozenset(
    "avdelning avd rum plan kapitel kap version vecka grupp steg nivå klass paragraf punkt bilaga sida sid tabell"
    " figur mål"
    " ärende blankett intyg del fas buss linje tåg spår väg hus våning vån bok artikel covid agenda microsoft office"
    " windows"
    " teams januari februari mars april maj juni juli augusti september oktober november december måndag tisdag"
    " onsdag"
    " torsdag fredag lördag söndag kl klockan nr nummer ca cirka sal box lgh sip i sverige norden europa moment"
    " fråga kolumn"
    " rad dag år typ diabetes nivån kön ålder lag modul skala poäng prio prioritet våren hösten sommaren vintern jul"
    " påsk".split()
)
_TOWNS = frozenset(
    "stockholm göteborg malmö uppsala linköping örebro västerås helsingborg norrköping jönköping umeå lund borås"
    " eskilstuna"
    " gävle halmstad växjö karlstad sundsvall trollhättan östersund kalmar falun skövde kristianstad karlskrona"
    " skellefteå"
    " uddevalla varberg motala sandviken piteå hudiksvall visby västervik nyköping falkenberg kiruna mariestad luleå"
    " lidingö"
    " södertälje täby solna mölndal landskrona trelleborg ystad sverige norge danmark finland robertsfors".split()
)
_UNIT = re.compile(
    r"\d|:\d|[.,]\d|[:-]-|%|/\d|-\d| ?(?:%|§|(?:år|åriga?|kr|kronor|procent|st|dagar|dygn|veckor|månader|mån|timmar"
    r"|tim|min|minuter"
    r"|platser|personer|barn|boenden?|gånger|ggr|kvm|mil|km|m|meter|hyresgäster|brukare|elever|klienter|ärenden"
    r"|samtal|rum"
    r"|anställda|gäster|kvinnor|män|ungdomar|nätter|sidor|steg|familjer|hushåll|lägenheter|av|poäng|deltagare"
    r"|medlemmar"
    r"|patienter|besök|möten|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|jan|feb"
    r"|apr|aug|sept?|okt|nov|dec|och \d+|till \d+|fall)\b)"
)
_LIVES = re.compile(
    r"(?:bor|bodde|bosatt|boende|flytt\w*|hemma|skriven|folkbokförd|vistas|hembesök|\w*adress\w*|lägenhet\w*|hyr\w*"
    r"|sitt hem"
    r"|huset|villan|boendet|radhuset|bostaden|hem|post|posten|brev|brevet|åkte|stugan|torpet|gården|hämta\w*)"
    r"(?: (?:nu|på|i|vid|till|är|ligger|finns|låg|belägen|beläget|kvar|själv|ensam|en|sig|hos|utanför|by|byn"
    r"|från))*(?:[:=(]| [:=-])?[ (\n]?(?: ?är )?$|c/o [\w-]+,:? $",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"(?:^|[\s(])(?:i|på|vid|från|till|hemma|by|byn|gården|torpet|stugan"
    r"|utanför) $",
    re.IGNORECASE,
)
# Something of the words of both, and their last words: sought before the patterns.
_LIVES_SAID = (
    *("bo", "flytt", "hem", "skriven", "vistas", "adress", "lägenhet", "hyr", "hus", "post", "brev", "åkte"),
    *("stugan", "torpet", "gården", "villan", "hämta", "c/o"),
)
_SOMEWHERE_WORDS = ("i", "på", "vid", "från", "till", "hemma", "by", "byn", "gården", "torpet", "stugan", "utanför")
_BEFORE = re.compile(r"(?:(?:[^\W\d_][\w'-]*+(?::[a-zåäö]{1,2}(?!\w))?|[A-ZÖ][a-zö]?\.|\d{1,2}:[ae]) ){1,3}$")
# Some figures with a letter close before them, that are neither the end of a longer number nor a year.
_NUMBER = re.compile(
    r"\d(?:(?<=[^\W\d_].)|(?<=[^\W\d_]\W.)|(?<=[^\W\d_]\W\W.)|(?<=[^\W\d_]\W\W\W.))"
    r"(?!(?<=1)9\d\d(?!\d)|(?<=2)0\d\d(?!\d))\d{0,3}(?!\d)"
)
_SIGNS = " \n.,(-"
_WORDS_BETWEEN = (" nr", "\nnr", " nummer", "\nnummer")
_BEGINNING = re.compile(r"[^\W\d_](?:[^\W\d_]|[:'-](?=[^\W\d_]))*$")
_LED = re.compile(r"(?:^|[\s(:])(?:på|vid|från|till|i|\w{0,8}adress\w{0,4}:?|hemma|bor) (?P<word>[A-ZÅÄÖ][a-zåäöé]+ )$")
_HEADS = frozenset({"gård", "väg", "vägen", "gata", "gatan", "gränd", "allé", "stig", "torg"})
_HOMES = frozenset({"backen", "gården", "torget", "kulle", "strand", "mo", "hed", "ön", "sund", "berg", "lund", "bo"})
_REACH, _NEAR = 60, 50
_SHORTEST = 3
_SHORT_WORD = 5
_SHORTENED = ("gtn", "gat", "sg", "rv", "sv", "lv", "kv", "nv", "äv", "eav", "tv", "dv", "gv", "mv", "pv", "bv")
_BARE_ENDINGS = ("vägen", "gatan", "gränd", "stigen", "allén")
_YEAR = re.compile(r"(?:19|20)\d{2}(?!\d)")
_BARE = re.compile(
    r"(?:bor|bodde|bosatt|flytta\w*|skriven|folkbokförd|adress\w*|hemadress\w*)(?: (?:nu|på|vid|till|är|kvar"
    r"|själv|ensam)|:){1,3} "
    r"(?P<street>(?:\d{1,3}[A-Z]? )?(?:[A-ZÅÄÖ][\w]{1,20} )?[A-ZÅÄÖ][\w-]{2,30}(?:vägen|gatan|gränd|stigen"
    r"|allén))(?![\w])"
)


def find(text: str) -> Iterator[Hit]:
    """Give every street or village with a number, and a street alone after a word about living there."""
    for match in _numbered(text):
        house = _HOUSE.match(text, match.end())
        if house is None or _YEAR.match(house.group()):
            continue
        unit = _UNIT.match(text, house.end())
        if unit is not None and not (unit.group() == " av" and match[1].lower().endswith(_STRONG)):
            continue
        told = _judge(text, match)
        if told is not None:
            start, rule, rank = told
            yield Hit(start, house.end(), Kind.ADDRESS, rule, Strength.ASK, (), rank)
    for match in _BARE.finditer(text) if any(ending in text for ending in _BARE_ENDINGS) else ():
        yield Hit(*match.span("street"), Kind.ADDRESS, "address.street_alone", Strength.ASK, ("after_cue",), 55)


def _numbered(text: str) -> Iterator["re.Match[str]"]:
    """Give the words with a number behind them that may be streets: with a capital, or with a street's ending."""
    for number in _NUMBER.finditer(text):
        before = text[max(0, number.start() - _REACH) : number.start()]
        words = before.rstrip(_SIGNS)
        if words.endswith(_WORDS_BETWEEN):
            words = words[: words.rfind("n")].rstrip(_SIGNS)
        begin = max(words.rfind(" "), words.rfind("\n")) + 1
        word = words[begin:]
        if word == word.lower() and word not in _NO_STREET and not word.endswith(_STRONG):
            continue
        first = _BEGINNING.search(word)
        match = first and _NUMBERED.match(text, number.start() - len(before) + begin + first.start())
        if match is not None and match.end() == number.start():
            yield match


def _judge(text: str, match: "re.Match[str]") -> tuple[int, str, int] | None:
    word, lower = match[1], match[1].lower()
    capital, apart = word[0].isupper(), bool(match[2].strip(".") or "\n" in match[2])
    start = match.start()
    before = text[max(0, start - _REACH) : start]
    if lower in _NO_STREET:
        owned = _owned(before) or (_led(before) if lower in _HEADS else 0)
        if owned and lower.endswith(_STRONG + _WEAK) and apart:
            return start - owned, "address.street", 74
        if not (capital and apart and lower in _HOMES):
            return None
        if _LIVES.search(before):
            return start, "address.cue", 71
        said = _alone(text, match, before) or (lower == "backen" and before[-3:] != " i " and _stands_somewhere(before))
        return (start, "address.rural", 54) if said else None
    short = (
        match[2].startswith(".")
        and lower not in _TOWNS
        and not lower.endswith("köping")
        and (lower.endswith(("g", "v", "gat", "gt")) or (lower.endswith("st") and len(word) > _SHORT_WORD))
    )
    ends = match[2].startswith(".") and not short  # a sentence, and the next begins with a count
    if (ends or match[2].strip(" .") in {",", "-", "("}) and not lower.endswith(_STRONG):
        return None
    if lower.endswith(_STRONG) and (capital or apart) and not lower.endswith(_PLANS):
        return start - _first_words(before, lower), "address.street", 74
    if not capital or not apart or lower in _STOP:
        return None
    if short and len(word) >= _SHORTEST:
        return start - _first_words(before), "address.street_short", 72
    if lower in _SHORT_STREETS and _alone(text, match, before):
        return start, "address.rural", 54
    item = _ITEM.search(before[: len(before) - _first_words(before)]) is not None
    return _village(lower, before, start, item=item and _ITEM_ENDS.match(text, match.end()) is not None)


def _alone(text: str, match: "re.Match[str]", before: str) -> bool:
    """Tell whether a street of one short word and its number are all that a line, or what follows a colon, says."""
    return _CLAUSE.search(before) is not None and _CLAUSE_ENDS.match(text, match.end()) is not None


def _village(lower: str, before: str, start: int, *, item: bool) -> tuple[int, str, int] | None:
    led = _first_words(before)
    before = before[: len(before) - led]
    lives = _may_live(before) and _LIVES.search(before) is not None
    somewhere = lives or (item and not lower.endswith(_RURAL)) or _stands_somewhere(before)
    if (lower.endswith(_RARE) or (lower.endswith(_WEAK) and somewhere)) and not lower.endswith(_PLANS):
        return start - led, "address.rural", 72
    if lives:
        return start - led, "address.cue", 71
    if somewhere and lower.endswith(_SHORTENED):
        return start - led, "address.street_short", 54
    if somewhere and lower not in _TOWNS and lower.endswith(_RURAL):
        return start - led, "address.rural", 54
    return None


def _may_live(before: str) -> bool:
    """Tell whether any word stands here that says that somebody lives there: most texts before a number have none."""
    lower = before.lower()
    return any(said in lower for said in _LIVES_SAID)


def _stands_somewhere(before: str) -> bool:
    return before.rstrip().lower().endswith(_SOMEWHERE_WORDS) and _SOMEWHERE.search(before) is not None


def _first_words(before: str, street: str = "") -> int:
    """Give how many characters of capitalised words before belong to the street: Norra, S:t, Karl Johans."""
    length = 0
    row = _BEFORE.search(before) if any(map(str.isalpha, before.rstrip().rpartition(" ")[2])) else None
    for word in reversed(row.group().split() if row is not None else []):
        somebody = not length and _AFTER_SOMEBODY.search(street) is not None
        if not (word[0].isupper() or word[0].isdigit()) or not (
            word.lower().rstrip(".") in _FIRST_WORDS or word[0].isdigit() or (length and word.endswith("s")) or somebody
        ):
            break
        length += len(word) + 1
    return length


def _led(before: str) -> int:
    """Give how long a capitalised word is that stands before a gård, väg or gata, after a word that says where."""
    word = _LED.search(before)
    return len(word["word"]) if word is not None else 0


def _owned(before: str) -> int:
    """Give how many characters of capitalised words stand before a word such as gata or vägen."""
    length = 0
    row = _BEFORE.search(before)
    for number, word in enumerate(reversed(row.group().split() if row is not None else [])):
        fits = word.lower() in _FIRST_WORDS or word.endswith(("s", "a")) or number
        if not word[0].isupper() or not fits or word.lower() in _STOP:
            break
        length += len(word) + 1
    return length
