"""Which words are taken for names and which pass: by their kind, in the words of casework."""

from pathlib import Path

import pytest

from lexheller.anonymity import Kind, check
from lexheller.anonymity.lexicon import Word, lexicon
from lexheller.anonymity.seen import KNOWN, REMEMBERED

HERE = Path(__file__).parent


def _names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        "Trots Parkinsons sjukdom och Downs syndrom nekades hjälp.",
        "Både lex Sarah och Lex Maria prövades.",
        "Boendet Saras hus och Sankt Görans sjukhus var fulla.",
        "Patienten fick Lergigan, Sertralin och Waran.",
        "Uppgifterna låg i Treserva, inte i Cosmic eller Lifecare.",
        "LSS-handläggaren, SIP-mötet och FK-hdl skyllde på varandra.",
        "På Måndag, i Mars och efter Midsommar är det stängt.",
        "Enligt SoL och LSS ska BoU svara, sade IVO:s inspektör.",
        "Svea Inkasso, Lindorff och Klarna kräver samma skuld.",
        "De kom från Mogadishu via Aten till Haparanda.",
        "Maskinen, en så kallad frästrumma, gick sönder.",
        "Stormen Hans drog in över Västerbotten.",
        "Bilen gick sönder. Sten och grus på vägen.",
        "Den finska armén och hela klassen gick förbi.",
        "Gruppboendena Villa Strand och Villa Persudde granskades.",
        "Hon bodde i skogen söder om Lugnaro, nära Kjulaås.",
        "Resan gick till Gotska Sandön, Kap Verde och Västsahara.",
        "Enligt MinaSidor Direkt var värdet 200 Bq per kubikmeter.",
        "Krävs bygglov? Altan under en meter kräver inget lov.",
        "Familjecentralen Pärlan och fritidsgården Oasbron är stängda.",
        "det gäller registreringsnummer, rut-avdrag och besiktningsman.",
        "jag heter inget särskilt och namnet visas inte.",
        "ring entreprenören eller kontakta byggsanktionsrådgivningen.",
        "Se Rubrik 1. That's all, I'm done.",
        "Vid Barkeström finns en led. Idag är Barkeström privatbostad.",
        "Kartan visar Vretas gårdar och kanten av Vättle Fjäll.",
        "Rollen i ”Ural” gav Thaliapriset, och pjäsen Stairway from Hell gavs igen.",
        "Kakan köptes på Thelins konditori när Star wars-filmen hade premiär.",
        "Planet till Israel gick från Arlanda.",
        "läkaren är sjuk å ingn vikarie finsn",
        "Iofs kan det bero på hösten, men läkarn säger tvärtom.",
    ],
)
def test_no_name_is_seen_where_there_is_none(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jag pratade med fatima igår.", ["fatima"]),
        ("klienten heter okubay yirgalem och bor hemma", ["okubay yirgalem"]),
        ("Mötet med Kim Min-jung ställdes in.", ["Kim Min-jung"]),
        ("Vi ringde al-khatib två gånger.", ["al-khatib"]),
        ("Ringde Annsofie igen.", ["Annsofie"]),
        ("Enligt Lind finns inget beslut.", ["Lind"]),
        ("Det är Ström som ska svara.", ["Ström"]),
        ("Handläggare Mark Tidholm svarade.", ["Mark Tidholm"]),
        ("I Fallet nämns Thomas Fuxborg och hans syster.", ["Thomas Fuxborg"]),
        ("Det var nettan som ringde.", ["nettan"]),
        ("Fatimas handläggare slutade.", ["Fatima"]),
        ("Inger Atterstam svarade.", ["Inger Atterstam"]),
        ("Familjen Rosén vräktes.", ["Rosén"]),
        ("bizimungu ringde igen och grät", ["bizimungu"]),
        ("guuleed afrax ringde igen", ["guuleed afrax"]),
        ("klienten heter lim och bor hemma", ["lim"]),
        ("min syster heter sol och hon är sjuk", ["sol"]),
        ("i mars fick schreiber avslag", ["schreiber"]),
        ("sandgren ringde igen och grät", ["sandgren"]),
        ("vi träffade vũ i torsdags", ["vũ"]),
        ("Hedmark svarade inte på våra mejl.", ["Hedmark"]),
        ("Enligt Gunnvor finns inget beslut.", ["Gunnvor"]),
        ("Kontaktperson: Magbanua", ["Magbanua"]),
        ("Alla är kära i Xolanie, säger hon.", ["Xolanie"]),
        ("Karl och jag bakade en kaka.", ["Karl"]),
        ("Jag frågade Sara Bivebäck, utredare.", ["Sara Bivebäck"]),
        ("Psykolog Mandus Frykman svarade.", ["Mandus Frykman"]),
        ("Xus läkare är på semester.", ["Xus"]),
        ("Nu har Sivapalan fått vänta i ett år.", ["Sivapalan"]),
    ],
)
def test_names_are_found_in_the_ways_people_write_them(text: str, names: list[str]) -> None:
    assert _names(text) == names


def test_a_name_found_once_is_found_everywhere_else() -> None:
    text = "Handläggare Ouattara ringde. Nu svarar inte ouattara. Det var tur, för ouattaras plan var bra."
    assert len(_names(text)) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Karin Bergs hemtjänst kom inte.", ["Karin Berg"]),
        ("Hon bor i Eva Lindgrens hus.", ["Eva Lindgren"]),
        ("Igår stängde Yevgeny Morozovs assistans.", ["Yevgeny Morozov"]),
        ("Igår stängde Sahra Nuurs klinik.", ["Sahra Nuur"]),
        ("Igår stängde Filmon Habtoms skola.", ["Filmon Habtom"]),
        ("Gustav Adolfs park och Maria Magdalenas kyrka ligger där.", []),
        ("Abdis sjukdom blev värre.", ["Abdi"]),
        ("Hodans assistans drogs in.", ["Hodan"]),
        ("Maria Perssons vårdcentral svarade inte.", ["Maria Persson"]),
        ("Karin ringde. Karins park är stängd.", ["Karin", "Karin"]),
        ("Karl Johans skola ligger i Göteborg.", []),
        ("Hon gick i Annedals skola och bor i Göteborgs hus.", []),
        ("Han har Crohns sjukdom, Hansens sjukdom och Aspergers syndrom.", []),
        ("Hon vårdas på S:t Eriks sjukhus, Ersta sjukhus och Sankt Görans sjukhus.", []),
        ("Anders Nilssons gata och Alfred Nobels torg ligger i Malmö.", []),
        ("Hos Emmas café och Lisas restaurang fanns ingen ramp.", []),
    ],
)
def test_what_somebody_has_is_no_institution_called_so(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (text.format(name), name)
        for name in ("Maria", "Karl", "Sven", "Patrik", "Oliver", "Axel", "Rolf", "Linda", "Björn", "Vera", "Wilma")
        for text in (
            "{}s handläggare har slutat.",
            "{}s läkare skrev ett intyg.",
            "{}, som är utförsäkrad, väntar.",
            "Skickat brevet till {}.",
            "{} har fått avslag.",
        )
    ]
    + [
        (text.format(name), name)
        for name in ("My", "Mina", "Maj", "Hans")
        for text in ("Klienten {} uteblev.", "Mamman {} är orolig.", "Min handläggare {} ringde.")
    ]
    + [("Vi träffade Hans Lund.", "Hans Lund"), ("Hos oss går My på daglig verksamhet.", "My")],
)
def test_the_commonest_first_names_are_found_though_words_and_things_bear_them(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize("text", ["Logga in på Mina Sidor.", "Mötet är i Maj.", "Skriv Pers.nr här.", "We met in May."])
def test_small_words_and_months_with_a_capital_are_nobody(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize("who", ["Rektor", "Handläggaren", "Kurator", "Doktor", "Klienten", "Mamman"])
@pytest.mark.parametrize("family", ["Ederyd", "Bjurtorp", "Fuxborg", "Enhult", "Tveheden", "Rånäset"])
def test_a_family_name_built_as_a_place_is_found_after_a_role(who: str, family: str) -> None:
    for first in ("Karin", "Ali", "Amina", "Kofi", "Zahra"):
        assert _names(f"{who} {first} {family} svarar inte på mejl.") == [f"{first} {family}"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vi ringde KARIN LINDGREN i tisdags.", ["KARIN LINDGREN"]),
        ("Beslutet om EBBA RYDSTRÖM drogs tillbaka.", ["EBBA RYDSTRÖM"]),
        ("Mailet från TRẦN THỊ HOA var ilsket.", ["TRẦN THỊ HOA"]),
        ("Enligt LSS SFB och HFD är det så, OBS VIKTIGT i VGR.", []),
        ("Vi träffade Karin\nBerg i går.", ["Karin\nBerg"]),
        ("Mvh Sixten\nHallencreutz", ["Sixten\nHallencreutz"]),
        ("Mvh Karin\nKommunen", ["Karin"]),
        ("Närvarande:\nKarin\nBosse", ["Karin", "Bosse"]),
    ],
)
def test_names_in_capitals_and_over_two_lines_are_found_whole(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Åsa Berg avslog ansökan.", ["Åsa Berg"]),
        ("Åsa Lund avslog ansökan.", ["Åsa Lund"]),
        ("Åsa Park avslog ansökan.", ["Åsa Park"]),
        ("Stig Ek avslog ansökan.", ["Stig Ek"]),
        ("Björn kom inte.", ["Björn"]),
        ("Max mamma ringde.", ["Max"]),
        ("Mats läkare svarade.", ["Mats"]),
        ("Max 40 personer får plats. Sten och grus kom inte.", []),
        ("Björn är ett djur.", []),
    ],
)
def test_a_name_that_is_a_word_too_is_found_first_in_the_sentence(text: str, names: list[str]) -> None:
    assert _names(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Hon lånade en Kindle av Sweco och skrev med en Bic.",
        "Enheten heter Barn.",
        "Enheten heter Unga Vuxna Nord.",
        "The reindeer herder waited for the case worker.",
        "Vi gick till Rehab i går. Rehab svarade inte.",
    ],
)
def test_a_unit_and_a_trade_mark_are_nobody(text: str) -> None:
    assert _names(text) == []


def test_a_word_that_only_looks_like_the_genitive_of_a_name_passes() -> None:
    assert _names("Kvaliteten är av hög klass, och balans behövs.") == []


def test_a_name_before_an_address_on_the_net_is_kept() -> None:
    assert _names("Skriv till Yusuf anna.berg@example.org i dag.") == ["Yusuf"]
    assert _names("Skriv till Yusuf anna snabel-a example punkt org.") == ["Yusuf"]


def test_hostile_clean_sentences_raise_few_alarms() -> None:
    lines = (HERE / "hostile.txt").read_text(encoding="utf-8").splitlines()
    texts = [line for line in lines if line and not line.startswith("#")]
    words = sum(len(text.split()) for text in texts)
    false = [name for text in texts for name in _names(text)]
    assert 1000 * len(false) / words <= 4, false


@pytest.mark.parametrize("text", ["Eva Ek ringde i går.", "Vi träffade Anna Ek i går.", "Handläggare Bo Ek svarade."])
def test_a_short_family_name_is_no_organisation(text: str) -> None:
    assert any(text[found.start : found.end].endswith("Ek") for found in check(text))


def test_what_is_remembered_from_text_to_text_is_of_the_lists() -> None:
    """Plain words are known at once the second time; a name, or a word that is in no list, is not kept."""
    text = "Ropa på Fatima Zorblatt i Qvurmelby. Hon fick hjälp hos KOMMUNEN, kommunen och koMMunen. Drimselstöd!"
    for _ in range(3):
        check(text)
    words = lexicon()
    kept = set(KNOWN)
    assert {"hjälp", "kommunen", "KOMMUNEN"} <= kept
    assert kept.isdisjoint({"Fatima", "Zorblatt", "Qvurmelby", "drimselstöd", "Drimselstöd", "koMMunen"})
    assert all(
        words.listed(word.lower()) or words.kinds(word.lower()) & (Word.ALLOWED | Word.ORDINARY) for word in kept
    )
    assert len(kept) <= REMEMBERED


def test_a_word_is_weighed_anew_where_it_is_written_otherwise() -> None:
    first, second, third = check("Fatima svarade inte. Vi ringde Fatima.\n\nVI RINGDE HENNE OCH FATIMA SVARADE.")
    assert "capital_first" in first.evidence
    assert "capital_inside" in second.evidence
    assert {"capital_first", "capital_inside"}.isdisjoint(third.evidence)
    assert check("Kommunen nekade Mark. Mark fick veta det.") == check("Kommunen nekade Mark. Mark fick veta det.")


FIRST = ("Karin", "Lars", "Fatima", "Svetlana")


@pytest.mark.parametrize("thing", ["läkare", "handläggare", "ärende", "familjehem", "lägenhet"])
@pytest.mark.parametrize("family", ["Sjögren", "Berg", "Haddad", "Nordfeldt"])
def test_who_owns_a_thing_is_found_though_an_illness_or_a_scale_bears_the_name(family: str, thing: str) -> None:
    for first in FIRST:
        text = f"I går ringde {first} {family}s {thing} till oss."
        assert [text[f.start : f.end] for f in check(text)] == [f"{first} {family}"], text


def test_what_a_letter_is_about_is_no_name() -> None:
    for text, names in (("Ang. beslutet", []), ("Ang: Karin Berg", ["Karin Berg"]), ("Mei Ang ringde.", ["Mei Ang"])):
        assert [text[f.start : f.end] for f in check(text)] == names, text


def test_a_name_that_ends_in_s_keeps_it() -> None:
    for text, name in (("Eva Lukas kom inte.", "Eva Lukas"), ("Karin Thomas ringde.", "Karin Thomas")):
        assert [text[f.start : f.end] for f in check(text)] == [name]


@pytest.mark.parametrize("thing", ["syndrom", "sjukdom", "stiftelse"])
def test_what_is_called_after_people_is_nobodys(thing: str) -> None:
    assert check(f"Personen har utretts för Sjögrens {thing}.") == ()


@pytest.mark.parametrize("family", ["Berg", "Haddad", "Lindqvist", "Nguyen"])
def test_a_whole_name_in_capitals_needs_nothing_beside_it(family: str) -> None:
    for first in FIRST:
        name = f"{first} {family}".upper()
        for text in (f"Beslutet gällde {name} och hennes barn.", f"BESLUTET GÄLLDE {name} OCH HENNES BARN."):
            assert [text[f.start : f.end] for f in check(text)] == [name], text
        text = f"Beslutet gällde {first} {family.upper()} och ett barn."
        assert [text[f.start : f.end] for f in check(text)] == [f"{first} {family.upper()}"]
    assert check("BESLUT OM INSATS ENLIGT LSS\n\nPersonen fick avslag.") == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rektor Hans Ederyd ringde.", "Hans Ederyd"),
        ("Vi träffade Hans Lund.", "Hans Lund"),
        ("Hans Ederyd ringde i går.", "Hans Ederyd"),
        ("Mats Hagby ringde i går om sitt ärende.", "Mats Hagby"),
        ("Linda Lövsta svarar inte.", "Linda Lövsta"),
        ("Stig Ederyd ringde.", "Stig Ederyd"),
        ("Vi talade med My Ek.", "My Ek"),
        ("Saga, som är en trött mamma, väntar.", "Saga"),
        ("Hyun-woo Park could not open a bank account.", "Hyun-woo Park"),
    ],
)
def test_a_first_name_that_is_a_word_before_a_place_is_somebody(text: str, name: str) -> None:
    assert _names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Hans Malmö är inte mitt Malmö.",
        "Hela Hagby ringde till kommunen.",
        "Mark i Hagby såldes.",
        "Hos hans Lund var allt grönt.",
        "Stig Lund skola ringde.",
        "Saga, som är ett system, stängdes.",
        "Rosa, som är en färg, valdes.",
    ],
)
def test_a_word_before_a_place_is_nobody(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vi talade med Björn Ek. Senare gick björn hem, men ek sa nej.", ["Björn Ek", "björn", "ek"]),
        ("Björn Ek ringde. Vi träffade björn och pratade med björn.", ["Björn Ek", "björn", "björn"]),
        ("Björn Ek ringde. Handläggare ek svarade inte.", ["Björn Ek", "ek"]),
        ("Björn Ek ringde. En björn sov i skogen, han såg björn och ett bord av ek.", ["Björn Ek"]),
        ("Dag Berg ringde. En dag sa han nej, nästa dag ja, och det blev berg av papper.", ["Dag Berg"]),
        ("Liv Dahl ringde. Ett liv är dyrt, och liv är liv.", ["Liv Dahl"]),
        ("En björn sov i idet, och senare gick björn ut.", []),
    ],
)
def test_a_name_that_is_a_word_is_known_again_in_small_letters_where_somebody_stands(
    text: str, names: list[str]
) -> None:
    assert _names(text) == names
