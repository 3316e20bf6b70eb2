"""Where an event happened: what the sentence says, and what its scene makes certain when it says nothing."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.events.event import Event
from timeline.events.reader import read

SAID = [
    ("Geneva talks on Syria resumed in January 2014.", "Geneva"),
    ("The Pyongyang summit of September 2018 ended with a declaration.", "Pyongyang"),
    ("The Iranian city of Isfahan was hit by drones on 19 April 2024.", "Isfahan"),
    ("The Wagner Group seized the southern Russian city of Rostov-on-Don on 24 June 2023.", "Rostov-on-Don"),
    ("A Ukrainian drone struck an oil refinery in Russia's Ryazan region on 13 March 2024.", "Ryazan"),
    ("The former president was seized at Manila's main airport on 11 March 2025.", "Manila"),
    ("The Houthis fired missiles at a tanker in the Gulf of Aden on 26 January 2024.", "Gulf of Aden"),
    ("On 3 May 2019, a bomb exploded outside a mosque in the village of Dasht-e Barchi.", "Dasht-e Barchi"),
    ("Soldiers were on the streets of Harare on 15 November 2017.", "Harare"),
    ("The Dayton accords were signed in Paris on 14 December 1995.", "Paris"),
    ("The Treaty of Lausanne was signed on 24 July 1923.", "Lausanne"),
    ("The rebels seized the capital, Sanaa, in September 2014.", "Sanaa"),
    ("China's foreign minister visited Naypyidaw in January 2021.", "Naypyidaw"),
    ("Kabul fell on 15 August 2021.", "Kabul"),
    ("Beirut shook when 2,750 tonnes of ammonium nitrate blew up on 4 August 2020.", "Beirut"),
    ("Cyprus was divided in 1974 after a Turkish invasion.", "Cyprus"),
    ("The Lebanese parliament was stormed by protesters on 8 August 2020.", "Lebanon"),
    ("Somalia's capital was hit by a truck bomb on 14 October 2017.", "Mogadishu"),
    ("Protesters set fire to Kenya's parliament on 25 June 2024.", "Kenya"),
    ("Lebanon's port was shut on 3 May 2021.", "Lebanon"),
    ("The U.S. Embassy in Nairobi was bombed on 7 August 1998.", "Nairobi"),
    ("Boko Haram abducted 276 schoolgirls from Chibok on 14 April 2014.", "Chibok"),
    ("Russia attacked Ukraine from Belarus on 24 February 2022.", "Ukraine"),
    ("Ships left Odesa on 1 August 2022 under a deal brokered in Istanbul.", "Odesa"),
    ("The Paris agreement was adopted on 12 December 2015.", "Paris"),
    ("Russian police detained Alexei Navalny at Sheremetyevo airport on 17 January 2021.", "Sheremetyevo"),
    ("The Nepalese parliament building was torched by young protesters on 9 September 2024.", "Nepal"),
    ("It was in Sharpeville that police shot dead 69 black protesters on 21 March 1960.", "Sharpeville"),
    ("John F. Kennedy stood before the town hall in Warsaw on 26 June 1963.", "Warsaw"),
    ("Abe was speaking outside a station in the city of Nara on 8 July 2022 when a man fired twice.", "Nara"),
    ("Drones and missiles struck the Khurais oil facilities on 14 September 2019.", "Khurais"),
    ("Born in Tokyo on September 21, 1954, Abe belonged to a political dynasty.", "Tokyo"),
    ("Two former prime ministers were killed in February 1936, when young officers tried to seize power in Tokyo.", "Tokyo"),
]
SET = [
    ("In Addis Ababa, United Nations Secretary-General Antonio Guterres said on 9 July 2018 that he was pleased.", "Addis Ababa"),
    ("He came off a plane from Hong Kong, where he had spoken to a rally of workers on 9 March 2025.", "Hong Kong"),
    ("Vladimir Putin came to Pyongyang and signed a treaty in June 2024.", "Pyongyang"),
    ("The Argentine Congress voted to legalise abortion on 30 December 2020.", "Argentina"),
    ("Pakistan's parliament removed Prime Minister Imran Khan on 10 April 2022.", "Pakistan"),
    ("The Dutch government collapsed on 7 July 2023.", "Netherlands"),
    ("Sudanese protesters camped outside army headquarters in April 2019.", "Sudan"),
    ("Eritreans voted to secede in a referendum in April 1993.", "Eritrea"),
    ("The opposition leader was barred from office by Venezuela's top court on 26 January 2024.", "Venezuela"),
    ("Taiwan lifted martial law on 15 July 1987.", "Taiwan"),
    ("Named by a Spanish navigator, the Solomons became a British protectorate in 1893.", "Solomon Islands"),
    ("Lebanon defaulted on its foreign debt in March 2020.", "Lebanon"),
    ("North Korea tested a hydrogen bomb on 3 September 2017.", "North Korea"),
    ("Venezuela elects a president on 28 July 2024.", "Venezuela"),
    ("Venezuelans voted in a referendum on 3 December 2023.", "Venezuela"),
    ("The opposition won the Polish election on 15 October 2023.", "Poland"),
    ("The Chilean armed forces overthrew Salvador Allende on 11 September 1973.", "Chile"),
    ("Burma became independent from Britain in January 1948.", "Myanmar"),
    ("Boris Yeltsin resigned on 31 December 1999.", "Russia"),
    ("Rodrigo Duterte appeared before the International Criminal Court on 14 March 2025.", "The Hague"),
    ("The envoys met in Baghdad. Five rounds were held there in 2022.", "Baghdad"),
    ("Independence from Britain came to Kenya on 12 December 1963.", "Kenya"),
    ("Envoys of Saudi Arabia met in Geneva. A reformist visited the kingdom in 1999.", "Saudi Arabia"),
]
NONE = [
    "Independence from London came on 7 July 1978.",
    "Donald Trump said on 20 January 2025 that China was operating the Panama Canal.",
    "Somali pirates hijacked the tanker USS Alabama on 8 April 2009.",
    "Moscow accused Washington of interference on 4 June 2024.",
    "Donald Trump pulled the United States out of the Iran nuclear deal in 2018.",
]


def only(text: str) -> Event:
    return read(Article(text, published=dt.date(2025, 4, 14))).events[0]


@pytest.mark.parametrize(("text", "place"), SAID)
def test_a_place_is_taken_from_the_words_of_the_event(text: str, place: str) -> None:
    assert only(text).places == (place,)


@pytest.mark.parametrize(("text", "place"), SET)
def test_a_place_that_is_not_named_is_taken_from_the_scene(text: str, place: str) -> None:
    assert only(text).places == (place,)


@pytest.mark.parametrize("text", NONE)
def test_what_is_only_spoken_of_or_acts_is_no_place(text: str) -> None:
    assert only(text).places == ()


def test_a_border_is_in_both_states() -> None:
    assert only("Soldiers clashed on the border between Thailand and Cambodia on 24 July 2025.").places == ("Thailand", "Cambodia")


def test_what_comes_before_is_not_where_the_next_thing_happened() -> None:
    assert only("Antony Blinken arrived in Tel Aviv on 3 April 2025 after talks in Doha.").places == ("Tel Aviv",)
