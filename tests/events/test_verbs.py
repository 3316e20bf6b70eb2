"""What a verb tells beside those who do it and what it takes: "open a trial", "open a front", "open fire"."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.events.reader import read


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The adhesion of Bavaria to the Zollverein came in 1834.", "accord"),
        ("Under a bargain struck in 1867, Hungary got its own parliament.", "accord"),
        ("Sweden's accession to Nato cleared its last hurdle on 26 February 2024.", "accord"),
        ("The guns fell quiet along the Line of Control on 25 February 2021.", "ceasefire"),
        ("The Basque group ETA gave up its arsenal in April 2017.", "ceasefire"),
        ("The garrison of Port Arthur hoisted the white flag in January 1905.", "ceasefire"),
        ("A halt to the shelling was agreed by both sides on 9 October 2020.", "ceasefire"),
        ("The seven-day pause collapsed on 1 December 2023.", "ceasefire"),
        ("Foreign ministers huddled in Vienna in July 2015.", "diplomacy"),
        ("Canberra called its envoy home from Jakarta in April 2015.", "diplomacy"),
        ("The General Assembly passed a non-binding text by 141 votes in March 2022.", "diplomacy"),
        ("Ankara served notice in 2019 that it would open the gates to migrants.", "threat"),
        ("The junta demanded the surrender of the island within a week in 1982.", "threat"),
        ("Riyadh cut off oil sales to the United States in October 1973.", "sanction"),
        ("Cuba dispatched doctors to Liberia in October 2014.", "aid"),
        ("Congress cleared $61bn for Ukraine on 23 April 2024.", "aid"),
        ("The IMF threw Hungary a lifeline in October 2008.", "aid"),
        ("Rice from Seoul arrived in Nampo in June 1995.", "aid"),
        ("Blankets were flown to Spitak in December 1988.", "aid"),
        ("The Gerald Ford was ordered to the eastern Mediterranean on 8 October 2023.", "mobilisation"),
        ("Sweden brought back the draft in 2017.", "mobilisation"),
        ("Pakistan took delivery of eight submarines in 2024.", "mobilisation"),
        ("Japan swallowed Manchuria in 1931.", "invasion"),
        ("The Ottomans wrested Rhodes from the Knights in 1522.", "invasion"),
        ("Dresden was reduced to rubble in February 1945.", "attack"),
        ("An Israeli raid flattened the consulate on 1 April 2024.", "attack"),
        ("Boko Haram made off with 276 girls in April 2014.", "attack"),
        ("Wellington routed the French at Vitoria in June 1813.", "conflict"),
        ("The Red Army encircled Paulus at Stalingrad in November 1942.", "conflict"),
        ("The Tutsi rebels gained ground in June 1994.", "conflict"),
        ("Bosnia slid into civil war in April 1992.", "conflict"),
        ("The Greeks were thrown back at Sakarya in September 1921.", "conflict"),
        ("The last Soviet soldier crossed the Friendship Bridge on 15 February 1989.", "withdrawal"),
        ("French legionnaires packed up in Niger in December 2023.", "withdrawal"),
        ("Blue helmets wound up their mission in Mali on 31 December 2023.", "withdrawal"),
        ("Kabul's embassy was emptied of staff in August 2021.", "withdrawal"),
        ("The monarchy was swept away in Iraq in July 1958.", "regime change"),
        ("Soldiers burst into the palace and arrested the president on 26 July 2023.", "regime change"),
        ("Suriname gained its freedom from the Netherlands in 1975.", "regime change"),
        ("Ceausescu's rule came to a bloody end in December 1989.", "regime change"),
        ("South Sudan was born on 9 July 2011.", "regime change"),
        ("Adenauer handed over to Erhard in October 1963.", "leadership"),
        ("Thatcher was ditched by her party in November 1990.", "leadership"),
        ("The defence chief lost his job on 12 May 2024.", "leadership"),
        ("Milei trounced Massa in November 2023.", "election"),
        ("Turnout slumped to 40 per cent in September 2023.", "election"),
        ("Yellow vests brought Paris to a standstill on 1 December 2018.", "protest"),
        ("A million people poured into Tahrir Square on 1 February 2011.", "protest"),
        ("Police broke up a march in Harare on 16 August 2019.", "protest"),
        ("Navalny got nineteen years in August 2023.", "justice"),
        ("Police swooped on the mayor's office in March 2025.", "justice"),
        ("Mandela walked free on 11 February 1990.", "justice"),
        ("The Nikkei shed 12 per cent on 5 August 2024.", "economy"),
        ("Lehman went under in September 2008.", "economy"),
        ("Lagos scrapped the fuel subsidy in May 2023.", "economy"),
        ("A dam gave way above Derna on 10 September 2023.", "disaster"),
        ("Torrential rain left a third of Pakistan under water in August 2022.", "disaster"),
        ("Wildfires tore through Lahaina on 8 August 2023.", "disaster"),
        ("A packed train jumped the tracks in Odisha on 2 June 2023.", "disaster"),
        ("A statue of the king was unveiled in 1907.", "other"),
        ("Parliament approved a bill on gender recognition in 2023.", "other"),
    ],
)
def test_the_company_of_a_verb_tells_its_kind(text: str, kind: str) -> None:
    assert [event.kind for event in read(Article(text, published=dt.date(2025, 6, 14))).events][:1] == [kind]
