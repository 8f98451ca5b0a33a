"""How many people live in a Swedish place? Few enough that a place beside an age and an illness can be one person.

Source: general public knowledge, written down for this program; no table was copied. Municipalities stand with
thousands of inhabitants as they were in the early 2020s, right to within about one thousand below twenty and a tenth
above. Only three limits are read from them, so an error matters near ten, twenty and forty thousand alone; check a
row against Statistics Sweden before using it for anything else. Localities hold fewer than ten thousand.
"""

from collections.abc import Iterable
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
Landsort Utklippan Vinga Nidingen Huvudskär Häradskär Hävringe Hållö Ursholmen Tylön Svenska_Högarna
Abbekås Abborrträsk Abisko Adak Adelsö Agunnaryd Alafors Alanäs Alberga Alfta Algutsrum Allerum Almunge Alsterbro
Alstermo Alunda Alvastra Alvhem Alvik Ambjörby Ammarnäs Anderslöv Anderstorp Angelstad Ankarsrum Anneberg Annelund
Antnäs Arbrå Arholma Arild Arkelstorp Arkösund Arnäsvall Asarum Asmundtorp Aspeboda Asperö Aspås Aspö Avasjö Axberg
Backaryd Backe Bada Baggbron Baggetorp Bankekind Bankeryd Barnarp Bastuträsk Bensbyn Bergby Bergeforsen Berghem
Bergkvara Bergsjö Bergsviken Bergsäng Bergvik Bestorp Bettna Bidalite Bie Billeberga Billesholm Billingsfors
Bispgården Bjurbäcken Bjurselet Bjursås Bjurträsk Bjuråker Bjärke Bjärnum Bjärsjölagård Bjästa Björbo Björketorp
Björklinge Björkvik Björkö Björkö-Arholma Björna Björneborg Björnlunda Björsäter Blackstad Blattnicksele Blentarp
Blidsberg Blidö Blikstorp Blomskog Blomstermåla Blåsmark Blötberget Bockara Boda Boda_glasbruk Boda_kyrkby Bodafors
Bograngen Bohus Bohus-Malmön Boliden Bollstabruk Bolmsö Bonäs Bor Borensberg Borgafjäll Borghamn Borgsjö Borgstena
Borgvik Borrby Boteå Botsmark Bottnaryd Bovallstrand Brantevik Brastad Braås Bredared Bredaryd Bredbyn Bredåker
Brevens_bruk Broakulla Broaryd Broby Broddetorp Brokind Bruksvallarna Brunflo Brunnby Brunskog Bruzaholm Brålanda
Bräckebyn Bräkne-Hoby Brännö Brösarp Bua Bullaren Bureå Burgsvik Burseryd Burträsk By_kyrkby Byarum Bygdeå
Bygdsiljum Byske Byxelkrok Bångbro Båtskärsnäs Bäckaskog Bäckebo Bäckefors Bäckhammar Bälgviken Bälinge Böda
Charlottenberg Dala-Floda Dala-Husby Dala-Järna Dalarö Dalfors Dals_Långed Dals_Rostock Dalsjöfors Dalstorp Dalum
Dannemora Dannike Degeberga Degerhamn Deje Delary Delsbo Dikanäs Dingle Diseröd Djura Djurhamn Djurmo Djurås Djurö
Docksta Domsjö Donsö Duved Dyltabruk Dyrön Dösjebro Ed Edane Edefors Edsbro Edsbruk Edsbyn Edsele Ekedalen
Ekenässjön Ekshärad Ellös Emsfors Emtunga Eneryda Enhörna Enviken Enånger Erikslund Eriksmåla Eringsboda Ersmark
Ersnäs Ervalla Evertsberg Everöd Fagerhult Fagervik Falerum Fegen Fellingsbro Fengersfors Figeholm Finnerödja Finsta
Fiskebäckskil Fjugesta Fjällbacka Fjärdhundra Fjärås Flarken Flerohopp Flisby Fliseryd Floby Floda Flodafors
Flurkmark Flyinge Flötningen Folkabo Folkärna Fornåsa Fors Forsa Forsbacka Forserum Forsheda Forsmark Forssjö
Forsvik Fotö Fredrika Fredriksberg Fridlevstad Friggesund Frillesås Frinnaryd Fristad Fryksände Främmestad Frändefors
Fränsta
Frödinge Fröjel Fröjered Fröseke Frövi Funäsdalen Furudal Furusund Fyrudden Fågelbro Fågelfors Fågelsta Fåglavik
Fårbo Fårö Fårösund Fägre Fällfors Färentuna Färila Färjestaden Färna Färnäs Föllinge Förlanda Förslöv Gamleby
Gammelgarn Gammelstad Gargnäs Garpenberg Garphyttan Gemla Genevad Gesunda Getinge Gideå Gillberga Gimo Glanshammar
Glava Glemmingebro Glimåkra Glommen Glommersträsk Glumslöv Gnarp Godegård Gotska_Sandön Gottne Grangärde Graninge
Granö Grebbestad Grebo Grevie Grillby Grimeton Grimslöv Grimsås Gripenberg Grisslehamn Grundsund Grycksbo Grytgöl
Grythyttan Gråbo Gråda Gräddö Gräfsnäs Gränna Gräsmark Gräsö Grödinge Grönhögen Grövelsjön Gudhem Guldsmedshyttan
Gullabo Gullholmen Gullringen Gunnarsbyn Gunnarskog Gunnarstorp Gunnebo Gustafs Gustavsfors Gusum Gysinge Gyttorp
Gålö Gånghester Gårdby Gårdsjö Gårdstånga Gåsborn Gäddede Gällstad Gällö Gärds_Köpinge Gärsnäs Götlunda Hablingbo
Hackås Hagby Hagge Hagshult Hallabro Hallands_Väderö Hallen Hallstavik Halltorp Halna Hamburgsund Hammarstrand
Hammenhög Hammerdal Hamneda Hampetorp Hamrånge Hanaskog Hanebo Hanö Harads Harbo Hargshamn Harlösa Harmånger
Harplinge Hassela Hasselfors Hasslerör Hasslö Havdhem Haverdal Havsnäs Havstenssund Heberg Hede Hedenäset Hedesunda
Hedeviken Helgum Hellvi Hemavan Hemmingsmark Hemse Hemsjö Hemsön Hennan Henån Herrestad Herrfallet Herrskog Herråkra
Herräng Hestra Hillared Hillerstorp Hindås Hishult Hittarp Hjorted Hjortkvarn Hjortsberga Hjältevad Hjärnarp
Hjärtlanda Hjärtum Holmedal Holmsjö Holmsund Holmön Holsbybrunn Holsljunga Horda Horndal Horred Hortlax Hotagen
Hoting Hova Hovmantorp Huaröd Huddunge Hummelsta Hunnebostrand Hurva Husaby Husum Huså Hyltebruk Hyssna Håbol
Håcksvik Håksberg Håle Hållnäs Hållsta Håverud Häggenås Häljarp Hällaryd Hällbybrunn Hälleforsnäs Hällekis Hällestad
Hällevadsholm Hällevik Hälleviksstrand Hällingsjö Hällnäs Hälsö Häradsbäck Hästholmen Hästveda Högsjö Högsäter
Hökerum Höljes Hölö Hönö Höreda Hörnefors Hörvik Höviksnäs Idkerberget Idre Igelfors Igelstorp Iggesund Immeln
Ingared Ingarö Ingatorp Ingelstad Insjön Johannishus Johansfors Jonsered Jonstorp Jormvattnet Jukkasjärvi Julita
Junosuando Junsele Juoksengi Jursla Jäckvik Jädraås Jämjö Jämshög Jämtön Järbo Järlåsa Järnboås Järnforsen Järpen
Järpås Järvsö Jättendal Jävre Jönåker Jörlanda Jörn Jössefors Kallax Kallinge Kallsedet Kalvträsk Kangos Kappelshamn
Karbenning Karesuando Karesuvanto Karlholm Karlholmsbruk Karlsborgsverken Karlsdal Karlsvik Karungi Kastlösa
Katthammarsvik Kaxholmen Kaxås Kebal Kila Kilafors Killeberg Kilsmo Kimstad Kinna Kinnahult Kinnared Kinnarp
Kinnarumma Kinne-Kleva Kisa Kittelfjäll Kivik Kjulaås Klagstorp Klavreström Klevshult Klintehamn Klockrike
Klädesholmen Klässbol Klövedal Klöverträsk Klövsjö Knislinge Knutby Knäred Kolbäck Kolmården Kolsva Kolåsen Konga
Kopparberg Koppom Korpilombolo Korsberga Korskrogen Korsnäs Kosta Koster Kosteröarna Kristdala Kristineberg
Kristinefors Kristvallabrunn Krokek Krylbo Krönsmåla Kuggeboda Kulltorp Kungs_Barkarö Kungsgården Kungshamn
Kungsäter Kusmark Kuttainen Kvarnsveden Kvicksund Kvikkjokk Kvillsfors Kvissleby Kvänum Kyrkhult Kåge Kågeröd
Kållekärr Kårböle Kåseberga Kälarne Källby Källö-Knippla Kärda Käringön Kättilstad Kättilstorp Köpingebro Köpingsvik
Köpmanholmen Köpmannebro Köpstadsö Lakaträsk Lammhult Landeryd Landsbro Lanna Lannavaara Larv Latorp Laxne Laxsjö
Lekeryd Lekvattnet Lenhovda Lennartsfors Lerberget Lerdala Lesjöfors Liatorp Lidhult Likenäs Lilla_Edets
Lilla_Harrie Lillholmsjö Lillhärdal Lillkyrka Lillpite Lima Limmared Lindfors Lindome Lindås Lingbo Linghed Linneryd
Listerby Lit Ljugarn Ljung Ljungaverk Ljungbyhed Ljungbyholm Ljungdalen Ljungsarp Ljungsbro Ljungskile
Ljusfallshammar Ljusne Ljusnedal Ljusterö Loftahammar Loka Lotorp Lovikka Ludvigsborg Lugnås Lundsbrunn Lyrestad
Lysvik Långasjö Långemåla Långsele Långshyttan Långträsk Långå Långås Lårstaviken Läckeby Länghem Länna Länna_kyrkby
Lärbro Löberöd Löderup Lödöse Lögdeå Lönneberga Lönsboda Löttorp Lövestad Lövsele Lövstabruk Lövstalöt Lövånger
Madängsholm Malexander Malgomaj Malmbäck Malmköping Malmslätt Malung Malungsfors Mangskog Mantorp Marbäck
Mariannelund Mariefred Marieholm Marmorbyn Marstrand Masugnsbyn Matfors Mattmar Medåker Mehedeby Mellanfjärden
Mellansel Mellbystrand Mellösa Meselefors Messaure Misterhult Mjällby Mjöbäck Mockfjärd Moheda Moholm Moliden Molkom
Mollösund Morgongåva Morup Moskosel Mullhyttan Munka-Ljungby Munktorp Munsö Muodoslompolo Murjek Muskö Myggenäs
Myresjö Målerås Målilla Månkarbo Månsarp Månstad Möja Möklinta Mölle Mölltorp Mölnbo Mörarp Mörlunda Mörrum Mörsil
Nattavaara Niemisel Nikkala Nikkaluokta Nissafors Nitta Nittorp Njurunda Njurundabommen Njutånger Nogersund
Nordhallen Nordingrå Nordkoster Nordmark Norje Norrahammar Norrfjärden Norrhult Norrskedika Norrsundet Norråker
Norsholm Norsjövallen Nossebro Nusnäs Nyed Nygård Nyhammar Nyhamnsläge Nykroppa Nykyrka Nyland Nysätra Nås Nälden
Nämdö Näs_bruk Näshulta Nästansjö Näsviken Näsåker Nättraby Nävekvarn Nödinge Nössemark Obbola Odensbacken
Oderljunga Offerdal Oknö Oleby Olofstorp Olsfors Olshammar Omberg Onsala Onslunda Ornäs Ornö Orrefors Orrviken
Osbyholm Oskarström Ostvik Otterbäcken Otterstad Ottsjö Oviken Oxberg Parakka Pauliström Pelarne Persberg Pershyttan
Pilgrimstad Pjätteryd Porjus Prästmon Pålsboda Påryd Påskallavik Rabbalshede Raftälven Ramkvilla Rammer Ramnäs
Ramsberg Ramsele Ramsjö Ramundberget Ramvik Ransby Ransta Ransäter Ravlunda Reftele Rejmyre Rengsjö Renström Resele
Resö Riddarhyttan Rimbo Rimforsa Ringarum Rinkaby Rinkabyholm Risbäck Rockhammar Rockneby Rogslösa Roknäs Rolfstorp
Roma Romakloster Romelanda Romfartuna Rosenfors Roslagsbro Rossön Rosvik Rottne Rottneros Ruda Rundvik Runhällen
Runmarö Runsten Rusksele Rutvik Rydaholm Rydal Rydboholm Rydsgård Rydöbruk Ryssby Råneå Rångedala Rånnaväg Rånäs
Råsele Rälla Rämmen Ränneslöv Rätan Rätansbyn Rävemåla Rävlanda Rödeby Rödön Rödöns Röfors Rök Rönneshytta Rönnskär
Rönnäng Rönnöfors Rörbäcksnäs Rörvik Rörö Röstånga Salbohed Saltoluokta Sanda Sandared Sandarne Sandhamn Sandhem
Sandhult Sandsjöfors Sandslån Sandträsk Sandöverken Sangis Sankt_Olof Saxdalen Saxnäs Segersta Segmon Senoren
Seskarö Sexdrega Sibbarp Sibbhult Sidensjö Sikeå Sikfors Siljansnäs Sillerud Silverdalen Simlångsdalen Singö
Sjuntorp Själevad Sjögestad Sjötorp Sjövik Skaftö Skansholm Skattkärr Skattungbyn Skebobruk Skee Skelleftehamn Skene
Skepplanda Skeppshult Skillingaryd Skillinge Skillingmark Skivarp Skoghall Skogsby Skokloster Skruv Skultorp
Skultuna Skummeslöv Skummeslövsstrand Skutskär Skyttorp Skåne-Tranås Skånes_Fagerhult Skåpafors Skälderviken
Skällinge Skänninge Skärblacka Skärhamn Skärplinge Skärstad Sköldinge Sköllersta Slite Slottsbron Slussfors Slöinge
Smedby Smedjebacksby Smedstorp Smygehamn Smålandsstenar Smögen Snavlunda Sollebrunn Sollerön Sommen Sonstorp Soppero
Sorunda Sparreholm Spillersboda Spjutsbygd Stallarholmen Stalon Starrkärr Stavre Stavsnäs Stehag Stenhamra Steninge
Stenkullen Stensele Stensjön Stenstorp Stidsvig Stigtomta Stjärnhov Stjärnsund Stocka Stockaryd Stora_Blåsjön
Stora_Höga Stora_Karlsö Stora_Levene Stora_Lundby Stora_Mellösa Stora_Skedvi Stora_Vika Storebro Storklinten
Storlien Storsjö Storvik Storvreta Storå Strålsnäs Stråssa Strömsbruk Strömsholm Strömsnäs Strömsnäsbruk
Strövelstorp Stugun Stumsnäs Sturefors Sturkö Styrsö Stånga Ställberg Ställdalen Stöde Stöllet Stöpen Sundborn
Sundbyholm Sunderbyn Sundhultsbrunn Sunnansjö Surte Svabensverk Svaneholm Svanesund Svanskog Svanstein Svanvik
Svappavaara Svarte Svartnö Svartvik Sveg Svenarum Svenshögen Svenstavik Svängsta Svärdsjö Svärtinge Sydkoster
Sysslebäck Sågmyra Sälen Särna Särö Sätila Sätrabrunn Sävar Söderala Söderbykarl Söderbärke Söderfors Söderåkra
Södra_Vi Sörforsa Sörstafors Sörvik Söråker Sösdala Sövde Taberg Tallåsen Tannåker Tanumshede Tavelsjö Teckomatorp
Tenhult Tibble Tidan Tillberga Timmele Timmernabben Timmersdala Timsfors Tingstäde Tived Tjurkö Tjällmo Tjärby
Tjärnö Tobo Tofta Toftbyn Tollarp Tollered Torbjörntorp Torekov Torestorp Torhamn Tormestorp Tornedalen Torpsbruk
Torpshammar Torreby Torshälla Torslunda Torsåker Torsång Torsö Torup Torö Totebo Transtrand Traryd Trehörningsjö
Trekanten Tresund Trångsviken Tråvad Träslövsläge Trödje Trönö Trönödal Tuna-Hästberg Tvååker Tvärskog Tvärålund
Tyngsjö Tyringe Tysslinge Tystberga Tågarp Tåsjö Täfteå Tällberg Tänndalen Tännäs Tärendö Tärna Tärnaby Tärnsjö
Töcksfors Töllsjö Töre Tösse Ucklum Ullared Ullatti Ullervad Ullånger Ulrika Ulriksfors Ulvöarna Ulvön Umfors
Undenäs Undersåker Undrom Unnaryd Upphärad Urshult Ursviken Utansjö Uttersberg Utö Valbo Vallberga Vallda Vallsta
Vallsund Vallvik Valsjöbyn Valskog Valö Vankiva Varekil Vargön Vartofta Vattholma Vebomark Veckholm Veddige Vedevåg
Vedum Vegby Veinge Vejbystrand Vemdalen Vemdalsskalet Ven Venjan Vessigebro Vickleby Vidsel Vika Vikarbyn
Vikbolandet Viken Vikingstad Vikmanshyttan Viksjöfors Vilshult Vindelgransele Vinninga Vinslöv Vintrosa Vinäs
Virestad Virsbo Virserum Visingsö Viskafors Vislanda Visnum Vissefjärda Visseltofta Vistträsk Vitaby Vitsand
Vittangi Vittaryd Vittinge Vittjärv Vittsjö Vollsjö Voxna Vrena Vreta_kloster Vretstorp Vrigstad Vrångö Vuollerim
Vålberg Våmhus Vånga Vårdinge Våxtorp Vä Väckelsång Väddö Väderstad Väjern Vämhus Väring Värmlands_Nysäter Värsås
Väröbacka Väse Väskinde Västanfors Västerfärnebo Västerhejde Västra_Bodarne Västra_Fågelvik Västra_Karup
Västra_Ämtervik Yngsjö Ytterhogdal Yttermalung Ytterturingen Yxlan Yxnerum Zinkgruvan Åby_bruk Åhus Åkers_styckebruk
Ålberga Ålem Åmot Åmotfors Åmsele Ånimskog Ånn Ånäset Årsunda Åryd Åryd_Blekinge Ås Ås_bruk Åsa Åsarna Åsarp Åsbro
Åseda Åsenhöga Åsensbruk Åsljunga Åstol Åtorp Älandsbro Älgarås Älghult Älmeboda Älmsta Älvho Älvros Älvsby Älvsered
Älvängen Ämådalen Ängelsberg Äppelbo Ärla Äsköping Äspered Äsperöd Äspinge Ätran Ödeborg Ödsmål Öjebyn Ölme Ölmstad
Önnestad Örbyhus Öregrund Örkened Örslösa Örsundsbro Ösmo Östadkulle Östansjö Östavall Österbybruk Österbymo
Österforse Österfärnebo Östergarn Österlen Östervåla Östmark Östra_Frölunda Östra_Husby Östra_Karup Östra_Ryd
Östra_Ämtervik Östraby Överhogdal Överhörnäs Överklinten Överlida Överturingen Överum Öxabäck Öxnevalla
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


def read(municipalities: str, localities: str, large: Iterable[str]) -> dict[str, Size]:
    """Give every place its size.

    Args:
        municipalities: names, each with its thousands of inhabitants after it.
        localities: names of small places, their blanks written as low lines.
        large: places that are large whatever the other two say.
    """
    sizes = dict.fromkeys((word.replace("_", " ") for word in localities.split()), Size.VERY_SMALL)
    words = municipalities.split()
    for name, thousands in zip(words[::2], map(int, words[1::2]), strict=True):
        sizes[name] = next((size for limit, size in _BELOW if thousands < limit), Size.LARGE)
    return sizes | dict.fromkeys(large, Size.LARGE)


SIZES: Final = read(_MUNICIPALITIES, _LOCALITIES, _LARGE)
MUNICIPALITIES: Final = frozenset(_MUNICIPALITIES.split()[::2])
