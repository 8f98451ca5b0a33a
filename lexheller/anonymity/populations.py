"""How many people live in a Swedish place? Few enough that a place beside an age and an illness can be one person.

Source: general public knowledge, written down for this program; no table was copied. Municipalities stand with
thousands of inhabitants as they were in the early 2020s, right to within about one thousand below twenty and a tenth
above. Only three limits are read from them, so an error matters near ten, twenty and forty thousand alone; check a
row against Statistics Sweden before using it for anything else. Localities hold fewer than ten thousand.
"""

from enum import IntEnum
from typing import Final


class Size(IntEnum):
    """How much a place narrows down who is meant."""

    LARGE = 0
    MIDDLING = 1
    """Twenty to forty thousand inhabitants."""
    SMALL = 2
    """Ten to twenty thousand."""
    VERY_SMALL = 3


_BELOW: Final = ((10, Size.VERY_SMALL), (20, Size.SMALL), (40, Size.MIDDLING))

_MUNICIPALITIES: Final = """
Ale 32 Alingsås 42 Alvesta 20 Aneby 7 Arboga 14 Arjeplog 3 Arvidsjaur 6 Arvika 26 Askersund 11 Avesta 23 Bengtsfors 9
Berg 7 Bjurholm 2 Bjuv 16 Boden 28 Bollebygd 10 Bollnäs 26 Borgholm 11 Borlänge 52 Borås 114 Botkyrka 95 Boxholm 6
Bromölla 13 Bräcke 6 Burlöv 20 Båstad 16 Dals-Ed 5 Danderyd 33 Degerfors 9 Dorotea 2 Eda 8 Ekerö 29 Eksjö 18 Emmaboda
9
Enköping 48 Eskilstuna 108 Eslöv 35 Essunga 6 Fagersta 13 Falkenberg 47 Falköping 33 Falun 60 Filipstad 10 Finspång 22
Flen 16 Forshaga 12 Färgelanda 6 Gagnef 10 Gislaved 29 Gnesta 12 Gnosjö 9 Gotland 61 Grums 9 Grästorp 6 Gullspång 5
Gällivare 17 Gävle 103 Göteborg 600 Götene 13 Habo 13 Hagfors 11 Hallsberg 16 Hallstahammar 17 Halmstad 105 Hammarö 17
Haninge 97 Haparanda 9 Heby 14 Hedemora 15 Helsingborg 151 Herrljunga 10 Hjo 9 Hofors 9 Huddinge 113 Hudiksvall 37
Hultsfred 14 Hylte 10 Håbo 23 Hällefors 7 Härjedalen 10 Härnösand 25 Härryda 40 Hässleholm 52 Höganäs 28 Högsby 5
Hörby 16
Höör 17 Jokkmokk 5 Järfälla 86 Jönköping 145 Kalix 16 Kalmar 72 Karlsborg 7 Karlshamn 32 Karlskoga 30 Karlskrona 67
Karlstad 97 Katrineholm 35 Kil 12 Kinda 10 Kiruna 22 Klippan 18 Knivsta 20 Kramfors 18 Kristianstad 87 Kristinehamn 24
Krokom 15 Kumla 22 Kungsbacka 85 Kungsör 9 Kungälv 49 Kävlinge 33 Köping 26 Laholm 26 Landskrona 47 Laxå 6 Lekeberg 9
Leksand 16 Lerum 43 Lessebo 8 Lidingö 48 Lidköping 40 Lilla-Edet 14 Lindesberg 24 Linköping 167 Ljungby 28 Ljusdal 19
Ljusnarsberg 5 Lomma 25 Ludvika 27 Luleå 79 Lund 129 Lycksele 12 Lysekil 15 Malmö 360 Malung-Sälen 10 Malå 3
Mariestad 25
Mark 35 Markaryd 10 Mellerud 9 Mjölby 28 Mora 21 Motala 44 Mullsjö 7 Munkedal 10 Munkfors 4 Mölndal 70 Mönsterås 13
Mörbylånga 16 Nacka 109 Nora 11 Norberg 6 Nordanstig 9 Nordmaling 7 Norrköping 145 Norrtälje 65 Norsjö 4 Nybro 20
Nykvarn 12 Nyköping 58 Nynäshamn 30 Nässjö 32 Ockelbo 6 Olofström 13 Orsa 7 Orust 15 Osby 13 Oskarshamn 27 Ovanåker 12
Oxelösund 12 Pajala 6 Partille 40 Perstorp 7 Piteå 42 Ragunda 5 Robertsfors 7 Ronneby 29 Rättvik 11 Sala 23 Salem 17
Sandviken 39 Sigtuna 52 Simrishamn 19 Sjöbo 19 Skara 19 Skellefteå 76 Skinnskatteberg 4 Skurup 16 Skövde 58
Smedjebacken 11 Sollefteå 19 Sollentuna 76 Solna 86 Sorsele 2 Sotenäs 9 Staffanstorp 26 Stenungsund 28 Stockholm 985
Storfors 4 Storuman 6 Strängnäs 39 Strömstad 13 Strömsund 11 Sundbyberg 55 Sundsvall 99 Sunne 13 Surahammar 10 Svalöv
14
Svedala 23 Svenljunga 11 Säffle 15 Säter 11 Sävsjö 12 Söderhamn 25 Söderköping 15 Södertälje 103 Sölvesborg 17 Tanum
13
Tibro 11 Tidaholm 13 Tierp 21 Timrå 18 Tingsryd 12 Tjörn 16 Tomelilla 14 Torsby 11 Torsås 7 Tranemo 12 Tranås 19
Trelleborg 47 Trollhättan 59 Trosa 15 Tyresö 49 Täby 75 Töreboda 9 Uddevalla 57 Ulricehamn 25 Umeå 132
Upplands-Bro 31 Upplands-Väsby 49 Uppsala 242 Uppvidinge 9 Vadstena 7 Vaggeryd 15 Valdemarsvik 8 Vallentuna 34
Vansbro 7
Vara 16 Varberg 68 Vaxholm 12 Vellinge 37 Vetlanda 27 Vilhelmina 6 Vimmerby 15 Vindeln 5 Vingåker 9 Vårgårda 12
Vänersborg 40 Vännäs 9 Värmdö 46 Värnamo 35 Västervik 37 Västerås 160 Växjö 97 Ydre 4 Ystad 32 Åmål 12 Ånge 9 Åre 12
Årjäng 10 Åsele 3 Åstorp 16 Åtvidaberg 11 Älmhult 18 Älvdalen 7 Älvkarleby 10 Älvsbyn 8 Ängelholm 43 Öckerö 13
Ödeshög 5
Örebro 158 Örkelljunga 10 Örnsköldsvik 55 Östersund 65 Österåker 48 Östhammar 22 Östra-Göinge 15 Överkalix 3
Övertorneå 4
"""

# Localities, islands and country districts that a caseworker might write. Two words are joined by a low line.
_LOCALITIES: Final = """
Abborrträsk Abisko Adak Ambjörby Ammarnäs Anderstorp Ankarsrum Arkösund Aspö Backe Bergby Bergkvara Bie
Bispgården Bjursås Björbo Björkö Björna Björneborg Bjästa Blattnicksele Blidö Boliden Borensberg Borgsjö
Bredared Bredbyn Broby Brunflo Brännö Burgsvik Burträsk Byske Båtskärsnäs Charlottenberg Dala-Floda Dala-Järna
Dalsjöfors Delsbo Dingle Djurås Docksta Duved Dyltabruk Ed Edane Edsbro Edsbruk Edsbyn Edsele Ekshärad Enånger
Fagerhult Falerum Fellingsbro Fengersfors Figeholm Fjugesta Fjällbacka Flisby Flötningen Fredriksberg Friggesund
Fränsta
Frövi Funäsdalen Furudal Fårö Fårösund Föllinge Garphyttan Gargnäs Gimo Glava Glommersträsk Gnarp Gotska_Sandön
Grangärde
Granö Grebbestad Grisslehamn Grundsund Gräddö Gräsmark Gräsö Grythyttan Gråbo Gusum Gäddede Gällö Gålö
Hallen Halltorp Hammarstrand Hammerdal Hanö Harads Harmånger Hassela Hede Hemavan Hemse Hennan Herrfallet
Hestra Hjältevad Hjortkvarn Hoting Hovmantorp Huaröd Hunnebostrand Husum Hyltebruk Håksberg Hälleforsnäs
Hällekis Hällnäs Hästveda Höviksnäs Idre Iggesund Immeln Insjön Junosuando Junsele Jukkasjärvi Jäckvik Jämjö Järnboås
Järpen Järvsö Jörn Kallinge Kappelshamn Karesuando Karlsborgsverken Karungi Katthammarsvik Kittelfjäll
Klintehamn Klässbol Knäred Kolmården Kolsva Kopparberg Koppom Korpilombolo Koster Kosta Kosteröarna Kristineberg
Kvikkjokk Kvissleby Kyrkhult Kåge Käringön Kättilstad Köpmanholmen Lammhult Landsbro Lannavaara Lenhovda Lima
Limmared Lindome Lit Ljugarn Ljungaverk Ljungbyholm Ljungdalen Loftahammar Lovikka Lundsbrunn Långsele Långshyttan
Lärbro
Lögdeå Lövånger Malmbäck Malmköping Malung Marstrand Mattmar Matfors Mellösa Messaure Mockfjärd Moheda Moliden
Moskosel Muodoslompolo Målilla Målerås Månkarbo Mörarp Mörsil Nattavaara Nikkaluokta Nissafors Norråker
Norrhult Norrsundet Nusnäs Nyhammar Nälden Näsåker Nävekvarn Offerdal Orrefors Orrviken Ostvik Ottsjö Oviken
Pauliström
Pelarne Porjus Prästmon Påskallavik Ramkvilla Ramsele Ramvik Rammer Ransby Ravlunda Reftele Rengsjö Riddarhyttan
Rimforsa Ringarum Rossön Rottne Rundvik Runmarö Rusksele Ruda Råneå Råsele Rönnskär Rönnöfors
Saltoluokta Sandhamn Sandöverken Sangis Saxnäs Seskarö Silverdalen Sjötorp Skattungbyn Skebobruk Skällinge Skärblacka
Skärhamn Skultorp Slite Slussfors Smögen Sollerön Sorunda Sparreholm Stavre Stensele Stjärnhov Stora_Blåsjön
Storlien Storsjö Storvik Stråssa Stugun Sundborn Surte Svanskog Svappavaara Svartvik Sveg Svärdsjö Sysslebäck
Sälen Särna Sörforsa Tallåsen Tannåker Tavelsjö Tofta Torekov Tornedalen Torpshammar Trehörningsjö
Trönö Tuna-Hästberg Tvärålund Tyngsjö Tystberga Täfteå Tännäs Tärnaby Tärendö Töcksfors Töre Ullatti
Ullånger Ulvöarna Ulvön Umfors Undersåker Unnaryd Utansjö Utö Valbo Vallsta Ven Vidsel Vikarbyn
Viken Vikmanshyttan Visingsö Vislanda Vittangi Vittjärv Vittsjö Vrena Vrigstad Väddö Vämhus Väröbacka Väse
Yxnerum Yttermalung Ålberga Åmotfors Ånn Åsarna Åtorp Älgarås Älghult
Älvros Ämådalen Älvho Öjebyn Örbyhus Örsundsbro Österbybruk Österlen Österfärnebo Överhogdal Överhörnäs
Öxabäck
"""

# Parts of large cities, and places that end as villages do but hold many.
_LARGE: Final = """
Angered Bergsjön Hisingen Rosengård Rinkeby Tensta Husby Kista Vällingby Farsta Hässelby Skärholmen Fittja Alby
Hallunda
Hjällbo Biskopsgården Frölunda Hammarby Hammarkullen Gamlestaden Majorna Kungsholmen Södermalm Norrmalm Östermalm
Bromma
Spånga Årsta Enskede Hägersten Rågsved Högdalen Bagarmossen Skarpnäck Skogås Jordbro Tumba Norsborg Märsta Åkersberga
Tullinge Hovsjö Ronna Geneta Lindängen Hyllie Limhamn Oxie Kirseberg Seved Holma Kroksbäck Gottsunda Stenhagen
Sävja Eriksberg Råby Bäckby Vivalla Brickebacken Navestad Klockaretorp Skäggetorp Ryd Berga Lambohov Råslätt Öxnehaga
Norrby Hässleholmen Hulta Nordby Araby Dalby Andersberg Vallås Kronogården Lextorp Dalaberg Skoftebyn Gärdet Mälaren
Gotland Öland Norrland Svealand Götaland Lappland Jämtland Dalarna Värmland Småland Skåne Blekinge Halland Bohuslän
Dalsland Östergötland Västergötland Sörmland Södermanland Uppland Västmanland Närke Gästrikland Hälsingland Medelpad
Ångermanland Västerbotten Norrbotten Gävleborg Kronoberg Sverige
""".split()


def _read() -> dict[str, Size]:
    sizes = dict.fromkeys((word.replace("_", " ") for word in _LOCALITIES.split()), Size.VERY_SMALL)
    words = _MUNICIPALITIES.split()
    for name, thousands in zip(words[::2], map(int, words[1::2]), strict=True):
        sizes[name] = next((size for limit, size in _BELOW if thousands < limit), Size.LARGE)
    return sizes | dict.fromkeys(_LARGE, Size.LARGE)


SIZES: Final = _read()
MUNICIPALITIES: Final = frozenset(_MUNICIPALITIES.split()[::2])
