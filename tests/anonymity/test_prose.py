"""Ordinary prose passes: family words with a capital, faraway places, stories, sorts of fruit and foreign words."""

import pytest

from lexheller.anonymity import Kind, check


def _names(text: str) -> list[str]:
    return [text[f.start : f.end] for f in check(text) if f.type is Kind.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        # what somebody is, with a capital as in stories and letters
        "Tage och Pappan åt soppa, och Mamman läste en bok. Sedan somnade Pappan.",
        "Tage och Farmor åt tårta. Tage och Kaptenen sov.",
        "Sedan sa Herren till dem att gå, och Jesu ord gick i uppfyllelse.",
        "Tage och Skatan åt tårta. Tage och Stjärnan sov, och Tage och Grisen drack.",
        # where a sentence begins
        "Nedan hittar ni reglerna. Nedan har vi samlat svaren.",
        "Maten hittar ni i köket, och Media skriver sällan om det.",
        # places abroad
        "Vi seglade mellan Samos, Naxos och Paros, och flög hem från Korfu.",
        "Sedan kom Davos, och där låg Mainz, och Umbrien var varmt medan Böhmen frös.",
        "I Siena och i Verona var det kö, men Capri var tomt.",
        "Varorna kom från exempelvis Kina, Sydkorea och Colombia.",
        "De bor i Norrby sedan länge, och barnen växte upp där.",
        "De skulle till en värld som heter Nangijala, och huset stod i en by som kallas Hedås.",
        "Skuggan faller över grannen Mariaskolan och över Skatteskrapan.",
        "Nästa vecka har barnen Sportlov och är hemma.",
        "Gösta blev miss Lundby, och Lundby har nu en bygdegård.",
        "De gick längs Göta Älv till Göteborg.",
        "Hon är generalsekreterare i World Values Survey.",
        # lands of today and before, and what is counted there
        "Tjeckien fick 3 mandat, Luxemburg 2, Polen 2 och Monaco 1 mandat.",
        "Handeln med Ghana, Kuwait och Tanzania växer, och i Burma råder torka.",
        "Förr låg Preussen och Pommern där, och Zaire fick ett nytt namn.",
        # stories and sayings
        "Till slut kom John Blund, och alla somnade.",
        "De läste om Emil i Lönneberga, om Robin Hoods skog och om Kalle Ankas brorsöner.",
        "Barnen ville höra mer om Sherlock Holmes och Peter Pan.",
        # what is grown, bred, cooked and measured
        "Potatisen King Edward och tomaten San Marzano gav bra skörd, men Gravensteiner frös.",
        "Till kaffet bjöds det inte på Janssons frestelse och Chablis.",
        "Hunden är en blandning av Schnauzer och Husky, fast grannens är en Jack Russell.",
        "Vattnet höll tjugo grader Celsius i går.",
        # feasts, unions, firms and clubs
        "Vi firar Chanukka hemma och Divali hos grannarna.",
        "Landet gick med i Nato, och Unesco gav sitt stöd.",
        "De talade om Nord Stream i veckan, och om sprängningen av Nord Stream-rören.",
        "Vi flög med Ryanair och handlade på Gina Tricot, och sedan vann Everton.",
        # words of other languages
        "Artikeln handlar om vikten av civic engagement och om laissez faire.",
        "Det kallas brainstorming på engelska, och ofta kallas burnout för utmattning.",
        "Boken ”The Shining” låg på bordet, och skivan med The Stranglers.",
        "Patienten har Willis Ekboms syndrom.",
    ],
)
def test_ordinary_prose_names_nobody(text: str) -> None:
    assert [name for name in _names(text) if name not in {"Tage", "Gösta"}] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mamman Behrouz ringde, och Pappan Tage svarade.", ["Behrouz", "Tage"]),
        ("Mamman och Shirwan kom till mötet.", ["Shirwan"]),
        ("Rektorn Nedan Ek svarade.", ["Nedan Ek"]),
        ("Kalles mamma ringde, och Levis lärare.", ["Kalle", "Levi"]),
        ("Klienten Stjärnan svarade, och handläggaren Skatan ringde.", ["Stjärnan", "Skatan"]),
        ("Barnen Behrouz och Shirwan är hemma, och miss Norrby kom.", ["Behrouz", "Shirwan", "Norrby"]),
        ("Flickan som heter Nangijala bor hos Norrby.", ["Nangijala", "Norrby"]),
        ("Hon bor i Norrbys lägenhet, och Kina Ek bor bredvid.", ["Norrby", "Kina Ek"]),
        ("Verona Lind är klient här.", ["Verona Lind"]),
        ("Klienten Verona svarade inte.", ["Verona"]),
        ("har du hört av behrouz? mamman till shirwan ringde", ["behrouz", "shirwan"]),
        ("– Behrouz ringde.\n– Varför? sa Tage.", ["Behrouz", "Tage"]),
        ("Karin Holmes läkare svarade.", ["Karin Holme"]),
    ],
)
def test_somebody_in_the_same_place_is_found(text: str, names: list[str]) -> None:
    assert [name.removesuffix("s") for name in _names(text)] == names


def test_a_name_out_of_a_story_hides_nobody_who_comes_later() -> None:
    assert _names("Sherlock Holmes är känd.") == []
    assert _names("Jag pratade med Holmes i går.") == ["Holmes"]
    assert _names("Sherlock Holmes är känd. Vi ringde handläggaren Holmes.") == ["Holmes"]


@pytest.mark.parametrize(
    "text",
    [
        "Det är de som säljer bensin som måste betala skatten.",
        "Bilden av mannen som en känslomässig analfabet lever kvar.",
        "Det var fint på Liseberg med alla lamporna. Barnet sover i vagnen, med bror och syster intill.",
    ],
)
def test_what_is_said_of_anybody_points_nobody_out(text: str) -> None:
    assert check(text) == ()
