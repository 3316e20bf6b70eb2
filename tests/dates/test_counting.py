"""What a date counts from in a longer text: the year a report looks back on, an event before it, the day of publication."""

import datetime as dt

import pytest

from timeline import tag

PUBLISHED = dt.date(2019, 9, 7)
# Years enough, most of them old, for the text to look back.
LIFE = "He died on Friday. He was born in 1924. He married in 1961. He was jailed in 1964. He was freed in 1974. He won in 1980.\n\n"


def days(text: str, published: dt.date = PUBLISHED) -> dict[str, str | None]:
    return {t.text: t.when and t.when.edtf for t in tag(text, published)}


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("On 29 March 2008 he was beaten. The run-off was held in June.", "June", "2008-06"),
        ("On 6 November 2017 he fell ill. He resigned on 21 November.", "21 November", "2017-11-21"),
        ("On 16 October 1975 the court ruled.\n\nUnder a pact signed on 14 November it left.", "14 November", "1975-11-14"),
        ("On 29 March 2008 he was beaten.\n\nHe died in August.", "August", "2019-08"),
        ("On 29 March 2008 he was beaten. The vote will be held in October.", "October", "2019-10"),
        ("He died on Friday. He fell ill in June.", "June", "2019-06"),
        ('"If today you are a friend," he said in 1980. It came on 17 April that year.', "17 April that year", "1980-04-17"),
    ],
)
def test_a_report_that_looks_back_goes_on_about_an_old_month_in_its_paragraph(text: str, words: str, when: str) -> None:
    assert days(LIFE + text)[words] == when


def test_a_report_with_words_that_count_from_today_is_no_history() -> None:
    text = LIFE + "It came out in March 2012. Smara was hit in late October last year. The talks failed on 30 July. They meet next week."
    found = days(text)
    assert found["late October last year"] == "2018-10-21~/2018-10-31~"
    assert found["30 July"] == "2019-07-30"
    assert found["next week"] == "2019-09-09/2019-09-15"


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("It opened on 1 August 1975; on the 8th their aircraft struck.", "the 8th", "1975-08-08"),
        ("The party of 1985 lost 3,000 members over the following decade.", "the following decade", "1985~/1995~"),
        ("Bombs went off on one Friday evening.", "Friday evening", None),
        ("Bombs went off on one Friday.", "Friday", None),
        ("She fixed a hearing for 23 December.", "23 December", "2019-12-23"),
        ("The court set a new date for 4 March.", "4 March", "2020-03-04"),
        ("The house had been due to sit on Monday.", "Monday", "2019-09-02"),
        ("The accord was signed on 5 March 2002. They quit the following January.", "the following January", "2003-01"),
        ("The accord was signed on 5 March 2002. They quit the following June.", "the following June", "2002-06"),
        ("The jet was shot down on 6 April 1994. Within hours the killing began.", "Within hours", "1994-04-06~"),
    ],
)
def test_what_a_date_counts_from(text: str, words: str, when: str) -> None:
    assert days(text)[words] == when


REMOVED = "Congress removed the president on 9 November 2020. "


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        (REMOVED + "A rival took office the next day and resigned on 15 November.", "15 November", "2020-11-15"),
        (REMOVED + "It fell the next day and left on 15 November. He came two days later.", "two days later", "2020-11-17"),
        (REMOVED + "A rival resigned on 15 November.", "15 November", "2020-11-15"),
        (REMOVED + "A rival resigned on 15 November. Her heir was sworn in on 17 November.", "17 November", "2020-11-17"),
        (REMOVED + "A rival was arrested the same day and released on 3 January.", "3 January", "2021-01-03"),
        ("He was held on 20 December 2019 and freed on 5 January.", "5 January", "2020-01-05"),
        ("Protests began in October 2019. He resigned on 10 November.", "10 November", "2019-11-10"),
        (
            "It was seized on 26 July 1956. They met on 16 August.\n\nTroops landed on 29 October, three weeks before the Six-Day War.",
            "29 October",
            "1956-10-29",
        ),
        ("In October 2019 protests began. In November he resigned.", "November", "2019-11"),
        ("The accord was signed on 9 November 2020. It was ratified the following day and took effect in December.", "December", "2020-12"),
    ],
)
def test_a_story_of_an_old_year_goes_on_in_that_year(text: str, words: str, when: str) -> None:
    assert days(text, dt.date(2024, 1, 10))[words] == when


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        # What a report tells of now, after a sentence of background.
        (REMOVED + "Her successor resigned on Tuesday.", "Tuesday", "2024-01-09"),
        (REMOVED + "Her successor resigned on 5 January.", "5 January", "2024-01-05"),
        (REMOVED + "Congress will vote on 15 January.", "15 January", "2024-01-15"),
        (REMOVED + "The trial will begin on 20 November.", "20 November", "2024-11-20"),
        ("Her trial began on Monday. She had been removed on 9 November 2020. He quit on 27 November.", "27 November", "2023-11-27"),
        ("Talks resumed on Monday. The accord was signed on 9 March 2015. The army fled on 15 December.", "15 December", "2023-12-15"),
        ("Talks resumed on Monday. The accord of October 2015 fell apart. Fighting began in November.", "November", "2023-11"),
        (REMOVED + "\n\nHer successor was charged on 20 December.", "20 December", "2023-12-20"),
    ],
)
def test_a_report_counts_from_its_own_day_after_some_background(text: str, words: str, when: str) -> None:
    assert days(text, dt.date(2024, 1, 10))[words] == when


LINES = """\
• 4 January 2023: The minister unveils a plan.
• 7 January: The first of the Saturday night protests is held.
• 26 March: Unions call a strike, and the bill is shelved on the 27th.
• 12 December: The judges meet.
• 10 February: The judges rule.
• 1 May 2024: The law falls.

Talks went on. On 2 June they failed.
"""


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("7 January", "2023-01-07"),
        ("Saturday night", "2023-01-07"),
        ("26 March", "2023-03-26"),
        ("the 27th", "2023-03-27"),
        ("12 December", "2023-12-12"),
        ("10 February", "2024-02-10"),
        ("2 June", "2025-06-02"),
    ],
)
def test_a_line_of_a_chronology_takes_its_year_from_the_lines_before(words: str, when: str) -> None:
    found = days(LINES, dt.date(2025, 6, 20))
    assert next(day for text, day in found.items() if words in text) == when


def test_a_chronology_that_runs_backwards_stays_in_its_year() -> None:
    found = days("3 May 2019 – It fell.\n2 April – It shook.\n1 March – It stood.\n5 June 2018 – It was built.", dt.date(2024, 1, 10))
    assert found["2 April"] == "2019-04-02"
    assert found["1 March"] == "2019-03-01"
