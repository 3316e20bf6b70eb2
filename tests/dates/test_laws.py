"""Laws of dates: offsets move with what stands before them, spans survive EDTF, and how single expressions behave beside others."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import DateSpan, Grain, tag
from timeline.dates.grain import next_unit
from timeline.errors import BadDate, UnknownLanguage

PUBLISHED = dt.date(2024, 2, 14)
PIECES = st.sampled_from(
    "in on by since until from to between and early mid late the a of last next this that year month week two 3 24 1999 2022 31 "
    "February March May Friday today yesterday ago later before after century 18th 1990s 9/11 3/4/2014 2024-02-30 noon 9 a.m. "
    ". , ; \n \n\n – - ' ( ) Trump's first term World War II nearly three-year conflict 44 BC 9999 0001 ".split(" ")
)
PROSE = st.lists(PIECES, max_size=40).map(" ".join)
DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))


@settings(max_examples=150, deadline=None)
@given(PROSE)
def test_a_paragraph_in_front_moves_offsets_by_its_length(text):
    prefix = "Nothing stands here.\n\n"
    plain, moved = (tag(words, PUBLISHED, narrative=False) for words in (text, prefix + text))
    assert [(t.start + len(prefix), t.value, t.when) for t in plain] == [(t.start, t.value, t.when) for t in moved]


@settings(max_examples=200, deadline=None)
@given(PROSE)
def test_without_a_day_of_publication_nothing_counts_from_one(text):
    assert all(
        t.when is None or t.certainty != "relative" for t in tag(text, None, narrative=False) if t.rule in ("en/today", "en/weekday")
    )


@given(DAYS, st.sampled_from(list(Grain)), st.booleans())
def test_a_unit_survives_edtf(day, grain, approximate):
    start = DateSpan.from_edtf(DateSpan(day, None, Grain.day).edtf).start
    assert start == day
    try:
        from timeline.dates.resolver import unit_of

        span = unit_of(day, grain)
    except (OverflowError, ValueError):
        return
    if span.stop is None:
        return
    span = DateSpan(span.start, span.stop, grain, approximate)
    back = DateSpan.from_edtf(span.edtf)
    assert (back.start, back.stop, back.approximate) == (span.start, span.stop, span.approximate)


@pytest.mark.parametrize("text", ["", "2014-13", "yesterday", "../..", "2014-02-30", "20", "1999-3-24", "２０１４"])
def test_what_is_no_edtf_is_refused_with_a_sentence(text):
    with pytest.raises(BadDate, match="Write|no end"):
        DateSpan.from_edtf(text)


def test_the_day_after_the_last_has_no_date():
    assert next_unit(dt.date(9999, 12, 31), Grain.day) is None
    assert DateSpan.from_edtf("9999-12-31/..").stop is None


def test_an_unknown_language_is_named_with_those_there_are():
    with pytest.raises(UnknownLanguage, match="'xx'; have: en"):
        tag("", language="xx")


@pytest.mark.parametrize("text", ["In 31 February 2020 it began.", "Signed 30 February 2019."])
def test_a_day_that_does_not_exist_is_undated_and_says_so(text):
    (timex,) = tag(text, PUBLISHED)
    assert timex.when is None
    assert "is not a day of the calendar" in timex.reason


@pytest.mark.parametrize(("text", "value"), [("They fled in 480 BC.", "BC0480"), ("The 4th century BC was calm.", "BC03")])
def test_years_before_our_era_are_named_but_have_no_date(text, value):
    (timex,) = tag(text, PUBLISHED)
    assert (timex.value, timex.when) == (value, None)
    assert "before the year 1" in timex.reason


def test_an_ambiguous_numeric_date_shows_both_days():
    (timex,) = tag("Signed on 3/4/2014.", PUBLISHED)
    assert [span.edtf for span in timex.readings] == ["2014-03-04", "2014-04-03"]
    assert timex.certainty == "ambiguous"


def test_one_clear_numeric_date_settles_the_order_of_the_others():
    first, second = tag("Signed on 3/4/2014 and ended on 24/02/2022.", PUBLISHED)
    assert (first.when.edtf, second.when.edtf) == ("2014-04-03", "2022-02-24")


@pytest.mark.parametrize(
    ("text", "expression", "edtf"),
    [
        ("NATO invoked it on the day after 9/11.", "the day after 9/11", "2001-09-12"),
        ("He fled two days before Christmas 2021.", "two days before Christmas 2021", "2021-12-23"),
        ("He fled three weeks after 3 May 2019.", "three weeks after 3 May 2019", "2019-05-20/2019-05-26"),
        ("He fled the week before Friday.", "the week before Friday", "2024-01-29/2024-02-04"),
    ],
)
def test_a_length_before_or_after_a_day_is_one_expression(text, expression, edtf):
    (timex,) = tag(text, PUBLISHED)
    assert (timex.text, timex.when.edtf) == (expression, edtf)


def test_last_summer_counts_from_publication_beside_an_older_year():
    *_, timex = tag("It had five coups: in 1974, 1996, 1999 and last summer.", PUBLISHED)
    assert timex.value == "2023-SU"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It peaked in October 2021 and fell in September.", "2023-09"),
        ("It peaked in May 2021 and fell in September.", "2021-09"),
        ("In 2008 it fell after the bank collapsed in September.", "2008-09"),
    ],
)
def test_a_month_beside_an_older_date_takes_its_year_unless_it_looks_back(text, value):
    *_, timex = tag(text, PUBLISHED, narrative=False)
    assert timex.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A treaty was signed in 1866. A second treaty followed in 1874. Four years later, the king raised the tax.", "1878"),
        ("The war began in 1879. It lasted until 1883, when the treaty was signed on October 20.", "1883-10-20"),
        ("The front moved in May 1880. By 1879 the plains had been lost. In August of that year the king fled.", "1879-08"),
        ("The force landed on 3 May 1880. Raids rose, against ten in 1878 and six in the previous year.", "1877"),
    ],
)
def test_a_history_counts_from_the_date_just_told(text, value):
    *_, timex = tag(text, PUBLISHED, narrative=True)
    assert timex.value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "The port fell in May 1880. Its file, opened in 1931, says little. On 9 June the fort fell too. In July 1880 it ended.",
            "1880-06-09",
        ),
        (
            "The port fell in May 1880. A ship was built for the 1881 campaign. On 9 June the fort fell. In July 1880 it ended.",
            "1880-06-09",
        ),
        ("The port fell in May 1880. The ship (sunk on 7 May 1899) was there. On 9 June the fort fell.", "1880-06-09"),
        ("The port fell in March 1880. By December the army had grown. In May a fort was built. In late 1880 it burned.", "1880-05"),
        ("The port fell in October 1880. In February the fort fell. In June 1881 the war ended.", "1881-02"),
        ("The treaty was signed on 5 March 1802. In 1797 he had been there. In May he came again.", "1802-05"),
        ("He died on 3 March 1930. He went to school in 1886. In October he moved. In 1888 he married.", "1886-10"),
        ("On 7 December 1880 they met for the 1880 talks. In January they met again.", "1881-01"),
    ],
)
def test_a_stray_year_does_not_capture_what_follows_in_a_history(text, value):
    values = [timex.value for timex in tag(text, PUBLISHED, narrative=True)]
    assert value in values, values


def test_a_history_goes_on_counting_before_our_era():
    text = (
        "In 480 BC the fleet sailed. The following year it won. That winter it was lost. "
        "In June 475 BC it came back, a power since 490 BC. Two years later it sank."
    )
    timexes = tag(text, PUBLISHED, narrative=True)
    assert [t.value for t in timexes] == ["BC0480", "BC0479", "BC0479-WI", "BC0475-06", "BC0490", "BC0473"]
    assert all(t.when is None and "before the year 1" in t.reason for t in timexes)


def test_former_at_that_time_and_by_night_are_expressions_of_histories_alone():
    text = "In 1880 the former king fled at night. At that time he was old."
    told, reported = ([t.text for t in tag(text, PUBLISHED, narrative=narrative)] for narrative in (True, False))
    assert told == ["1880", "former", "night", "that time"]
    assert reported == ["1880"]


def test_today_is_the_readers_age_in_a_history():
    *_, timex = tag("The fort fell in 1880. Few see it today.", PUBLISHED, narrative=True)
    assert (timex.value, timex.when) == ("PRESENT_REF", None)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on 12 Jan., 15 Feb. and 3 Mar. 2022.", ["2022-01-12", "2022-02-15", "2022-03-03"]),
        ("They met in January, March and June 2021.", ["2021-01", "2021-03", "2021-06"]),
        ("The siege (26 June - 4 August 2019) was long.", ["2019-06-26", "2019-08-04"]),
        ("It rained from October to March 2019.", ["2018-10", "2019-03"]),
    ],
)
def test_the_year_at_the_end_of_a_list_or_range_is_that_of_all(text, values):
    assert [timex.value for timex in tag(text, PUBLISHED)] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Heavy rains usually cut the road in June.", "XXXX-06"),
        ("The pass is closed from November to March.", "XXXX-11"),
        ("Roads can be icy in the winter.", "XXXX-WI"),
        ("The market is usually shut on Thursday.", "XXXX-WXX-4"),
        ("The pass was closed from May to July.", "2023-05"),
        ("The talks will be held between May and June.", "2024-05"),
        ("A deal on the pass is due in the summer.", "2024-SU"),
    ],
)
def test_what_comes_every_year_has_no_date(text, value):
    timex, *_ = tag(text, PUBLISHED)
    assert timex.value == value
    assert (timex.when is None) == value.startswith("XXXX")


def test_the_second_of_two_weekdays_follows_the_first():
    first, second = tag("A strike, called for Thursday and Friday, is expected.", dt.date(2025, 3, 13))
    assert (first.value, second.value) == ("2025-03-13", "2025-03-14")


def test_news_with_many_old_years_still_counts_from_publication():
    text = (
        "Prices rose in December, the office said on Friday. The bank raised its rate last week. "
        "The lira fell in 2001, 2002, 2005, 2008, 2016 and 2018. Local elections are on 31 March."
    )
    values = {timex.text: timex.value for timex in tag(text, PUBLISHED)}
    assert (values["December"], values["Friday"], values["last week"], values["31 March"]) == (
        "2023-12",
        "2024-02-09",
        "2024-W06",
        "2024-03-31",
    )


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("They fought for nearly two years.", "LESS_THAN"),
        ("They may stay for up to two years.", "EQUAL_OR_LESS"),
        ("They fought for more than two years.", "MORE_THAN"),
        ("They must stay for at least two years.", "EQUAL_OR_MORE"),
        ("It began in early 2021.", "START"),
        ("It began in mid-2021.", "MID"),
        ("It ended late in 2021.", "END"),
        ("It ended around March 2021.", "APPROX"),
        ("It was signed earlier this year.", "BEFORE"),
        ("It will be signed later this year.", "AFTER"),
        ("It ended in 2021.", ""),
    ],
)
def test_words_in_front_set_the_mod_of_timex3(text: str, mod: str) -> None:
    assert [t.mod for t in tag(text, dt.date(2024, 2, 14))] == [mod]


_OLD = "In 1929, 1959, 1988, 1999, 2010, 2011, 2013 and 2015 treaties were signed, and in 1990, 1991, 1992, 1993 and 1994 broken. "


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam was opened on 9 January. " + _OLD + "Talks are promised for early next year.", "2025"),
        (_OLD + "The troops are to stay until 2029. Talks are promised for early next year.", "2025"),
        (_OLD + "In 1995 a dam was built. Talks came in early next year.", "1996"),
    ],
)
def test_a_report_on_old_times_counts_from_its_publication(text, value):
    assert tag(text, PUBLISHED)[-1].value == value


def test_until_behind_on_a_day_tells_how_long_a_thing_holds_and_makes_no_range():
    first, last = tag("It was renewed on 30 January until 31 January 2025.", PUBLISHED)
    assert (first.when.edtf, last.when.edtf) == ("2024-01-30", "../2025-01-31")
