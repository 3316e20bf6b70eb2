"""Who takes part, under canonical names, and where."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.events.names import names
from timeline.events.reader import read

ACTORS = [
    ("Russia and Iran signed a treaty in 2001.", ("Russia", "Iran")),
    ("Washington imposed sanctions on Tehran in 2018.", ("United States", "Iran")),
    ("American forces captured the town in 2003.", ("United States",)),
    ("Britain and the Soviet Union invaded Persia in 1941.", ("United Kingdom", "Soviet Union", "Iran")),
    ("The Kremlin rejected the offer in 2014.", ("Russia",)),
    ("Iraq was invaded by American and British troops in 2003.", ("United States", "United Kingdom", "Iraq")),
    ("A pact was signed between Russia and North Korea in 2024.", ("Russia", "North Korea")),
    ("The general was killed in a U.S. drone strike in Iraq in 2020.", ("United States",)),
    ("NATO bombed Serbia in 1999.", ("NATO", "Serbia")),
    ("The Allies landed at Gallipoli in 1915.", ("Allies of World War I",)),
    ("The Allies landed in Sicily in 1943.", ("Allies of World War II",)),
    ("Persian troops crossed the river in 1826.", ("Iran",)),
    ("Prosecutors asked for a life sentence in 2016.", ("prosecutors",)),
    ("The Fitch agency is strict. Fitch lowered its outlook in 2021.", ("Fitch",)),
    ("Prime Minister Ada Morel stepped down in 2001.", ("Ada Morel",)),
    ("Malian Foreign Minister Paul Diallo quit in 2001.", ("Mali", "Paul Diallo")),
    ("Henry Kissinger flew to Beijing in 1971.", ("United States", "Henry Kissinger", "China")),
    ("The police shot Steve Biko in 2001.", ("Steve Biko", "police")),
]
PLACES = [
    ("The general was killed in a U.S. drone strike in Iraq in 2020.", ("Iraq",)),
    ("Moscow sent troops into Ukraine in 2022.", ("Ukraine",)),
    ("The Soviet Union and Britain launched an invasion of Persia in 1941.", ("Iran",)),
    ("China signed a treaty in 2001.", ()),
    ("China held exercises off the coast in 2022.", ()),
    ("Aircraft bombed two ships at Bluff Cove in 1982.", ("Bluff Cove",)),
    ("Julius Nyerere and Abeid Karume met. Karume was shot dead in 1972.", ()),
    ("Police arrested him in the village of Lazarevo in 2011.", ("Lazarevo",)),
    ("The siege of Sarajevo began in 1992.", ("Sarajevo",)),
    ("The Houthis seized Sanaa in 2014.", ("Sanaa",)),
    ("The two countries signed a treaty to limit their arms in Moscow in 1972.", ("Moscow",)),
    ("He died in a Moscow hospital in 2022.", ("Moscow",)),
    ("The Guards stormed Mount Tumbledown in 1982.", ("Mount Tumbledown",)),
    ("Tehran rejected the offer in 2001.", ()),
]


def first(text: str):
    return read(Article(text, published=dt.date(2025, 1, 18))).events[0]


@pytest.mark.parametrize(("clause", "actors"), ACTORS)
def test_actors_have_canonical_names(clause: str, actors: tuple[str, ...]) -> None:
    assert set(first(clause).actors) == set(actors)


@pytest.mark.parametrize(("clause", "places"), PLACES)
def test_places_are_where_it_was_and_not_who_acts(clause: str, places: tuple[str, ...]) -> None:
    assert first(clause).places == places


def test_who_acts_stands_before_who_is_acted_on() -> None:
    assert first("Iraq was bombed by Israel in 1981.").actors == ("Israel", "Iraq")


@pytest.mark.parametrize(
    ("clause", "agents"),
    [
        ("Israel bombed Iraq in 1981.", ("Israel",)),
        ("Iraq was bombed by Israel in 1981.", ("Israel",)),
        ("The bombing of Cambodia by American aircraft ended in 1973.", ("United States",)),
        ("Russia and Iran signed a treaty in 2001.", ("Russia", "Iran")),
        ("Iraq was bombed in 1981.", ()),
        ("Robert Fico was shot and wounded in May 2024.", ()),
    ],
)
def test_who_acts_is_told_apart_from_who_is_acted_on(clause: str, agents: tuple[str, ...]) -> None:
    assert first(clause).agents == agents


def test_a_part_of_a_compound_does_not_act() -> None:
    assert first("The Iran-backed militia attacked a base in 2021.").actors == ("militia",)


def test_a_surname_after_another_first_name_is_another_person() -> None:
    found = names("Roger Clinton met Bill Clinton. President Clinton spoke.", dt.date(1995, 1, 1))
    assert [name.text for name in found if name.person] == ["Bill Clinton", "Clinton"]


def called(text: str) -> list[str]:
    """Whom a text names, in its order."""
    return [name.person or name.actor for name in names(text, dt.date(2024, 6, 1))]


def test_a_surname_that_the_text_gives_to_another_is_not_the_leader() -> None:
    assert called("Anna Petraeus met Boris Merkel. Petraeus and Merkel spoke.") == []


def test_another_spelling_of_a_first_name_is_the_leader() -> None:
    assert called("Aleksandr Lukashenko won.") == ["Alexander Lukashenko"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Griffiths flew home.", []),
        ("The UN sent him. Griffiths flew home.", ["United Nations", "Martin Griffiths"]),
        ("Martin Griffiths came. Griffiths left.", ["Martin Griffiths", "Martin Griffiths"]),
        ("Mr. Griffiths left.", ["Martin Griffiths"]),
        ("Prigozhin marched on the city.", ["Yevgeny Prigozhin"]),
    ],
)
def test_a_figure_is_known_by_surname_where_the_text_names_him_in_full_or_his_side(text: str, found: list[str]) -> None:
    assert called(text) == found


def test_the_north_and_the_south_are_states_where_the_text_speaks_of_such_a_land() -> None:
    text = "North Korea shut its border. The South sent aid to the North. A ship left the South China Sea."
    assert called(text)[:3] == ["North Korea", "South Korea", "North Korea"]
    assert "South Sudan" not in called("The North won the war.")


def test_a_title_and_a_surname_mean_the_leader_in_office_where_his_state_is_named() -> None:
    text = "North Korea has changed under Mr. Kim. In January 2021 Mr. Kim laid out a plan."
    assert set(first(text).actors) == {"North Korea", "Kim Jong-un"}


def test_the_longest_name_wins() -> None:
    assert [name.actor for name in names("North Korea and South Korea met in the Democratic Republic of the Congo.")] == [
        "North Korea",
        "South Korea",
        "Democratic Republic of the Congo",
    ]


def test_an_unnamed_army_is_that_of_the_state_the_text_is_about() -> None:
    text = "Niger has seen many coups. Niger is poor. The army took power in 1974."
    assert first(text).actors == ("Niger",)


DESCRIPTIONS = [
    ("The Security Council met. Later the council adopted Resolution 1718 in 2006.", {"UN Security Council"}),
    ("Guyana went to the International Court of Justice. The court ruled in 2020.", {"International Court of Justice"}),
    ("The International Criminal Court opened a case. The warrant was signed by three judges in 2025.", {"International Criminal Court"}),
    ("Niger has seen many coups. Niger is poor. The president was overthrown in 1974.", {"Niger"}),
    ("Niger has seen many coups. Niger is poor. Hackers robbed a bank in 2014.", {"hackers", "Niger"}),
    ("China, whose foreign minister visited in January 2021, kept silent.", {"China"}),
    ("Iran and Saudi Arabia made an agreement. The deal broke down in 2002.", {"Iran", "Saudi Arabia"}),
    ("Bosnia was at war. Mladic's troops massacred 8,000 Muslims at Srebrenica in 1995.", {"Bosnian Serbs", "Ratko Mladic"}),
    (
        "Congo is at war. Its rebels fled. Rwanda-backed rebels captured Bukavu in February 2024.",
        {"rebels", "Democratic Republic of the Congo"},
    ),
    ("The M23 rebels, backed by Rwanda, captured Goma on 27 January 2025.", {"M23"}),
    ("Lawmakers in Kyiv passed a law in April 2024.", {"Ukraine"}),
    ("Mr. Guaidó declared himself president in January 2019.", {"Juan Guaidó"}),
    ("The Wagner Group withdrew from Mali in June 2024.", {"Wagner Group", "Mali"}),
    ("A peace agreement was signed in the Australian city of Townsville in 2000.", set()),
    (
        "Iran met Saudi Arabia. Iran and Saudi Arabia fell out. Iran left Saudi Arabia. Iran came back. Iran hated Saudi Arabia. "
        "Riyadh severed ties in 2016.",
        {"Iran", "Saudi Arabia"},
    ),
    ("The U.S.-led invasion of Iraq in 2003 angered many.", {"United States", "Iraq"}),
    ("Kim Jong-un rose. His father died in December 2011.", {"North Korea"}),
    (
        "Zimbabwe is poor. Zimbabwe is proud. The Queen stripped Mugabe of his knighthood in 2008.",
        {"United Kingdom", "Zimbabwe", "Robert Mugabe"},
    ),
    (
        "Reagan flew to Iceland. There he met Mikhail Gorbachev. In December 1987 the two signed a treaty.",
        {"United States", "Ronald Reagan", "Soviet Union", "Mikhail Gorbachev"},
    ),
    ("Finland was alone. The Soviet Union attacked it on November 30, 1939.", {"Soviet Union", "Finland"}),
    ("Russia blocked the renewal. The panel closed its doors in April 2024.", set()),
    (
        "Bosnia was at war. The court indicted him in July 1995 together with Radovan Karadzic.",
        {"Bosnian Serbs", "Radovan Karadzic", "Bosnia and Herzegovina"},
    ),
    ("Britain had moved sooner, with sanctions on Belarus on 29 September 2020.", {"United Kingdom", "Belarus"}),
    ("Russia bombed Kharkiv in March 2022.", {"Russia", "Ukraine"}),
    ("Joe Biden flew to Jeddah in July 2022.", {"United States", "Joe Biden", "Saudi Arabia"}),
    ("The first crack came in May 2022, when China and Russia vetoed a draft.", {"China", "Russia"}),
    ("Niger has seen many coups. Niger is poor. The NLD of Niger is small. Amadou Bello was shot in 2014.", {"Amadou Bello", "Niger"}),
    ("The Houthis fired missiles at Israel in November 2023.", {"Houthis", "Israel"}),
    ("The Fed raised rates in 2021. The central bank cut them in 2024.", {"Federal Reserve"}),
    ("Turkey shot down a Russian warplane. The two countries restored ties in August 2016.", {"Turkey", "Russia"}),
    ("South Korea has changed. Ms Park was impeached in December 2016.", {"South Korea", "Park Geun-hye"}),
    ("Nicaragua is a state. Nicaragua jailed priests. The regime jailed Bishop Rolando Álvarez in 2022.", {"Nicaragua", "Rolando Álvarez"}),
    ("Moscow invaded Afghanistan in December 1979.", {"Soviet Union", "Afghanistan"}),
    ("Moscow annexed Crimea in 2014.", {"Russia", "Ukraine"}),
    ("The two countries restored ties in August 2016.", set()),
    ("OPEC announced a cut in April 2023. The cartel extended it in June 2023.", {"OPEC"}),
    ("The ICC sits in The Hague. Crowds waved flags outside the court in March 2025.", {"crowds"}),
    ("Iran and Iraq fought. A treaty was signed in London in 1814.", set()),
    ("Belarus is ruled by one man. Belarus held a presidential election in 2015. Elections were held in 2020.", {"Belarus"}),
]


@pytest.mark.parametrize(("text", "actors"), DESCRIPTIONS)
def test_a_description_acts_for_whom_the_text_has_named(text: str, actors: set[str]) -> None:
    assert set(read(Article(text, published=dt.date(2025, 1, 18))).events[-1].actors) == actors


def test_a_court_that_no_sentence_has_named_stays_as_it_is_told() -> None:
    assert first("The court ruled in 2020.").actors == ("court",)


BY_WHAT_WAS_SAID_BEFORE = [
    ("Emmanuel Macron landed in Beijing. The French president met Xi Jinping in 2023.", "France; Emmanuel Macron; China; Xi Jinping"),
    ("Boris Johnson lost the trust of his party. The prime minister resigned on 7 July 2022.", "United Kingdom; Boris Johnson"),
    ("Joe Biden flew out. The president met Benjamin Netanyahu in 2023.", "United States; Joe Biden; Israel; Benjamin Netanyahu"),
    ("Ismail Haniyeh went to Tehran for the inauguration. The Hamas leader was killed on 31 July 2024.", "Hamas; Ismail Haniyeh"),
    ("The M23 is backed by Rwanda. The rebels took Goma on 27 January 2025.", "M23"),
    ("The FARC had fought the state. The rebels signed a peace deal with Colombia on 24 November 2016.", "FARC; Colombia"),
    ("Niger's soldiers have no patience with France. The junta expelled the ambassador on 25 August 2023.", "Niger"),
    ("Qatar hosts the leaders of Hamas. The emirate mediated a truce on 22 November 2023.", "Qatar"),
    ("Malta joined the euro late. The island joined the European Union in 2004.", "Malta; European Union"),
    ("North Korea closed its border. The regime fired a missile over Japan on 4 October 2022.", "North Korea; Japan"),
    ("Sweden waited longest. Turkey's parliament dithered. It ratified the bid on 23 January 2024.", "Turkey"),
    ("Pakistan asked the IMF for help. A staff-level agreement was reached on 29 June 2023.", "Pakistan; International Monetary Fund"),
    ("Vladimir Putin travelled to Pyongyang. A pact on mutual defence was signed on 19 June 2024.", "Russia; North Korea"),
    ("Venezuela claims the Essequibo, which is Guyana's. The two presidents met in St Vincent on 14 December 2023.", "Venezuela; Guyana"),
    ("Niger, Mali and Burkina Faso left ECOWAS. The three countries formed a confederation on 6 July 2024.", "Niger; Mali; Burkina Faso"),
    ("Honduras was one of Taiwan's last friends. Ties were severed on 25 March 2023.", "Honduras; Taiwan"),
    ("Ecuador's police raided the Mexican embassy in Quito. Mexico broke off relations on 6 April 2024.", "Mexico; Ecuador"),
    ("The PKK fought from the mountains of Iraq. The group announced its dissolution on 12 May 2025.", "Kurdistan Workers' Party"),
    ("The Treasury Department said the network sells oil. It imposed sanctions on 39 firms in 2023.", "US Treasury; United States"),
    ("Argentina missed a payment. Argentina's bonds fell. Martín Guzmán, the economy minister, reached an accord with bondholders in 2020.",
     "Argentina; Martín Guzmán"),
    # … and nobody more
    ("Georgia is torn between Moscow and Brussels. The ruling party halted accession talks on 28 November 2024.", "Georgia"),
    ("Chinese ships lie off the Paracels. Taiwan watches. Japan occupied the islands in 1939.", "Japan"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), BY_WHAT_WAS_SAID_BEFORE)
def test_who_acts_by_what_was_said_before(text: str, actors: str) -> None:
    assert set(read(Article(text, published=dt.date(2025, 6, 14))).events[-1].actors) == set(actors.split("; "))
