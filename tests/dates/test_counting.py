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
