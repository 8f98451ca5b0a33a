"""Which parts of an English text narrow down who is meant: an age, a small place, an illness, a trade, the only one?

The same parts as in Swedish and the same weights; the lists are shorter, because English is what few write in.
"""

import re
from collections.abc import Iterator, Sequence

from lexheller.anonymity.late import Late
from lexheller.anonymity.populations import SIZES, Size
from lexheller.anonymity.rarity import Part, Rarity

_ENGLISH = (
    " the ",
    " of ",
    " was ",
    " has ",
    " who ",
    " from ",
    " and ",
    " with ",
    " she ",
    " he ",
    " his ",
    " her ",
    "-old",
)
_WORDED = (
    r"(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|eleven|twelve"
)
_UNITS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen "
        "nineteen".split(),
        1,
    )
}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_AGE = Late(
    rf"\b(?P<old>\d{{1,3}}|{_WORDED})(?P<noun>[- ]years?[- ]olds?\b|(?: years old|y/o)\b)"
    rf"|(?<=aged )(?P<aged>\d{{1,3}})\b(?! ?[-–])|(?<=, )(?P<apart>\d{{2}})(?=,|\.(?:\s|$))(?!, \d)"
    r"|\b(?:son|daughter|boy|girl|child|brother|sister|grandson|granddaughter), (?P<kid>\d)(?=,)"
    rf"|(?<=\()(?P<closed>\d{{2}})(?=\))"
    rf"|\b(?:she|he|who|client|patient|man|woman|mother|father|i) (?:is|was|turned|turns|am) (?P<is>\d{{2}}"
    rf"|{_WORDED})(?=[.,;)]| and | years|$)"
)
_BANDS = ((7, "of preschool age"), (16, "of school age"), (20, "in their teens"))
_OLD, _YOUNGER, _MIDDLE, _OLDEST, _RARE_FROM = 80, 40, 65, 112, 95
_PLACE_BEFORE = re.compile(
    r"\b(?:in|from|near|outside|at|of|around|to|north of|south of|east of|west of|leaves|left) $"
)
_SERVICE = re.compile(
    r"\b(?:offices?|centres?|clinics?|hospitals?|care|services?|agenc(?:y|ies)|schools?|courts?|teams?|wards?|bus|train"
    r"|meetings?|projects?|municipality|units?|caseworkers?|staff|course|travel\w*|commut\w*|psychiatry) (?:in|at"
    r"|of|from|to) $"
)
_WEIGHTS = {Size.VERY_SMALL: 1.5, Size.SMALL: 1.0, Size.MIDDLING: 0.5}
_PLACES = "village|hamlet|parish|island|archipelago|fishing village|mountain village"
_UNNAMED = Late(
    rf"\b(?:in|on|from) (?:a|an|the|our|this|her|his) (?:small |little |tiny |remote |same )?(?:{_PLACES})\b"
    rf"|\bin a (?:small|tiny|remote)"
    r" (?:town|municipality|community)\b"
)
_COMMON = "stroke|dementia|cancer|diabetes|adhd|autism|autistic|copd|heart failure|bipolar disorder|asthma"
_ILL = (
    r"narcolepsy|als|parkinson's(?: disease)?|huntington's(?: disease| chorea)?|cystic fibrosis|multiple sclerosis"
    r"|ms|epilepsy"
    r"|albinism|dwarfism|tourette(?:'s)?(?: syndrome)?|lupus|ha?emophilia|muscular dystrophy|cerebral palsy"
    r"|down(?:'s)? syndrome"
    r"|schizophrenia|leuka?emia|sickle[- ]cell(?: an\w+)?|crohn's(?: disease)?|addison's(?: disease)?"
    r"|myasthenia gravis|spina bifida"
    r"|prader-willi(?: syndrome)?|rett(?:'s)?(?: syndrome)?|fragile x(?: syndrome)?|aphasia|porphyria|sarcoidosis"
    r"|brain tumou?r"
    r"|cushing's(?: disease| syndrome)?|ehlers-danlos|marfan(?:'s)?(?: syndrome)?|alopecia|psoriasis|hydrocephalus"
    r"|polio"
    r"|guillain-barr[eé]|anorexia|hiv|hepatitis c|tuberculosis|a (?:kidney|liver|heart|lung) transplant|brittle bones"
    r"|(?:a )?(?:dissociative|conversion) disorder|locked-in syndrome|cerebellar ataxia|ataxia|scleroderma"
    r"|endometriosis"
    r"|usher syndrome|retinitis pigmentosa|\w{4,}(?:osis|plegia|trophy|philia|lepsy"
    r"|pathy)(?<!diagnosis)(?<!sympathy)(?<!empathy)(?<!apathy)"
    r"(?<!philosophy)(?<!prognosis)(?<!hypnosis)(?<!osmosis)"
)
_DISABLED = (
    r"deaf-?blind|deaf|blind|paraplegic|quadriplegic|tetraplegic|wheelchair-using|one-legged|one-armed"
    r"|paralysed|paralyzed|mute"
)
_LOST = (
    r"(?:lost|without) (?:both |one |his |her |an? |the ){1,2}(?:legs?|arms?|hands?|foot|feet|eyes?|sight"
    r"|hearing|voice)"
)
_HEALTH = Late(
    rf"\b(?:(?:an? )?(?P<ill>{_ILL})|(?:an? )?(?P<common>{_COMMON})|(?P<disabled>{_DISABLED})|(?P<lost>{_LOST}"
    rf"|wheelchair user)|(?P<aid>guide dog|respirator|ventilator|feeding tube))(?![\w'-])"
)
_SPARE = (
    r"fire chief|police chief|stationmaster|postmaster|bank manager|reindeer herder|reindeer owner|vicar|priest"
    r"|pastor|deacon|bishop|blacksmith|farrier|midwife|dentist|vet|veterinarian|mayor|councill?or"
    r"|imam|rabbi|monk|nun|pilot|sheriff|fisherman|fisherwoman|farmer|baker|butcher|chimney sweep|organist|cantor"
    r"|firefighter|headteacher"
    r"|head teacher|head of the school|postman|hairdresser|undertaker|gravedigger|watchmaker|saddler|potter|weaver"
    r"|carpenter|forester|lumberjack|logger"
    r"|hunter|trapper|ski instructor|dog musher|musher|football player|hockey player|goalkeeper|boxer|jockey"
    r"|racing driver|actor|actress"
    r"|author|poet|painter|sculptor|composer|conductor|violinist|pianist|cellist|drummer|singer|dancer|clown"
    r"|magician|taxi driver|bus driver"
    r"|train driver|crane operator|diver|sailor|captain|ferryman|miner|glassblower|landlord|innkeeper|shop owner"
    r"|restaurant owner|hotel owner|judge"
    r"|prosecutor|police officer|policeman|policewoman|detective|soldier|officer|colonel|astronaut|scientist"
    r"|professor|archaeologist|translator"
    r"|interpreter|caretaker|librarian|florist|pharmacist|optician|referee|politician|mp|member of parliament"
    r"|chairman|chairwoman"
    r"|(?:ski|opera|lighthouse|bee|reindeer|dog|horse|sheep|goat|church|folk|jazz|rock|high|pole|long|show|ice"
    r"|speed|basket|boat|violin|organ|shoe|cheese"
    r"|clock|gun|sail|knife|lock|gold|silver|tin)[- ]?(?:jumper|singer|keeper|herder|breeder|trainer|warden|player"
    r"|vaulter|skater|maker|builder"
    r"|smith|farmer|dancer)"
)
_TRADE = Late(
    rf"\b(?P<former>(?:former|retired|ex-?|late) ?)?(?P<trade>{_SPARE})(?P<many>s)?\b(?!'s (?:office|certificate"
    rf"|letter|report))"
)
_KIN = Late(
    r"\b(?P<three>triplets?|quadruplets?|quintuplets?)(?:'s?)? ?(?:mother|father|mum|dad|parents?)?\b"
    r"|\b(?P<two>twins?)(?:'s?)? (?:mother|father|mum|dad)\b"
    r"|\b(?:mother|father|mum|dad|parents?) of (?:(?P<multiple>triplets|quadruplets)|(?P<twins>twins)|(?P<many>five"
    r"|six|seven|eight|nine|ten|eleven|twelve|\d{1,2}))\b"
    r"|\b(?P<flock>five|six|seven|eight|nine|ten|eleven|twelve|[5-9]|1\d) (?:foster |adopted |adoptive "
    r"|step)?(?:children|kids|siblings|sons"
    r"|daughters|brothers|sisters)\b"
    rf"|\b(?:{_SPARE})'s (?P<kin>son|daughter|wife|husband|widow|widower|brother|sister|mother|father)\b"
)
_ORIGIN = Late(
    r"\b(?:(?P<rare>tibetan|mongolian|rohingya|uyghur|uighur|georgian|armenian|hmong|karen|bolivian|peruvian|cuban"
    r"|nepalese|nepali|bhutanese|samoan|maori"
    r"|icelandic|faroese|maltese|albanian|azerbaijani|kazakh|uzbek|tajik|kyrgyz|rwandan|burundian|congolese|angolan"
    r"|malagasy|jamaican|haitian|yazidi"
    r"|mandaean|druze|coptic|sami|s[aá]mi|greenlandic|roma|romani|laotian|cambodian|burmese|sudanese|chadian"
    r"|gambian|senegalese|jewish|sikh|hindu|buddhist)"
    r"|(?P<usual>somali|syrian|iraqi|afghan|finnish|polish|iranian|kurdish|turkish|eritrean|ethiopian|bosnian"
    r"|ukrainian|thai))(?= \w)"
)
_TRAIT = Late(
    r"\b(?:trans(?:gender)? (?:man|woman|person|girl|boy)|(?:seven|two met(?:re|er)s?"
    r"|over two met\w+) (?:feet )?tall|tattooed face|face tattoos?"
    r"|weighs? (?:over )?(?:\d{3}|two hundred) (?:kilos?|kg)|hermit|sex worker|ex-convict|convicted (?:murderer"
    r"|of murder))\b"
)
_EVENT = Late(
    r"\b(?:(?P<news>(?:was|were|been|featured) (?:in|on) (?:the )?(?:news|newspapers?|papers?|tv|television"
    r"|front page)|made (?:the )?headlines|won the (?:lottery"
    r"|jackpot|election))"
    r"|(?P<grave>surviv\w+ (?:the|a|an) (?:\w+ )?(?:crash|accident|avalanche|fire|shooting|explosion|shipwreck"
    r"|earthquake|landslide)|(?:plane|train|bus|helicopter"
    r"|ferry|mining|snowmobile) (?:crash|accident|disaster)|(?:was|were|got) (?:shot|stabbed|kidnapped"
    r"|struck by lightning|taken hostage|attacked by a \w+)"
    r"|whose (?:\w+ ){1,2}(?:drowned|was murdered|was killed|burned down|burnt down|disappeared|froze to death))"
    r"|(?P<deed>(?:barn|house|farm|shop|church|mill|school) (?:that )?(?:burned|burnt) down|who (?:shot|found|saved"
    r"|rescued|sued|reported|exposed) (?:the|a) \w+))"
)
_SOMEBODY = (
    r"(?:person|man|woman|boy|girl|child|pupil|student|teenager|family|couple|mother|father|parent|patient|client"
    r"|resident|inhabitant|survivor|refugee|immigrant"
    rf"|user|widow|widower|one of (?:his|her) kind|{_SPARE}|{_DISABLED}|with (?:a |an )?(?:{_ILL}))"
)
_WHERE = (
    r"(?:municipality|town|village|county|parish|region|island|school|workplace|area|district|valley|country"
    r"|congregation)"
)
_ONLY = Late(
    rf"(?i)\b(?:(?:(?:the|our|this|whole) )?{_WHERE}'s|the|our|my|her|his) (?:only|one and only|first|last|oldest"
    rf"|youngest|sole)(?= (?:[\w'-]+ ){{0,3}}?{_SOMEBODY}\b)"
    rf"|\b(?:nobody|no one) else in (?:the|our|this) {_WHERE}\b|\bthe only one in (?:the|our|this"
    rf"|all of the) (?:\w+ )?{_WHERE}\b"
    r"|\bthe only one in (?-i:[A-ZÅÄÖ])"
)
_KNOWN = Late(
    r"\b(?:every(?:body|one)|the whole (?:village|town|municipality|school)"
    r"|all of us)\b[^.!?\n]{0,30}\bknows? (?:exactly )?(?:who (?:it|he|she|that|they) (?:is|was|are)|him|her)\b"
    r"|\b(?:easily|instantly|immediately) recogni[sz]\w+|\brecogni[sz]ed (?:at once|by every\w+|everywhere"
    r"|on the street)|\beveryone recogni[sz]es (?:him|her)\b"
    r"|\bwell[- ]known in (?:the|our) \w+"
)
_GENERAL = {
    "ill": "an illness",
    "common": "an illness",
    "disabled": "disabled",
    "lost": "has a disability",
    "aid": "aid",
}


def find(text: str, lower: str, words: Sequence[re.Match[str]], named: Sequence[int]) -> Iterator[Part]:
    """Give every part of an English text; none of a text without the small words of English.

    Args:
        text: the text.
        lower: the same in lower case.
        words: its words.
        named: which of them may be the name of a place.
    """
    if not lower.startswith(("the ", "she ", "he ")) and not any(word in lower for word in _ENGLISH):
        return
    yield from _ages(lower)
    for index in named:
        part = _place(lower, words[index])
        if part is not None:
            yield part
    for match in _UNNAMED().finditer(lower):
        yield Part(*match.span(), Rarity.PLACE, 1.0, "nearby")
    for match in _HEALTH().finditer(lower):
        group = next(name for name, said in match.groupdict().items() if said)
        if match.group() in _ACRONYMS and not text[match.start() : match.end()].isupper():
            continue
        yield Part(*match.span(), Rarity.DIAGNOSIS, 0.5 if group == "common" else 1.0, _GENERAL[group])
    yield from _lives(lower)
    for match in _ONLY().finditer(text):
        yield Part(*match.span(), Rarity.UNIQUE, 1.5, "a" if match.group().endswith(_OF_A_ROW) else "one of several")
    for match in _KNOWN().finditer(lower):
        yield Part(*match.span(), Rarity.UNIQUE, 2.5 if "knows" in match.group() else 1.0, "known to some")


def _lives(lower: str) -> Iterator[Part]:
    """Give what a life is made of: a trade, a family, where it came from, what befell it."""
    for match in _TRADE().finditer(lower):
        yield Part(*match.span(), Rarity.OCCUPATION, 0.5 if match["many"] else 1.0, "person")
    for match in _KIN().finditer(lower):
        weight = 2.0 if match["three"] or match["multiple"] else 1.5 if match["many"] or match["kin"] else 1.0
        if not match["many"] or not match["many"].isdecimal() or int(match["many"]) >= _MANY:
            yield Part(
                *match.span(),
                Rarity.FAMILY,
                weight,
                "relative" if match["kin"] else "several children" if match["flock"] else "parent",
            )
    for match in _ORIGIN().finditer(lower):
        yield Part(*match.span(), Rarity.ORIGIN, 1.0 if match["rare"] else 0.5, "foreign-born")
    for match in _TRAIT().finditer(lower):
        yield Part(*match.span(), Rarity.TRAIT, 1.0, "person")
    for match in _EVENT().finditer(lower):
        weight = 2.0 if match["news"] else 1.5 if match["grave"] else 1.0
        yield Part(*match.span(), Rarity.EVENT, weight, _went_through(match.group()))


def _went_through(said: str) -> str:
    if said.startswith(("whose", "who ")):
        return "who went through something"
    return (
        "accident"
        if said.endswith(("crash", "accident", "disaster")) and "surv" not in said
        else "went through something"
    )


def _ages(lower: str) -> Iterator[Part]:
    for match in _AGE().finditer(lower):
        said = next((each for each in ("old", "aged", "apart", "closed", "is", "kid") if match[each]), "")
        age = _number(match[said])
        if not 0 < age <= _OLDEST:
            continue
        start = match.start(said)
        if said == "old":
            noun = lower[match.end() : match.end() + 2].strip()[:1].isalpha()
            says = "younger" if age < _YOUNGER else "middle-aged" if age < _MIDDLE else "senior"
            says = says if noun and match["noun"][0] in "- " and "years old" not in match["noun"] else f"{says} person"
            says = _band(age) if "years old" in match["noun"] else says
        else:
            says = _band(age)
        yield Part(start, match.end(), Rarity.AGE, 1.5 if age >= _RARE_FROM else 1.0, says)


def _number(said: str) -> int:
    if said.isdecimal():
        return int(said)
    ten, _, unit = said.partition("-")
    return _TENS.get(ten, _UNITS.get(ten, 0)) + _UNITS.get(unit, 0)


def _band(age: int) -> str:
    for limit, says in _BANDS:
        if age < limit:
            return says
    return "of great age" if age >= _OLD else f"in their {age // 10}0s"


def _place(lower: str, word: re.Match[str]) -> Part | None:
    name, start, end = word.group(), word.start(), word.end()
    if name.endswith("'s"):
        name, end = name[:-2], end - 2
    size = SIZES.get(name)
    before = lower[max(0, start - 30) : start]
    if not size or not (_PLACE_BEFORE.search(before) or lower.startswith((" municipality", "'s"), end)):
        return None
    return Part(start, end, Rarity.PLACE, 0.5 if _SERVICE.search(before) else _WEIGHTS[size], "a smaller place")


_ACRONYMS = frozenset({"als", "ms", "hiv", "adhd", "copd", "mp"})
_MANY = 5
_OF_A_ROW = ("only", "first", "last", "oldest", "youngest", "sole")
