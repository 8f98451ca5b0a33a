"""Which well-known things, places and programs have names that look like a person's?

Written from general knowledge. They are not on the built lists, where they would move what letters are taken for a
name's; `cues.ALSO_THINGS` holds those that were needed first, `casework.py` what casework knows.
"""

from lexheller.anonymity import casework

# Hardly anybody is called so.
THINGS = casework.FIRMS | frozenset(
    """
    esc fn blu-ray zen kreml tao yin yang golem
    gimp
    linux ubuntu debian fedora wi-fi wifi mac macintosh imac iphone ipad android skype reddit roblox pokémon copilot
    chatgpt trello canva kivra digg booli hemnet avanza nordnet tradera vinted netonnet ikano easit evolv qlik hogia
    tableau raindance cambio journalia ephorte obstetrix edlevo quiculum doctrin ecare ingeus lernia astar cordi almi
    sisu yahoo youtube tiktok spotify netflix viaplay playstation nintendo minecraft fortnite
    titanic estonia toran bibeln koranen hanukka diwali eid brexit schengen maastricht omikron
    zeus neptunus jupiter saturnus pluto merkurius poseidon afrodite herkules dionysos artemis
    cadillac chevrolet renault porsche dacia jeep saab volkswagen yamaha panasonic electrolux volvo
    coca-cola
    marabou daim fazer cloetta twix snickers pepsi fanta sprite trocadero loka bregott gevalia zoégas löfbergs findus
    arla oatly wasa pågen orkla merlot chardonnay cognac campari bourbon prosecco dressmann kappahl juventus modo
    roxette beatles metallica commodore atari spectravideo
    labrador labradoren chihuahua cocker rottweiler dobermann
    ventolin norvasc folacin atacand lipitor zika chikungunya lewy fragile freinet montessori likert aids
    basel bern bristol cannes denver calcutta kyiv kiev izmir khartoum lahore alanya perth saloniki aalborg turin
    yokohama nagoya osaka kyoto bogota caracas montevideo brasilia manaus managua tegucigalpa abuja lusaka harare
    antananarivo ouagadougou bamako niamey kinshasa luanda maputo windhoek gaborone mombasa zanzibar dodoma
    baltimore cincinnati cleveland indianapolis milwaukee minneapolis memphis nashville orlando philadelphia
    pittsburgh sacramento seattle toronto vancouver winnipeg edmonton calgary berkeley harvard princeton yale
    birmingham sheffield newcastle southampton portsmouth plymouth brighton coventry nottingham
    """.split()
)
# Letters that stand for words, and names of programs in capitals: on a list of names, or long enough to be a name.
LETTERS = frozenset(
    """
    rudas swift maple bliss nato abba macs asia iban treasure caesar unesco taksev sirius riksic skoopi samvux kostra
    kolada vivanet akavia gmfcs pcmcia vinnova sweref
    """.split()
)
# Somebody may be called so, but hardly where nothing else says it.
OR_NAMES = frozenset(
    """
    mercedes ferrari ford suzuki honda harley martini bali lima texas colombo chelsea venus orion apollo
    hera freud piaget erasmus comenius washington wellington sydney berlin atlanta dakota bing abba broca cochrane
    lancet tessa misa friends france stanford cambridge oxford
    """.split()
)
# Names of two words and more; each of the words alone may be somebody's.
_TOGETHER = """
    san francisco|san diego|san josé|san jose|san antonio|san marino|san salvador|san remo|santa monica|santa barbara
    santa cruz|santa fe|santa clara|los angeles|las vegas|las palmas|gran canaria|costa del sol|costa rica|puerto rico
    new york|new orleans|new delhi|new jersey|rio de janeiro|são paulo|sao paulo|buenos aires|hong kong|sri lanka
    tel aviv|addis abeba|kuala lumpur|saint louis|st louis|saint tropez|monte carlo|porto alegre|costa brava
    el salvador|salt lake city|cape town|phnom penh|ho chi minh|abu dhabi|port sudan|port said|mar del plata
    reggio emilia|marte meo|clas ohlson|city gross|golden retriever|cocker spaniel|jehovas vittnen|hare krishna
    rolling stones|champions league|premier league|family check-up|fragile x|magna cura|ibn rushd|unga örnar
    red bull|coca cola|kalles kaviar|ahlgrens bilar|svenska akademien|air france|american express|mac os|real madrid
    star wars|star trek|harry potter|pippi långstrump|kalle anka|musse pigg|astrid lindgrens värld|alfons åberg
    silicon valley|wall street|white house|downing street|buckingham palace|madison square garden|golden gate
    central park|hyde park|nova scotia|num lock|caps lock|north carolina|south carolina|west virginia
"""


def _by_first_word(names: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    together: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in names.strip().replace("\n", "|").split("|"):
        first, *others = name.split()
        together[first] = (*together.get(first, ()), tuple(others))
    return together


# By the first word, the words that follow it.
TOGETHER = _by_first_word(f"{_TOGETHER.strip()}|{casework.TOGETHER.strip()}")
