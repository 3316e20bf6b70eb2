"""What a title says: a clause with subject, verb and object, and nothing of time, attribution or asides."""

import datetime as dt

import pytest

from timeline.article import Article
from timeline.events.reader import read
from timeline.events.titles import LONGEST, shorten

PUBLISHED = dt.date(2024, 2, 14)

TITLES = [
    # a clause in the order of the text, without its time words
    ("Iraq invaded Kuwait on 2 August 1990, prompting the United Nations to impose sanctions.", ["Iraq invaded Kuwait"]),
    ("A car bomb killed 12 people in Baghdad on Friday.", ["A car bomb killed 12 people in Baghdad"]),
    ("The European Union imposed sanctions on 40 officials on Monday.", ["The European Union imposed sanctions on 40 officials"]),
    ("France and Germany signed the Elysee Treaty in 1963.", ["France and Germany signed the Elysee Treaty"]),
    ("Protests erupted in 2019 over the extradition bill.", ["Protests erupted over the extradition bill"]),
    (
        "Cuba was suspended from the Organization of American States in 1962.",
        ["Cuba was suspended from the Organization of American States"],
    ),
    ("The Treaty of Versailles was signed on 28 June 1919.", ["The Treaty of Versailles was signed"]),
    ("The court is due to deliver its verdict in March 2025.", ["The court is due to deliver its verdict"]),
    ("Venezuela's Maduro was sworn in for a third term in January 2025.", ["Venezuela's Maduro was sworn in for a third term"]),
    ("Serbia applied for membership in 2009, but talks have stalled.", ["Serbia applied for membership"]),
    ("The refinery was hit by drones last week.", ["The refinery was hit by drones"]),
    ("Farmers blocked roads around Delhi in 2020.", ["Farmers blocked roads around Delhi"]),
    ("Sudan has been at war since April 2023.", ["Sudan has been at war"]),
    ("Ethiopia began filling the dam in July 2020.", ["Ethiopia began filling the dam"]),
    ("In August 2008 Russia and Georgia fought a war over South Ossetia.", ["Russia and Georgia fought a war over South Ossetia"]),
    ("On 12 March 1999 Poland, Hungary and the Czech Republic joined NATO.", ["Poland, Hungary and the Czech Republic joined NATO"]),
    (
        "The World Court ordered Myanmar in January 2020 to protect the Rohingya.",
        ["The World Court ordered Myanmar to protect the Rohingya"],
    ),
    ("The Security Council voted 14-0 in October 2015 to lift the arms embargo.", ["The Security Council voted to lift the arms embargo"]),
    # no attribution
    (
        "According to the ministry, the navy seized two tankers in the Gulf of Oman on Monday.",
        ["The navy seized two tankers in the Gulf of Oman"],
    ),
    ("Officials said the raid took place on Friday.", ["The raid took place"]),
    (
        "The ship was hit by a missile on Friday in the Red Sea, the British agency UKMTO said.",
        ["The ship was hit by a missile in the Red Sea"],
    ),
    (
        "North Korea fired two ballistic missiles into the sea on Sunday, the South's military said.",
        ["North Korea fired two ballistic missiles into the sea"],
    ),
    # no appositions, relative clauses, participles
    (
        "Ethiopia and Eritrea, which had fought a border war that cost 80,000 lives, signed a peace deal in December 2000.",
        ["Ethiopia and Eritrea signed a peace deal"],
    ),
    ("The junta, led by General Abdou Tiani, expelled the French ambassador in August 2023.", ["The junta expelled the French ambassador"]),
    ("Finland joined NATO in April 2023, doubling the alliance's border with Russia.", ["Finland joined NATO"]),
    (
        "Azerbaijan recaptured Karabakh in September 2023, forcing more than 100,000 ethnic Armenians to flee.",
        ["Azerbaijan recaptured Karabakh"],
    ),
    ("A ferry carrying 300 people sank off Zanzibar in 2011.", ["A ferry sank off Zanzibar"]),
    ("Nelson Mandela, who had spent 27 years in prison, was released in February 1990.", ["Nelson Mandela was released"]),
    (
        "Egyptian President Anwar Sadat was assassinated in October 1981 by officers who opposed his treaty.",
        ["Egyptian President Anwar Sadat was assassinated by officers"],
    ),
    (
        "Israeli warplanes struck a convoy near Damascus on Monday, killing at least three fighters.",
        ["Israeli warplanes struck a convoy near Damascus"],
    ),
    # a person stands beside the office
    ("The prime minister, Imran Sarwar, resigned on Friday after weeks of protests.", ["Prime minister Imran Sarwar resigned"]),
    # a relative clause or participle that carries the date becomes a clause of its own
    (
        "The treaty, which was signed in 1987 by Reagan and Gorbachev, expires in 2026.",
        ["The treaty was signed by Reagan and Gorbachev", "The treaty expires"],
    ),
    ("The ceasefire, brokered by Egypt in January 2009, collapsed.", ["The ceasefire was brokered by Egypt"]),
    ("The peace agreement signed in Arusha in August 2000 ended a civil war.", ["The peace agreement was signed in Arusha"]),
    ("The deal that Washington abandoned in 2018 had lifted sanctions on Iran.", ["Washington abandoned the deal"]),
    (
        "Israel, which has occupied the West Bank since 1967, denied the report on Monday.",
        ["Israel has occupied the West Bank", "Israel denied the report"],
    ),
    (
        "The rebels, who captured the city in 2012, were driven out by French troops in January 2013.",
        ["The rebels captured the city", "The rebels were driven out by French troops"],
    ),
    ("Belarus has grown closer to Moscow since joining the union in 1999.", ["Belarus joined the union"]),
    ("It was in 1956 that Egypt nationalised the Suez Canal.", ["Egypt nationalised the Suez Canal"]),
    # two verbs, two titles, each with its subject
    ("Police arrested 40 people and shot two protesters on Friday.", ["Police arrested 40 people", "Police shot two protesters"]),
    (
        "In 2018, the United States pulled out of the nuclear deal and reimposed sanctions on Iran.",
        ["The United States pulled out of the nuclear deal", "The United States reimposed sanctions on Iran"],
    ),
    (
        "Saddam Hussein was captured by American forces in December 2003 and hanged in December 2006.",
        ["Saddam Hussein was captured by American forces", "Saddam Hussein was hanged"],
    ),
    # what is said
    ("The army said Friday it had captured the airport.", ["The army said it had captured the airport"]),
    (
        "Warsaw accused Minsk on Friday of sending migrants across the border.",
        ["Warsaw accused Minsk of sending migrants across the border"],
    ),
    (
        "The president said on Monday that Kenya would send police officers to Haiti.",
        ["The president said Kenya would send police officers to Haiti"],
    ),
    ('"We will defend every inch," Zelenskiy said on Tuesday.', ["Zelenskiy said “we will defend every inch”"]),
    # nouns
    ("NATO's bombing of Serbia in 1999 angered Moscow.", ["NATO's bombing of Serbia"]),
    ("Trump's 2017 visit to Riyadh led to arms deals.", ["Trump's visit to Riyadh"]),
    ("The 2015 Paris climate accord was signed by 195 nations.", ["Paris climate accord"]),
    ("Talks between Belgrade and Pristina resumed in Brussels in 2011.", ["Talks between Belgrade and Pristina resumed in Brussels"]),
    ("The first round of talks ended in failure in March 2022.", ["The first round of talks ended in failure"]),
    # one event told by a verb and a noun has one title
    ("Lebanon held its first election in May 2018.", ["Lebanon held its first election"]),
    (
        "Two Russian soldiers were wounded in a drone strike on Friday on a base near Kursk.",
        ["Two Russian soldiers were wounded in a drone strike on a base near Kursk"],
    ),
    ("The government was overthrown in a military coup in 1973.", ["The government was overthrown in a military coup"]),
    (
        "The United States, Britain and France carried out strikes on Syrian targets in April 2018.",
        ["The United States, Britain and France carried out strikes on Syrian targets"],
    ),
    ("Omar al-Bashir, in power since a coup in 1989, fell in April 2019.", ["Coup in Sudan", "Omar al-Bashir fell"]),
    ("Founded in 1945, the Arab League has 22 members.", ["The Arab League was founded"]),
    ("In 2004 ten countries entered the Union; in 2013 Croatia joined it.", ["Ten countries entered the Union", "Croatia joined it"]),
    # compounds stay whole
    ("The Russian-backed rebels seized Donetsk in April 2014.", ["The Russian-backed rebels seized Donetsk"]),
    ("A rebel offensive overthrew the president last month.", ["A rebel offensive overthrew the president"]),
    (
        "Colombia and the FARC rebels signed a ceasefire in June 2016 in Havana.",
        ["Colombia and the FARC rebels signed a ceasefire in Havana"],
    ),
    ("Boko Haram abducted 276 schoolgirls from Chibok in April 2014.", ["Boko Haram abducted 276 schoolgirls from Chibok"]),
    # the verb that the date belongs to
    ("Egypt signed an agreement to part the armies in January 1974.", ["Egypt signed an agreement to part the armies"]),
    ("His book made him known in 1957.", ["His book made him known"]),
    ("The rebels handed in their weapons in 2017.", ["The rebels handed in their weapons"]),
    ("The siege of Sarajevo, which lasted from 1992 to 1996, was long.", ["The siege of Sarajevo lasted"]),
    # what is said of somebody
    ("The two sides are said to have met in Muscat in 2013.", ["The two sides met in Muscat"]),
    ("The general was accused of having ordered the massacre in 1982.", ["The general ordered the massacre"]),
    (
        "The court ruled by nine votes to 3 in 2004 that the wall was illegal.",
        ["The court ruled by nine votes to 3 that the wall was illegal"],
    ),
    ("Inflation averaged 80 per cent in 2022.", ["Inflation averaged 80 per cent"]),
    ("At least 40 people died in clashes in Jos in 2010.", ["At least 40 people died in clashes in Jos"]),
    ("After a referendum in 2011, South Sudan declared independence.", ["Referendum in South Sudan"]),
    # lines in capitals
    ("RUSSIA INVADED UKRAINE ON 24 FEBRUARY 2022.", ["Russia invaded Ukraine"]),
    ("IRAN AND RUSSIA SIGNED A TREATY IN MOSCOW IN 2001", ["Iran and Russia signed a treaty in Moscow"]),
    ("EARTHQUAKE KILLS HUNDREDS IN TURKEY ON MONDAY", ["Earthquake kills hundreds in Turkey"]),
    # dates that are no dates of an event
    ("The 4 June Movement held a rally in Accra.", []),
    ("13 July 2016 — Theresa May becomes prime minister.", ["Theresa May becomes prime minister"]),
]

# Several sentences: who is meant by a pronoun or a description.
REFERENCES = [
    ("Moscow and Tehran are allies. Their first pact was signed in 2001.", "Moscow and Tehran's first pact was signed"),
    ("The junta closed the airport. In 2021 it arrested the prime minister.", "The junta arrested the prime minister"),
    ("Trump spoke in Ohio. In 2018 he left the nuclear deal.", "Trump left the nuclear deal"),
    ("Ethiopia and Eritrea fought for years. The two sides signed a treaty in December 2000.", "Ethiopia and Eritrea signed a treaty"),
    ("A truce took effect in April. It lapsed in October 2022.", "The truce lapsed"),
    ("Argentine forces landed near Stanley. In 1982 they occupied South Georgia.", "Argentine forces occupied South Georgia"),
    ("The central bank is not free. In 2018 it cut its rate.", "The central bank cut its rate"),
    ("In 1948 the United Nations Security Council met. In 1949 it admitted Israel.", "United Nations Security Council admitted Israel"),
    (
        "Henry Kissinger was born in Bavaria. He left office in 1977, when Jimmy Carter came. In 1982 he founded a firm.",
        "Henry Kissinger founded a firm",
    ),
    ("Soldiers announced in 2010 that they had seized power.", "Soldiers announced they had seized power"),
]


def titles(text: str) -> list[str]:
    return list(dict.fromkeys(event.title for event in read(Article(text, published=PUBLISHED)).events))


@pytest.mark.parametrize(("sentence", "wanted"), TITLES)
def test_a_title_is_a_clause_without_time_attribution_and_asides(sentence: str, wanted: list[str]) -> None:
    assert titles(sentence) == wanted


@pytest.mark.parametrize(("text", "wanted"), REFERENCES)
def test_pronouns_and_descriptions_are_replaced_by_whom_they_mean(text: str, wanted: str) -> None:
    assert titles(text)[-1] == wanted


def test_a_pronoun_that_may_mean_two_persons_is_left() -> None:
    assert titles("A meeting of Merkel with Putin and Macron was short. In 2015 he resigned.")[-1] == "He resigned"


def test_a_long_title_is_shortened_before_a_name_and_not_in_the_air() -> None:
    title = shorten("The ministers of foreign affairs of eleven states of the region agreed on Thursday to meet again in the capital of")
    assert len(title) <= LONGEST
    assert title.split()[-1] not in ("of", "the", "in", "to")


def test_titles_are_never_longer_than_ninety_characters() -> None:
    text = (
        "The supreme council of the transitional authorities of the eastern provinces signed a comprehensive agreement with the "
        "representatives of the northern liberation movements on the withdrawal of all foreign armed forces in March 2015."
    )
    assert all(0 < len(title) <= LONGEST for title in titles(text))
