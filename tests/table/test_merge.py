"""Rows that tell one event come together, look-alikes stay apart, and nothing is lost on the way."""

import datetime as dt
import json
import random
import time
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.article import Article
from timeline.dates.datespan import DateSpan
from timeline.drawing.export import from_csv, from_json, to_csv, to_json
from timeline.errors import TimelineError
from timeline.events.reader import read
from timeline.table.columns import check, empty, typed
from timeline.table.merge import also_told, mentions, merge, split
from timeline.table.telling import agents_of

DAYS = [f"2024-04-{day:02}" for day in (1, 2, 3, 9, 13, 19, 20)]


def row(article: str, edtf: str, title: str, kind: str = "attack", actors: str = "", places: str = "", **more: Any) -> dict[str, Any]:
    """The cells of one row as an article gives it."""
    when = DateSpan.from_edtf(edtf)
    return {
        "event_id": f"{article}-{edtf}-{title[:30]}", "start": when.start, "stop": when.stop, "grain": str(when.grain), "edtf": edtf,
        "approximate": when.approximate, "implied": "", "certainty": "stated", "title": title, "kind": kind, "actors": actors,
        "places": places, "status": "happened", "score": 0.8, "expression": edtf, "sentence": f"{title}, {edtf}.", "rule": "en/iso",
        "char_start": 10, "char_stop": 20, "trigger_start": 4, "trigger_stop": 8, "article_id": article, "source": f"{article}.txt",
        "url": "", "published": dt.date(2025, 1, 1), "language": "en", "n_sources": 1, "conflict": False, "mentions": "[]", **more,
    }  # fmt: skip


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    """Rows as a table, as they come."""
    return typed({name: [cells[name] for cells in rows] for name in empty().columns})


STRIKE = row("a", "2024-04-19", "Israel struck an air base near Isfahan", actors="Israel", places="Isfahan")

ONE = {
    "a day in its month": row("b", "2024-04", "Israeli jets hit a radar near Isfahan", actors="Israel; Iran", places="Isfahan"),
    "the same in other words": row("b", "2024-04-19", "Israeli jets bombed the base", actors="Israel; Iran", places="Iran"),
    "a kind that another reporter gives it": row("b", "2024-04-19", "Israel attacked the air base", "conflict", "Israel", "Isfahan"),
    "alleged elsewhere": row("b", "2024-04-19", "Israel bombed an air base in Iran", actors="Israel", places="Iran", status="alleged"),
}
APART = {
    "roles reversed": row("b", "2024-04-19", "Iran struck an air base", actors="Iran", places="Israel"),
    "roles reversed, in the same words": row("b", "2024-04-19", "Iran struck an air base near Isfahan", actors="Iran; Israel"),
    "a day later": row("b", "2024-04-20", "Israel struck an air base near Isfahan", actors="Israel", places="Isfahan"),
    "another town": row("b", "2024-04-19", "Israel struck an air base near Damascus", actors="Israel", places="Damascus"),
    "another actor": row("b", "2024-04-19", "France struck an air base near Gao", actors="France", places="Mali"),
    "spoken of on that day": row("b", "2024-04-19", "Iran condemned the strike near Isfahan", "statement", "Iran; Israel", "Isfahan"),
    "denied": row("b", "2024-04-19", "Israel struck an air base near Isfahan", actors="Israel", places="Isfahan", status="negated"),
    "the same words without a name": row("b", "2024-04-19", "jets struck an air base"),
    "another month": row("b", "2024-05", "Israel struck an air base near Isfahan", actors="Israel", places="Isfahan"),
}


@pytest.mark.parametrize("other", ONE.values(), ids=ONE)
def test_what_tells_one_event_becomes_one_row(other: dict[str, Any]) -> None:
    frame = merge(table(STRIKE, other))
    assert len(frame) == 1
    assert (frame.n_sources[0], frame.edtf[0], frame.status[0], frame.conflict[0]) == (2, "2024-04-19", "happened", False)


@pytest.mark.parametrize("other", APART.values(), ids=APART)
def test_look_alikes_stay_apart(other: dict[str, Any]) -> None:
    assert len(merge(table(STRIKE, other))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The United States imposed sanctions on Venezuela", "The United States lifted sanctions on Venezuela"),
        ("Hungary's parliament approved the accord", "The accord with Hungary took effect"),
        ("Hungary signed the accord", "Hungary withdrew from the accord"),
        ("The first round of talks in Hungary", "The second round of talks in Hungary"),
    ],
)
def test_two_steps_of_one_story_stay_apart_also_on_one_day(one: str, other: str) -> None:
    rows = [row(article, "2024-04-19", title, "accord", "Hungary") for article, title in (("a", one), ("b", other))]
    assert len(merge(table(*rows))) == 2


def told(*sentences: str) -> pd.DataFrame:
    """Sentences of as many articles, read and merged."""
    from timeline.table.frame import to_frame

    return merge(to_frame(read(Article(sentence, published=dt.date(2026, 6, 1), source=f"{n}")) for n, sentence in enumerate(sentences)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran launched missiles at Israel on 1 October 2024.", "Israel was struck by Iranian missiles on 1 October 2024."),
        ("Iran struck Israel on 1 October 2024.", "Israel was struck by Iran on 1 October 2024."),
        ("Iran struck Israel on 1 October 2024.", "On 1 October 2024 Israel came under an Iranian missile attack."),
        ("The Taliban captured Kabul on 15 August 2021.", "Kabul fell to the Taliban on 15 August 2021."),
        ("The Taliban entered Kabul on 15 August 2021.", "In August 2021 Kabul was taken by the Taliban."),
        (
            "Voters in Greece rejected the bailout terms on 5 July 2015.",
            "Greeks rejected the bailout terms in a referendum on 5 July 2015.",
        ),
        (
            "Ariel Sharon visited the Temple Mount on 28 September 2000.",
            "On 28 September 2000 Sharon went to the Temple Mount in Jerusalem.",
        ),
        ("General Musharraf seized power in Pakistan on 12 October 1999.", "On 12 October 1999 Pakistan's army overthrew Nawaz Sharif."),
        (
            "Colombia and the FARC reached a peace deal on 24 August 2016.",
            "On 24 August 2016 talks with the FARC in Colombia ended in a deal.",
        ),
        ("India and Pakistan halted fighting on 10 May 2025.", "A ceasefire between India and Pakistan was declared on 10 May 2025."),
        ("Vladimir Putin ordered a partial mobilisation on 21 September 2022.", "Russia called up reservists on 21 September 2022."),
        ("The IMF granted Argentina a loan on 7 June 2018.", "On 7 June 2018 Argentina secured a loan from the IMF."),
        ("Iran vowed revenge on Israel on 2 April 2024.", "On 2 April 2024 Tehran threatened to retaliate against Israel."),
        ("Mass protests broke out in Iran on 16 September 2022.", "Iranians took to the streets on 16 September 2022."),
        ("Lehman Brothers filed for bankruptcy on 15 September 2008.", "On 15 September 2008 Lehman Brothers collapsed."),
        ("Emmanuel Macron apologised to Rwanda on 27 May 2021.", "On 27 May 2021 the French president asked Rwanda for forgiveness."),
        ("Yahya Jammeh left the Gambia on 21 January 2017.", "Yahya Jammeh of Gambia went into exile on 21 January 2017."),
    ],
)
def test_two_reporters_of_one_event_give_one_row(one: str, other: str) -> None:
    assert max(told(one, other).n_sources) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran launched missiles at Israel on 1 October 2024.", "Israel launched missiles at Iran on 1 October 2024."),
        ("Israel was hit by missiles on 1 October 2024.", "Israel hit Iran with missiles on 1 October 2024."),
        ("The Houthis attacked a tanker in the Red Sea on 12 January 2024.", "American jets attacked the Houthis on 12 January 2024."),
        ("China recognised Palestine on 20 November 1988.", "Palestine recognised China on 20 November 1988."),
        ("Zelensky met Macron in Paris on 7 June 2024.", "Zelensky met Biden in Paris on 7 June 2024."),
        ("Russia expelled ten British diplomats on 5 May 2020.", "Britain expelled ten Russian diplomats on 5 May 2020."),
        ("Thailand shelled Cambodia on 24 July 2025.", "Cambodia shelled Thailand on 24 July 2025."),
        ("The president of Peru was impeached on 9 November 2020.", "Peru's interim president resigned on 15 November 2020."),
        ("The United States imposed tariffs on Mexico on 4 March 2025.", "The United States imposed tariffs on Canada on 4 March 2025."),
        (
            "The United States deployed troops in Poland on 3 February 2022.",
            "The United States deployed troops in Romania on 3 February 2022.",
        ),
        ("Egypt and Sudan signed a water accord on 3 May 2019.", "Chad and Sudan signed a water accord on 3 May 2019."),
        ("Germany called an election on 6 May 2025.", "Germany voted on 6 May 2025."),
        ("Putin called Xi on 8 May 2025.", "Putin met Xi on 8 May 2025."),
        ("Imran Khan was arrested on 5 August 2023.", "Imran Khan was convicted on 5 August 2023."),
        ("Bolsonaro was charged in Brazil on 18 February 2025.", "Bolsonaro was convicted in Brazil on 18 February 2025."),
    ],
)
def test_who_acts_and_with_whom_keeps_events_apart(one: str, other: str) -> None:
    assert set(told(one, other).n_sources) == {1}


def test_last_week_is_a_time_in_which_an_event_lies_and_no_length_of_it() -> None:
    def article(text: str, day: dt.date) -> Any:
        return read(Article(text, published=day, source=text[:12]))

    from timeline.table.frame import to_frame

    rough = article("Gotabaya Rajapaksa fled to the Maldives last week.", dt.date(2022, 7, 21))
    exact = article("On 13 July 2022 Gotabaya Rajapaksa escaped to the Maldives.", dt.date(2023, 3, 1))
    frame = merge(to_frame([rough, exact]))
    assert (len(frame), frame.edtf[0]) == (1, "2022-07-13")


def test_an_article_that_tells_an_accord_again_has_one_row_and_two_deeds_of_one_day_have_two() -> None:
    assert (
        len(told("Iran and Saudi Arabia agreed on 10 March 2023 to restore relations. The accord was signed in Beijing on 10 March 2023."))
        == 1
    )
    assert len(told("Rebels captured Damascus on 8 December 2024. On 8 December 2024 rebels toppled Bashar al-Assad.")) == 2


def test_who_acts_is_told_by_the_mention_and_survives_a_merge_a_split_and_a_file() -> None:
    frame = told("Israel was struck by Iran on 1 October 2024.", "Iran struck Israel on 1 October 2024.", "It rained in Oslo in 1999.")
    agents = [each["agents"] for text in frame.mentions for each in json.loads(text) if "Israel" in each["actors"]]
    assert agents == ["Iran", "Iran"]
    back = split(from_csv(to_csv(frame)), frame.event_id[frame.n_sources == 2].item())
    assert [each["agents"] for text in back.mentions for each in json.loads(text) if "Israel" in each["actors"]] == agents


def test_where_somebody_has_corrected_the_actors_the_first_of_them_acts() -> None:
    assert agents_of({"title": "It struck", "agents": "Iran"}, ("Israel", "Syria")) == {"Israel"}
    assert agents_of({"title": "It was struck", "agents": ""}, ("Israel",)) == set()
    assert agents_of({"title": "It struck", "mentions": '[{"agents": "Syria; Iran"}]'}, ("Israel", "Syria")) == {"Syria"}


def test_a_name_is_whole() -> None:
    frame = table(
        row("a", "2012-04-23", "South Sudan shelled a bridge", actors="South Sudan"),
        row("b", "2012-04-23", "Sudan shelled a bridge", actors="Sudan"),
    )
    assert len(merge(frame)) == 2


def test_a_coarse_date_that_fits_two_events_as_well_joins_neither() -> None:
    rows = [row("a", f"2024-04-{day}", "Israel struck Rafah", actors="Israel", places="Rafah") for day in (19, 25)]
    frame = merge(table(*rows, row("b", "2024-04", "Israel struck Rafah", actors="Israel", places="Rafah")))
    assert list(frame.n_sources) == [1, 1, 1]


def test_what_one_article_tells_as_two_events_no_other_article_unites() -> None:
    rows = [
        row("a", "2024-04-19", title, "diplomacy", "Kenya; Sudan", "Nairobi") for title in ("Kenya and Sudan met", "Kenya invited Sudan")
    ]
    frame = merge(table(*rows, row("b", "2024-04-19", "Kenya and Sudan held talks, and Kenya invited Sudan", "diplomacy", "Kenya; Sudan")))
    assert sorted(frame.n_sources) == [1, 2]


def test_the_finest_date_wins_and_its_row_speaks_with_the_best_title() -> None:
    fine = STRIKE | {"title": "Its jets struck an air base near Isfahan", "actors": "", "score": 0.6}
    coarse = ONE["a day in its month"]
    (found,) = merge(table(coarse, fine)).itertuples()
    assert (found.edtf, found.sentence, found.article_id) == ("2024-04-19", fine["sentence"], "a")
    assert (found.title, found.actors) == (coarse["title"], "Israel; Iran")


def test_a_date_that_more_articles_give_wins_and_the_other_is_a_conflict_with_both_quotes() -> None:
    said = [("a", "2023-04-04"), ("b", "2023-04-04"), ("c", "2023-04-05")]
    frame = merge(table(*(row(article, day, "Finland joined NATO as its 31st member", "accord", "Finland; NATO") for article, day in said)))
    assert (len(frame), frame.edtf[0], frame.conflict[0], frame.n_sources[0]) == (1, "2023-04-04", True, 3)
    told = mentions(frame)
    assert dict(zip(told.source, told.agrees, strict=True)) == {"a.txt": True, "b.txt": True, "c.txt": False}
    assert set(told.sentence) == {f"Finland joined NATO as its 31st member, 2023-04-0{day}." for day in (4, 5)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Egypt and Sudan signed a water accord in Cairo on 3 March.", "Sudan and Egypt signed a water accord in Cairo on 4 March 2026."),
        ("Egypt signed a water accord with Sudan on 3 March 2021.", "Sudan and Egypt signed a water accord on 4 March 2021."),
        ("Iran and Iraq reached a ceasefire on 12 March 2021.", "Iraq and Iran agreed to a truce on 13 March 2021."),
        ("President Ada Morel resigned on 12 March 2021.", "Ada Morel resigned on 13 March 2021."),
        ("Malian Prime Minister Paul Diallo quit on 12 March 2021.", "Paul Diallo resigned as prime minister of Mali on 13 March 2021."),
        ("Macron was sworn in as president of France on 13 May 2017.", "Emmanuel Macron was sworn in as president on 14 May 2017."),
        ("Finland joined NATO on 4 April 2021.", "On 5 April 2021 Finland became a member of NATO."),
        (
            "The army overthrew President Alpha Condé of Guinea on 5 September 2021.",
            "Guinea's army overthrew President Alpha Condé on 6 September 2021.",
        ),
        ("An earthquake killed 3,000 people in Nepal on 3 March 2021.", "An earthquake in Nepal killed 3,000 people on 4 March 2021."),
        ("Queen Elizabeth II of Britain died on 8 September 2022.", "Elizabeth II died on 9 September 2022."),
    ],
)
def test_what_happens_once_and_is_told_with_two_days_is_one_row_whose_dates_disagree(one: str, other: str) -> None:
    (found,) = told(one, other).itertuples()
    assert found.conflict and found.n_sources == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A bomb killed five people in Baghdad on 12 March 2021.", "A bomb killed five people in Baghdad on 13 March 2021."),
        ("Macron met Putin in Moscow on 7 February 2021.", "Putin met Macron in Moscow on 8 February 2021."),
        ("Egypt and Sudan signed a water accord on 3 March 2021.", "Egypt and Sudan signed a trade accord on 4 March 2021."),
        ("Egypt and Sudan signed a water accord on 3 March 2021.", "Egypt and Ethiopia signed a water accord on 4 March 2021."),
        ("Israel and Hamas agreed to extend a truce on 3 March 2021.", "Hamas and Israel agreed to extend the truce on 5 March 2021."),
        ("President Ada Morel resigned on 12 March 2021.", "Prime Minister Paul Diallo resigned on 13 March 2021."),
        ("Ghana's finance minister resigned on 12 March 2021.", "Ghana's minister of finance resigned on 13 March 2021."),
        ("President Ada Morel appointed Paul Diallo on 12 March 2021.", "President Ada Morel appointed Jean Kone on 13 March 2021."),
        ("A 7.8 earthquake struck Nepal on 12 May 2021.", "A 5.2 earthquake struck Nepal on 13 May 2021."),
        ("Rebels captured Goma in Congo on 12 March 2021.", "Rebels captured Bukavu in Congo on 13 March 2021."),
    ],
)
def test_what_happens_again_or_to_others_on_the_next_day_is_two_rows(one: str, other: str) -> None:
    assert set(told(one, other).n_sources) == {1}


def test_what_was_put_off_by_a_day_is_no_conflict() -> None:
    rows = [
        row("a", "2024-04-19", "Kenya and Uganda will sign a pact", "accord", "Kenya; Uganda", status="planned"),
        row("b", "2024-04-20", "Uganda and Kenya signed a pact", "accord", "Uganda; Kenya"),
    ]
    assert len(merge(table(*rows))) == 2


def test_more_sources_are_worth_more_and_never_over_one() -> None:
    scores = [merge(table(*(STRIKE | {"event_id": f"{n}", "article_id": f"{n}"} for n in range(k)))).score[0] for k in (1, 2, 5, 60)]
    assert scores == sorted(set(scores)) and scores[0] == 0.8 and scores[-1] <= 1


def test_splitting_brings_back_the_rows_as_they_were() -> None:
    frame = merge(table(STRIKE, ONE["a day in its month"], APART["a day later"]))
    assert len(frame) == 2
    back = split(frame, STRIKE["event_id"])
    expected = table(STRIKE, ONE["a day in its month"], APART["a day later"])
    same = [name for name in empty().columns if name != "mentions"]
    assert back[same].to_dict("records") == expected.sort_values(["start", "stop"])[same].to_dict("records")


def test_an_event_that_one_article_tells_twice_can_be_split_into_its_mentions() -> None:
    from timeline.table.frame import extract

    frame = extract("A bomb killed two people in Minsk on 3 May 2001. Nobody forgot the bombing.", dt.date(2025, 1, 18))
    assert len(frame) == 1
    apart = split(frame, frame.event_id[0])
    assert len(apart) > 1 and set(apart.event_id) == set(mentions(frame).mention_id)
    pd.testing.assert_frame_equal(merge(apart), merge(merge(apart)))


@pytest.mark.parametrize("event_id", ["nobody", STRIKE["event_id"]])
def test_what_cannot_be_split_is_said(event_id: str) -> None:
    with pytest.raises(TimelineError, match="event"):
        split(table(STRIKE), event_id)


def test_the_other_sentences_of_an_event_are_told_once_with_whether_they_agree() -> None:
    copy = STRIKE | {"event_id": "again", "article_id": "b"}
    frame = merge(table(STRIKE, copy, copy | {"event_id": "twice"}, ONE["a day in its month"] | {"article_id": "c"}))
    (told,) = ([(m["article_id"], m["edtf"], m["agrees"]) for m in also_told(event)] for event in frame.to_dict("records"))
    assert told == [("b", "2024-04-19", True), ("c", "2024-04", True)]
    assert also_told(table(STRIKE).to_dict("records")[0]) == []


def test_an_empty_table_and_one_row_stay_as_they_are() -> None:
    pd.testing.assert_frame_equal(merge(empty()), empty())
    assert len(mentions(empty())) == 0
    pd.testing.assert_frame_equal(merge(table(STRIKE)), table(STRIKE))


def test_own_columns_stay_with_the_row_that_speaks() -> None:
    frame = table(STRIKE, ONE["a day in its month"], APART["a day later"])
    frame["x_note"] = ["first", "second", "third"]
    assert list(merge(frame).x_note) == ["first", "third"]


def test_a_corrected_row_keeps_its_correction() -> None:
    frame = table(STRIKE, APART["a day later"])
    frame.loc[0, "title"] = "A title of my own about Isfahan"
    assert "A title of my own about Isfahan" in set(merge(merge(frame)).title)


def test_tables_set_one_below_another_are_merged_and_a_row_in_both_counts_once() -> None:
    one, other = table(STRIKE, APART["a day later"]), table(STRIKE, ONE["a day in its month"])
    frame = merge(pd.concat([one, other]))
    assert sorted(frame.n_sources) == [1, 2]
    pd.testing.assert_frame_equal(merge(pd.concat([merge(other), one])), frame)


@pytest.mark.parametrize(("write", "read"), [(to_csv, from_csv), (to_json, from_json)], ids=["csv", "json"])
def test_a_merge_survives_a_file_and_can_still_be_split(write: Any, read: Any) -> None:
    frame = merge(table(STRIKE, *ONE.values(), *APART.values()))
    back = read(write(frame))
    pd.testing.assert_frame_equal(back, frame)
    pd.testing.assert_frame_equal(merge(back), frame)
    pd.testing.assert_frame_equal(split(back, STRIKE["event_id"]), split(frame, STRIKE["event_id"]))


ROWS = st.builds(
    row,
    st.sampled_from("abcdef"),
    st.sampled_from([*DAYS, "2024-04", "2024", "2024-04-01/2024-04-19", "2024-04/..", "../2024-04", "202X", "2024-04~"]),
    st.sampled_from(["Iran fired missiles at Israel", "Israel struck Iran", "The army attacked", "Talks ended in Geneva", "It began"]),
    st.sampled_from(["attack", "other", "diplomacy", "accord", "statement"]),
    st.sampled_from(["", "Iran", "Israel", "Iran; Israel", "Israel; Iran"]),
    st.sampled_from(["", "Isfahan", "Geneva", "Iran"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROWS, max_size=14, unique_by=lambda cells: cells["event_id"]), st.randoms(use_true_random=False))
def test_merging_is_done_once_in_any_order_and_loses_no_mention(rows: list[dict[str, Any]], chance: random.Random) -> None:
    frame = merge(table(*rows))
    check(frame)
    pd.testing.assert_frame_equal(merge(frame), frame)
    chance.shuffle(rows)
    pd.testing.assert_frame_equal(merge(table(*rows)), frame)
    assert sorted(mentions(frame).mention_id) == sorted(cells["event_id"] for cells in rows)
    for event in frame[frame.mentions.str.count('"row"') > 1].event_id:
        pd.testing.assert_frame_equal(merge(split(frame, event)), frame)


def many(count: int) -> pd.DataFrame:
    """Rows of many articles over ten years, a third of them told twice."""
    chance = random.Random(7)
    actors = ["Iran", "Israel", "France", "Mali", "Russia", "Ukraine", "Sudan", "Chad", "China", "Japan"]
    rows = []
    for n in range(count):
        one, other = chance.sample(actors, 2)
        day = dt.date(2015, 1, 1) + dt.timedelta(days=chance.randrange(3650))
        title = f"{one} {chance.choice(['struck', 'warned', 'met', 'sued'])} {other} over the {chance.choice(['port', 'river', 'mine'])}"
        cells = row(f"article {n // 15}", day.isoformat(), title, chance.choice(["attack", "accord"]), f"{one}; {other}", event_id=f"{n}")
        rows.append(cells)
        if n % 3 == 0:
            rows.append(cells | {"event_id": f"{n} again", "article_id": f"other {n // 15}"})
    return table(*rows)


def seconds(frame: pd.DataFrame) -> float:
    """The best of three merges, in seconds of one core."""
    took = []
    for _ in range(3):
        start = time.process_time()
        merge(frame)
        took.append(time.process_time() - start)
    return min(took)


def test_twenty_articles_take_no_time() -> None:
    frame = many(300)
    assert seconds(frame) < 0.25  # 0.04 on an idle core


def test_the_time_grows_with_the_rows_and_not_with_their_square() -> None:
    frame = many(8000)
    small, large = seconds(many(2000)), seconds(frame)
    assert large < 10 * small  # four times the rows; their square would be sixteen times
    assert len(merge(frame)) < len(frame) - 2000
