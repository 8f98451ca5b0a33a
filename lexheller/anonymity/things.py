"""Which well-known things, places and programs have names that look like a person's?

Written from general knowledge. They are not on the built lists, where they would move what letters are taken for a
name's; `cues.ALSO_THINGS` holds those that were needed first, `casework.py` what casework knows.
"""

from lexheller.anonymity import casework

# Hardly anybody is called so.
THINGS = casework.FIRMS | frozenset(
    """
    esc fn blu-ray zen kreml tao yin yang golem gimp linux ubuntu debian fedora wi-fi wifi mac macintosh imac iphone
    ipad android skype reddit roblox pokémon copilot chatgpt trello canva kivra digg booli hemnet avanza nordnet
    tradera vinted netonnet ikano easit evolv qlik hogia tableau raindance cambio journalia ephorte obstetrix edlevo
    quiculum doctrin ecare ingeus lernia astar cordi almi sisu yahoo youtube tiktok spotify netflix viaplay
    playstation nintendo minecraft fortnite titanic estonia toran bibeln koranen hanukka diwali eid brexit schengen
    maastricht omikron zeus neptunus jupiter saturnus pluto merkurius poseidon afrodite herkules dionysos artemis
    cadillac chevrolet renault porsche dacia jeep saab volkswagen yamaha panasonic electrolux volvo coca-cola marabou
    daim fazer cloetta twix snickers pepsi fanta sprite trocadero loka bregott gevalia zoégas findus arla oatly wasa
    pågen orkla merlot chardonnay cognac campari bourbon prosecco dressmann kappahl juventus modo roxette beatles
    metallica commodore atari spectravideo labrador labradoren chihuahua cocker rottweiler dobermann ventolin norvasc
    folacin atacand lipitor zika chikungunya lewy fragile freinet montessori likert aids basel bern bristol cannes
    denver calcutta kyiv kiev izmir khartoum lahore alanya perth saloniki aalborg turin yokohama nagoya osaka kyoto
    bogota caracas montevideo brasilia manaus managua tegucigalpa abuja lusaka harare antananarivo ouagadougou bamako
    niamey kinshasa luanda maputo windhoek gaborone mombasa zanzibar dodoma baltimore cincinnati cleveland
    indianapolis milwaukee minneapolis memphis nashville orlando philadelphia pittsburgh sacramento seattle toronto
    vancouver winnipeg edmonton calgary berkeley harvard princeton yale birmingham sheffield newcastle southampton
    portsmouth plymouth brighton coventry nottingham amalfi capri sorrento bergamo brescia trento udine padua lucca
    lecce taormina menton aberdeen media positano alghero luzern menorca alcudia fuerteventura mainz mannheim ostrava
    pilsen jurmala klaipeda vladivostok burgas pireus patras korinth delfi heraklion samos naxos paros mykonos
    santorini korfu zakynthos kefalonia lefkas parga nikosia larnaca pafos bodrum marmaris mersin nasaret eilat qom
    goa jaipur varanasi kerala katmandu pokhara lhasa rangoon pattaya krabi ubud cebu nanjing sapporo luxor assuan
    hurghada suez sousse djerba marrakesh agadir tanger cotonou douala kisumu arusha moshi pretoria axum lalibela
    juba cancún acapulco oaxaca galway thingvellir nuuk lahtis kittilä canberra nantes rennes rouen calais dijon
    almería fuengirola nerja weimar jena heidelberg ulm bamberg freiburg aachen bochum davos ravenna perugia pärnu
    rijeka chania lindos røros esbjerg randers kolding vejle herning joensuu omaha hobart christchurch honolulu
    murcia segovia wismar trier umbrien sardinien ligurien apulien alsace dordogne korsika asturien alentejo hessen
    schlesien böhmen mähren istrien dalmatien attika kashmir punjab savolax hardanger cornwall sussex dorset yucatan
    borneo sumatra java sulawesi tasmanien queensland karibien martinique guyana kenya rhodesia persien babylon troja
    sifo novus norwegian bofors kockums asea crescent ellos benetton gant rolex ryanair finnair lufthansa klm nestlé
    malaco carlsberg heineken tetley colgate pampers lambi ajax miele kodak leica nikon adlibris vogue slitz aik gais
    schalke feyenoord benfica sampdoria fiorentina celtic rangers everton fulham chanukka divali diwali norouz nouruz
    purim pesach yule mikaeli kyndelsmässa schnauzer bichon havanais collie sheltie airedale vorsteh dalmatin
    leonberger husky malamute akita shiba shih-tzu corgi dackel siames ragdoll perser birma connemara haflinger
    frieser capricciosa calzone marinara brie edamer chianti barolo chablis riesling pinot zinfandel malbec amarone
    negroni baileys kahlua wallenbergare bernaise bearnaise rhode-island bintje aroma mutsu gravensteiner celsius
    fahrenheit nato unesco nasa opec fifa uefa ecofin coreper mercosur seato comecon benelux efta asean opcw unhcr
    unrwa undp wto osse osce imf konsum domus vivo dagab axfood scan lkab ssab pharmacia kabi gambro tobii eniro cdon
    onoff cubus weekday nudie nocco pommac zingo ratsit axess fores iffs sns seko mhf nto iogt unf attac greenpeace
    wwf zonta kiwanis ymca sverok bahai shia sunni hizbollah plo daesh farc kgb cia stasi gestapo gulag bundeswehr
    wehrmacht luftwaffe elysée tories labour likud fidesz syriza podemos vox afd cdu spd fdp grexit sinai sahara
    biafra bachmut fukushima excalibur leopard tirpitz vostok sojuz challenger voyager andromeda zeppelin daihatsu
    lexus lamborghini jaguar ducati iveco fendt valmet dell lenovo asus nvidia cisco radiola dux gense iittala
    marimekko ifk gif khl nhl wta wimbledon jägersro brio duplo bionicle pokemon digimon tetris pacman sonic diablo
    yatzy jenga cluedo seinfeld simpsons kojak columbo poirot boeing škoda
    luxemburg burma ceylon rhodesia sydrhodesia zaire sydjemen nordjemen jugoslavien abessinien preussen pommern
    westfalen elsass lothringen tyrolen steiermark vallonien burgund savojen venetien baskien kastilien thrakien
    epirus slavonien bessarabien krim galiléen judéen samarien nubien katanga manchuriet formosa manitoba slesvig
    ingermanland satakunta åboland telemarken troms rogaland hordaland trøndelag vestfold østfold akershus
    ghana haiti kuwait oceanien sudan rwanda tanzania kaukasien söul djakarta
    """.split()
)
# Letters that stand for words, and names of programs in capitals: on a list of names, or long enough to be a name.
LETTERS = frozenset(
    """
    rudas swift maple bliss nato abba macs asia iban treasure caesar unesco taksev sirius riksic skoopi samvux kostra
    kolada vivanet akavia gmfcs pcmcia vinnova sweref
    samsam finsam frontex europol interpol basic downton sieps esas salar samba kraft lärvux ascii krami freja emacs
    """.split()
)
# Somebody may be called so, but hardly where nothing else says it.
OR_NAMES = frozenset(
    """
    mercedes ferrari ford suzuki honda harley martini bali lima texas colombo chelsea venus orion apollo hera freud
    piaget erasmus comenius washington wellington sydney berlin atlanta dakota bing abba broca cochrane lancet tessa
    misa friends france stanford cambridge oxford siena verona napoli bari brindisi catania como garda metz córdoba
    salamanca zaragoza palma faro kiel halle zadar side adana agra madras kandy galle male hue nara kobe giza keren
    richmond phoenix reno belém dover lancaster derry cork alta moss halden hamar kuopio kotka cairns napier holstein
    savoie maine essex niger mango boss chanel dior prada gucci omega tui hertz avis falcon guinness dove libero via
    canon liber femina buster sirius lazio vesuvio carbonara cava lobo kina israel fatah astra isis eta raf lega
    contra golan dif othello babel mensa coca puch claas bik mali
    """.split()
)
# Names of two words and more; each of the words alone may be somebody's.
_TOGETHER = """
    san francisco|san diego|san josé|san jose|san antonio|san marino|san salvador|san remo|santa monica|santa barbara
    santa cruz|santa fe|santa clara|los angeles|las vegas|las palmas|gran canaria|costa del sol|costa rica
    puerto rico|new york|new orleans|new delhi|new jersey|rio de janeiro|são paulo|sao paulo|buenos aires|hong kong
    sri lanka|tel aviv|addis abeba|kuala lumpur|saint louis|st louis|saint tropez|monte carlo|porto alegre
    costa brava|el salvador|salt lake city|cape town|phnom penh|ho chi minh|abu dhabi|port sudan|port said
    mar del plata|reggio emilia|marte meo|clas ohlson|city gross|golden retriever|cocker spaniel|jehovas vittnen
    jehovas vittne|per capita|ungdom syd
    hare krishna|rolling stones|champions league|premier league|family check-up|fragile x|magna cura|ibn rushd
    unga örnar|red bull|coca cola|kalles kaviar|ahlgrens bilar|svenska akademien|air france|american express|mac os
    real madrid|star wars|star trek|harry potter|pippi långstrump|kalle anka|musse pigg|astrid lindgrens värld
    alfons åberg|silicon valley|wall street|white house|downing street|buckingham palace|madison square garden
    golden gate|central park|hyde park|nova scotia|num lock|caps lock|north carolina|south carolina|west virginia
    gina tricot|hugo boss|le mans|aix en provence|la rochelle|la gomera|la palma|el paso|san sebastián|san marzano
    king edward|clara frijs|jack russell|king charles|maine coon|sarah bernhardt|janssons frestelse|oxfilé rydberg
    biff rydberg|biff lindström|crêpe suzette|crêpes suzette|pizza margherita|john blund|svarte petter|kung bore
    moder jord|moder svea|fru fortuna|medel svensson|robin hood|peter pan|sherlock holmes|james bond|don quijote
    don juan|robinson kruse|robinson crusoe|emil i lönneberga|karlsson på taket|ture sventon|pelle svanslös
    kajsa kavat|pettson och findus|mamma mu|nalle puh|kalle blomkvist|mio min mio|alice i underlandet|tom sawyer
    huckleberry finn|romeo och julia|tristan och isolde|david och goliat|kain och abel|fröken julie|jeppe på berget
    peer gynt|lisbeth salander|mary poppins|batman och robin|bill och bull|bill och ben|helan och halvan
    hasse och tage|jungfru maria|maria magdalena|johannes döparen|pontius pilatus|judas iskariot|willis ekboms
    ehlers danlos|creutzfeldt jakobs|charcot marie tooth|guillain barrés|landau kleffners|prader willis
    lennox gastauts|sturge webers|von willebrands|nord stream|boko haram|ku klux klan|blå bandet|roland garros
    stanley cup|davis cup|ryder cup|solheim cup|rolls royce|harley davidson|mercedes benz|alfa romeo|aston martin
    land rover|range rover|massey ferguson|sea shepherd|livets ord|odd fellow|röde orm|miss marple|costa concordia
    trivial pursuit|super mario|donkey kong|big ben|mona lisa|den haag|taj mahal|mount everest|loch ness|ben hur
    king kong|tom och jerry|lilla my|black friday|santa claus|alma mater|feng shui|carpe diem|déjà vu|coup de grâce
    dolce vita|faux pas|de jure|laissez faire|bona fide|savoir vivre|raison être|comme il faut|femme fatale
    enfant terrible
"""


def _by_first_word(names: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    together: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in names.strip().replace("\n", "|").split("|"):
        first, *others = name.split()
        together[first] = (*together.get(first, ()), tuple(others))
    return together


# By the first word, the words that follow it.
TOGETHER = _by_first_word(f"{_TOGETHER.strip()}|{casework.TOGETHER.strip()}")
