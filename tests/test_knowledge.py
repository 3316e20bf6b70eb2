"""The tables in data/ are whole, agree with each other, and say where a row is broken."""

import csv
import datetime as dt
import importlib.util
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from timeline import knowledge
from timeline.errors import TimelineError
from timeline.events.event import KINDS

DATA = Path(__file__).parent.parent / "data"
TABLES = ("actors", "leaders", "figures", "periods", "holidays", "places", "kinds")


def twice(things: list[str]) -> list[str]:
    """What stands more than once."""
    return sorted(thing for thing, count in Counter(things).items() if count > 1)


@pytest.mark.parametrize(
    ("table", "least"),
    [("actors", 700), ("leaders", 200), ("figures", 600), ("periods", 150), ("holidays", 1500), ("places", 1500), ("kinds", 20)],
)
def test_every_row_of_a_table_can_be_read(table: str, least: int) -> None:
    assert len(getattr(knowledge, table)()) >= least


@pytest.mark.parametrize("table", TABLES)
def test_a_table_is_read_once(table: str) -> None:
    assert getattr(knowledge, table)() is getattr(knowledge, table)()


@pytest.mark.parametrize("table", TABLES)
def test_cells_have_no_stray_blanks_or_empty_parts(table: str) -> None:
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        bad = [
            cell for row in csv.reader(file) for cell in row if cell != cell.strip() or "; ;" in cell or cell.endswith(";") or "  " in cell
        ]
    assert bad == []


@pytest.mark.parametrize("table", ["actors", "figures", "periods", "kinds"])
def test_names_are_unique(table: str) -> None:
    assert twice([row.name for row in getattr(knowledge, table)()]) == []


def test_a_place_stands_once_in_a_country() -> None:
    assert twice([f"{place.name}, {place.country}, {place.kind}" for place in knowledge.places()]) == []


# Actors


def test_no_two_actors_share_a_form_that_is_not_marked_doubtful() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for actor in knowledge.actors():
        capital = (actor.capital,) if actor.kind == "state" and actor.capital not in actor.doubtful else ()
        for form in (actor.name, *actor.aliases, *actor.demonyms, *actor.metonyms, *filter(None, capital)):
            owners[form].add(actor.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_a_doubtful_form_of_an_actor_is_not_also_a_sure_one() -> None:
    sure = {actor.name: {actor.name, *actor.aliases, *actor.demonyms, *actor.metonyms} for actor in knowledge.actors()}
    assert [form for actor in knowledge.actors() for form in actor.doubtful if form in sure[actor.name]] == []


def test_every_state_has_a_code_and_a_capital_that_is_a_place() -> None:
    forms = knowledge.place_forms()
    states = [actor for actor in knowledge.actors() if actor.kind == "state"]
    assert [actor.name for actor in states if len(actor.code) != 3 or actor.capital not in forms] == []
    assert len(states) >= 195


def test_capitals_lie_in_their_state() -> None:
    astray = [
        actor.name
        for actor in knowledge.actors()
        if actor.kind == "state" and all(place.country != actor.name for place in knowledge.place_forms()[actor.capital])
    ]
    assert astray == []


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("U.S.", "United States"), ("UK", "United Kingdom"), ("Britons", "United Kingdom"), ("Iranian", "Iran"),
        ("UAE", "United Arab Emirates"),
        ("Zaire", "Democratic Republic of the Congo"), ("USSR", "Soviet Union"), ("Nato", "NATO"), ("Daesh", "Islamic State"),
        ("IDF", "Israel Defense Forces"), ("U.N.", "United Nations"), ("PKK", "Kurdistan Workers' Party"), ("Poles", "Poland"),
    ],
)  # fmt: skip
def test_an_actor_is_found_by_any_of_its_forms(form: str, name: str) -> None:
    assert knowledge.actor_forms()[form].name == name


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Tehran", "Iran"),
        ("Kremlin", "Russia"),
        ("Foggy Bottom", "United States"),
        ("Downing Street", "United Kingdom"),
        ("Brussels", "European Union"),
    ],
)
def test_a_seat_of_power_stands_for_who_sits_there(form: str, name: str) -> None:
    assert knowledge.metonym_forms()[form].name == name


@pytest.mark.parametrize("form", ["who", "us", "WHO", "IS", "Congo", "Male"])
def test_forms_that_mean_many_things_are_not_taken_for_an_actor(form: str) -> None:
    assert form not in knowledge.actor_forms()


# Leaders


def test_terms_of_one_office_do_not_overlap() -> None:
    offices = defaultdict(list)
    for leader in knowledge.leaders():
        offices[leader.actor, leader.office].append(leader)
    overlaps = [
        f"{before.name} and {after.name}, {office} of {actor}"
        for (actor, office), terms in offices.items()
        for before, after in pairwise(sorted(terms, key=lambda leader: leader.start))
        if before.stop is None or before.stop > after.start
    ]
    assert overlaps == []


def test_terms_of_one_person_in_one_office_are_numbered_upwards() -> None:
    terms = defaultdict(list)
    for leader in sorted(knowledge.leaders(), key=lambda leader: leader.start):
        terms[leader.name, leader.actor, leader.office].append(leader.term)
    assert {key: numbers for key, numbers in terms.items() if numbers != sorted(set(numbers))} == {}


def test_all_rows_of_one_person_agree_about_aliases_and_pronoun() -> None:
    rows = defaultdict(set)
    for leader in knowledge.leaders():
        rows[leader.name].add((leader.pronoun, leader.aliases))
    assert sorted(name for name, found in rows.items() if len(found) > 1) == []


def test_leaders_lead_actors_that_are_in_the_table() -> None:
    names = {actor.name for actor in knowledge.actors()}
    assert sorted({leader.actor for leader in knowledge.leaders()} - names) == []


def test_at_least_150_leaders_of_at_least_60_states_and_bodies_since_1945() -> None:
    since = [leader for leader in knowledge.leaders() if leader.stop is None or leader.stop > dt.date(1945, 9, 2)]
    assert len({leader.actor for leader in since}) >= 60
    assert len({leader.name for leader in since}) >= 150


def test_most_terms_were_compared_with_a_reference() -> None:
    leaders = knowledge.leaders()
    assert sum(leader.check != "recalled" for leader in leaders) > 2 / 3 * len(leaders)


@pytest.mark.parametrize("table", ["leaders", "periods"])
def test_a_check_names_a_reference_or_says_recalled_and_nothing_between(table: str) -> None:
    checks = {row.check for row in getattr(knowledge, table)()}
    assert [check for check in sorted(checks) if check != "recalled" and (len(check) < 8 or "recall" in check.lower())] == []


def test_a_form_shared_by_two_leaders_is_shared_by_holders_of_one_office() -> None:
    shared = {form: rows for form, rows in knowledge.leader_forms().items() if len({row.name for row in rows}) > 1}
    assert [form for form, rows in shared.items() if len({(row.actor, row.office) for row in rows}) > 1] == []


@pytest.mark.parametrize(
    ("form", "office", "term", "start", "stop"),
    [
        ("Trump", "president", 1, dt.date(2017, 1, 20), dt.date(2021, 1, 20)),
        ("Trump", "president", 2, dt.date(2025, 1, 20), None),
        ("Thatcher", "prime minister", 1, dt.date(1979, 5, 4), dt.date(1990, 11, 28)),
        ("Gorbachev", "leader", 1, dt.date(1985, 3, 11), dt.date(1991, 12, 25)),
        ("Zelensky", "president", 1, dt.date(2019, 5, 20), None),
        ("Khomeini", "supreme leader", 1, dt.date(1979, 12, 3), dt.date(1989, 6, 3)),
    ],
)
def test_a_leader_is_found_with_the_days_of_the_term(form: str, office: str, term: int, start: dt.date, stop: dt.date | None) -> None:
    found = [leader for leader in knowledge.leader_forms()[form] if (leader.office, leader.term) == (office, term)]
    assert [(leader.start, leader.stop, leader.grain) for leader in found] == [(start, stop, "day")]


def test_terms_under_one_name_stand_in_order_of_time() -> None:
    starts = [leader.start for leader in knowledge.leader_forms()["Putin"]]
    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "form", ["May", "Major", "Brown", "Ford", "Park", "Moon", "Store", "Rice", "Key", "Kim", "Lee", "Johnson", "Khan", "Singh", "Franco"]
)
def test_a_surname_that_is_an_ordinary_word_is_no_alias(form: str) -> None:
    assert form not in knowledge.leader_forms()


# Figures


def test_figures_act_for_actors_that_are_in_the_table_or_for_nobody() -> None:
    names = {actor.name for actor in knowledge.actors()} | {""}
    assert sorted({figure.actor for figure in knowledge.figures()} - names) == []


def test_no_form_of_a_figure_is_that_of_another_or_of_a_leader_or_an_actor() -> None:
    forms = [form for figure in knowledge.figures() for form in (figure.name, *figure.aliases)]
    assert twice(forms) == []
    assert [form for form in forms if form in knowledge.leader_forms() or form in knowledge.actor_forms()] == []


def test_a_surname_that_is_also_a_place_is_no_alias_of_a_figure() -> None:
    assert [form for form in knowledge.figure_forms() if " " not in form and form in knowledge.place_forms()] == []


@pytest.mark.parametrize(
    ("form", "name", "actor"),
    [
        ("Hemedti", "Mohamed Hamdan Dagalo", "Rapid Support Forces"),
        ("Karadzic", "Radovan Karadzic", "Bosnian Serbs"),
        ("Prigozhin", "Yevgeny Prigozhin", "Wagner Group"),
        ("Molotov", "Vyacheslav Molotov", "Soviet Union"),
        ("Steve Biko", "Steve Biko", ""),
    ],
)
def test_a_figure_is_found_with_whom_he_acts_for(form: str, name: str, actor: str) -> None:
    figure = knowledge.figure_forms()[form]
    assert (figure.name, figure.actor) == (name, actor)


# Periods


def test_no_two_periods_share_a_form() -> None:
    assert twice([form for period in knowledge.periods() for form in (period.name, *period.aliases)]) == []


@pytest.mark.parametrize(
    ("form", "start", "stop", "grain"),
    [
        ("9/11", dt.date(2001, 9, 11), dt.date(2001, 9, 12), "day"),
        ("October 7 attacks", dt.date(2023, 10, 7), dt.date(2023, 10, 8), "day"),
        ("Second World War", dt.date(1939, 9, 1), dt.date(1945, 9, 3), "day"),
        ("Great Depression", dt.date(1929, 1, 1), dt.date(1940, 1, 1), "year"),
        ("Cultural Revolution", dt.date(1966, 5, 1), dt.date(1976, 11, 1), "month"),
        ("Thirty Years' War", dt.date(1618, 5, 23), dt.date(1648, 10, 25), "day"),
        ("Victorian era", dt.date(1837, 1, 1), dt.date(1901, 1, 1), "year"),
        ("Space Age", dt.date(1957, 10, 4), None, "day"),
    ],
)
def test_a_named_period_has_its_days_and_no_finer_ones(form: str, start: dt.date, stop: dt.date | None, grain: str) -> None:
    period = knowledge.period_forms()[form]
    assert (period.start, period.stop, period.grain) == (start, stop, grain)


def test_a_treaty_dates_only_after_a_word_of_time() -> None:
    assert "Dayton Agreement" not in knowledge.period_forms()
    assert knowledge.bound_period_forms()["Dayton Agreement"].start == dt.date(1995, 11, 21)
    assert [period.name for period in knowledge.periods() if period.kind == "treaty" and period.needs != "since"] == []


@pytest.mark.parametrize("table", ["periods", "leaders"])
def test_every_dated_row_says_where_it_can_be_checked_or_that_it_was_recalled(table: str) -> None:
    assert [row.name for row in getattr(knowledge, table)() if not row.check] == []


# Holidays


@pytest.fixture(scope="module")
def make_holidays() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_holidays", DATA / "make_holidays.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_movable_holidays_in_the_table_are_those_that_the_script_makes(make_holidays: ModuleType) -> None:
    with (DATA / "holidays.csv").open(encoding="utf-8", newline="") as file:
        assert [row for row in csv.reader(file) if row[2] not in ("", "year")] == make_holidays.movable()


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Easter", dt.date(2024, 3, 31)), ("Easter", dt.date(2008, 3, 23)), ("Good Friday", dt.date(1998, 4, 10)),
        ("Orthodox Easter", dt.date(2022, 4, 24)), ("Orthodox Easter", dt.date(2024, 5, 5)), ("Thanksgiving", dt.date(2023, 11, 23)),
        ("Memorial Day", dt.date(2020, 5, 25)), ("Rosh Hashanah", dt.date(2023, 9, 16)), ("Yom Kippur", dt.date(2024, 10, 12)),
        ("Passover", dt.date(2024, 4, 23)), ("Hanukkah", dt.date(2022, 12, 19)),
        ("Purim", dt.date(2024, 3, 24)), ("Nowruz", dt.date(2024, 3, 20)),
        ("Nowruz", dt.date(2025, 3, 21)), ("Lunar New Year", dt.date(2024, 2, 10)), ("Lunar New Year", dt.date(2034, 2, 19)),
        ("Diwali", dt.date(2023, 11, 12)), ("Diwali", dt.date(2024, 10, 31)), ("Holi", dt.date(2024, 3, 25)),
        ("Holi", dt.date(2021, 3, 29)),
        ("Vesak", dt.date(2023, 5, 5)), ("Mid-Autumn Festival", dt.date(2024, 9, 17)), ("Mid-Autumn Festival", dt.date(2033, 9, 8)),
        ("Palm Sunday", dt.date(2022, 4, 10)), ("Pentecost", dt.date(2024, 5, 19)), ("Orthodox Pentecost", dt.date(2024, 6, 23)),
        ("Advent", dt.date(2023, 12, 3)), ("Lag BaOmer", dt.date(2024, 5, 26)), ("Tisha B'Av", dt.date(2022, 8, 7)),
        ("Yom HaShoah", dt.date(2024, 5, 6)), ("Israel's Independence Day", dt.date(2023, 4, 26)),
        ("Israel's Independence Day", dt.date(2024, 5, 14)), ("Remembrance Sunday", dt.date(2024, 11, 10)),
        ("Canadian Thanksgiving", dt.date(2024, 10, 14)), ("Martin Luther King Day", dt.date(2025, 1, 20)),
        ("Labor Day", dt.date(2024, 9, 2)), ("Presidents' Day", dt.date(2024, 2, 19)),
    ],
)  # fmt: skip
def test_a_movable_holiday_falls_on_its_day(name: str, first: dt.date) -> None:
    days = [dt.date(day.year, day.month, day.day) for day in knowledge.holidays() if day.name == name and day.year == first.year]
    assert days == [first]


SIGHTED = {  # the first day in Saudi Arabia in 2015, 2016 … 2025
    "Ramadan": "06-18 06-06 05-27 05-17 05-06 04-24 04-13 04-02 03-23 03-11 03-01",
    "Eid al-Fitr": "07-17 07-06 06-25 06-15 06-04 05-24 05-13 05-02 04-21 04-10 03-30",
    "Eid al-Adha": "09-24 09-12 09-01 08-21 08-11 07-31 07-20 07-09 06-28 06-16 06-06",
}


@pytest.mark.parametrize("name", SIGHTED)
def test_an_islamic_holiday_is_within_a_day_of_the_sighting_mostly_on_it_and_says_so(name: str) -> None:
    off = []
    for first in (dt.date.fromisoformat(f"{year}-{day}") for year, day in enumerate(SIGHTED[name].split(), 2015)):
        (found,) = [day for day in knowledge.holiday_forms()[name] if day.year == first.year]
        assert found.approximate
        off.append(abs((dt.date(first.year, found.month, found.day) - first).days))
    assert max(off) <= 1
    assert off.count(0) >= 9


def test_ramadan_lasts_29_or_30_days_until_eid() -> None:
    forms = knowledge.holiday_forms()
    eids = {dt.date(day.year or 0, day.month, day.day) for day in forms["Eid al-Fitr"]}
    ends = [
        dt.date(day.year or 0, day.month, day.day) + dt.timedelta(days=day.days) for day in forms["Ramadan"] if day.year and day.year < 2040
    ]
    assert set(ends) <= eids
    assert {day.days for day in forms["Ramadan"]} == {29, 30}


@pytest.mark.parametrize(
    ("form", "month", "day"),
    [
        ("Bastille Day", 7, 14), ("Victory Day", 5, 9), ("Veterans Day", 11, 11), ("Boxing Day", 12, 26), ("May Day", 5, 1),
        ("Groundhog Day", 2, 2), ("All Saints' Day", 11, 1), ("Assumption Day", 8, 15), ("Halloween", 10, 31), ("Fourth of July", 7, 4),
        ("Ukraine's Independence Day", 8, 24), ("Indonesian Independence Day", 8, 17), ("Merdeka Day", 8, 31),
    ],
)  # fmt: skip
def test_a_fixed_holiday_is_on_its_day_in_every_year(form: str, month: int, day: int) -> None:
    assert [(row.year, row.month, row.day) for row in knowledge.holiday_forms()[form]] == [(None, month, day)]


@pytest.mark.parametrize("form", ["Independence Day", "National Day", "Labour Day", "Republic Day", "Constitution Day", "Golden Week"])
def test_a_day_that_each_country_has_for_itself_dates_only_with_its_country(form: str) -> None:
    assert form not in knowledge.holiday_forms()


def test_no_two_holidays_share_a_form() -> None:
    assert {form: names for form, rows in knowledge.holiday_forms().items() if len(names := {row.name for row in rows}) > 1} == {}


def test_a_lunar_month_can_begin_twice_in_one_year() -> None:
    assert len([day for day in knowledge.holidays() if day.name == "Ramadan" and day.year == 2030]) == 2


@pytest.mark.parametrize(
    "name", ["Easter", "Ramadan", "Nowruz", "Thanksgiving", "Passover", "Lunar New Year", "Orthodox Easter", "Holi", "Advent"]
)
def test_a_movable_holiday_has_a_row_for_every_year_from_1990_to_2040(name: str) -> None:
    assert {day.year for day in knowledge.holidays() if day.name == name} == set(range(1990, 2041))


# Places


def test_places_lie_in_countries_that_are_actors() -> None:
    names = {actor.name for actor in knowledge.actors()} | {""}
    assert sorted({place.country for place in knowledge.places()} - names) == []


def test_every_state_is_a_place() -> None:
    countries = {place.name for place in knowledge.places() if place.kind == "country"}
    assert [actor.name for actor in knowledge.actors() if actor.kind == "state" and actor.name not in countries] == []


def test_cities_lie_near_their_country() -> None:
    centres = {place.name: place for place in knowledge.places() if place.kind == "country"}
    wide = {
        "Russia",
        "United States",
        "Canada",
        "France",
        "United Kingdom",
        "Chile",
        "Norway",
        "Denmark",
        "Kiribati",
    }  # also lands far away
    far = [
        place.name
        for place in knowledge.places()
        if place.kind in ("city", "town")
        and (centre := centres.get(place.country))
        and place.country not in wide
        and (abs(place.latitude - centre.latitude) > 22 or abs(place.longitude - centre.longitude) > 30)
    ]
    assert far == []


@pytest.mark.parametrize("form", ["Nice", "Reading", "Bath", "Mobile", "Split", "Amazon", "Austin", "Van"])
def test_a_place_called_like_a_word_or_a_person_needs_a_preposition(form: str) -> None:
    assert [place.needs for place in knowledge.place_forms()[form]][0] == "in"


def test_of_places_with_one_name_the_likelier_comes_first() -> None:
    assert [place.country for place in knowledge.place_forms()["Tripoli"]] == ["Libya", "Lebanon"]


# Kinds


def test_every_kind_of_event_has_a_row_in_the_same_order() -> None:
    assert tuple(kind.name for kind in knowledge.kinds()) == KINDS


@pytest.mark.parametrize("words", ["verbs", "nouns"])
def test_a_word_stands_in_one_kind_only(words: str) -> None:
    assert twice([word for kind in knowledge.kinds() for word in getattr(kind, words)]) == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("sign", "accord"),
        ("annex", "invasion"),
        ("sanction", "sanction"),
        ("resign", "leadership"),
        ("bomb", "attack"),
        ("seize power", "regime change"),
    ],
)
def test_a_verb_tells_its_kind(word: str, kind: str) -> None:
    assert knowledge.verb_kinds()[word] == kind


@pytest.mark.parametrize(
    ("word", "kind"), [("truce", "ceasefire"), ("summit", "diplomacy"), ("earthquake", "disaster"), ("peace treaty", "accord")]
)
def test_a_noun_tells_its_kind(word: str, kind: str) -> None:
    assert knowledge.noun_kinds()[word] == kind


# What is said about a broken file

LEADER = "name,aliases,actor,office,term,start,stop,grain,pronoun,party,check\n"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("A,,X,king,1,1999-02-30,,day,he,,recalled", "start '1999-02-30' is no day in the calendar"),
        ("A,,X,king,1,7 May 1999,,day,he,,recalled", "start '7 May 1999' is not a date. Write 2022-02-24, 2022-02 or 2022"),
        ("A,,X,king,1,1999,1998,year,he,,recalled", "stop 1998-01-01 is not after start 1999-01-01"),
        ("A,,X,king,1,1999-05,,day,he,,recalled", "grain 'day' does not fit dates that are known to the month"),
        ("A,,X,king,1,,,day,he,,recalled", "at least one must be known"),
        ("A,,X,king,first,1999,,year,he,,recalled", "term 'first' is not a whole number from 1 to 20"),
        ("A,,X,king,1,1999,,year,it,,recalled", "pronoun 'it' is not one of: he, she, (empty)"),
        ("A,,X,king,1,1999,,year,he,,", "check is empty"),
        ("A,,X,king,1,1999,,year,he", "has not 11 cells"),
        ("A,,X,king,1,1999,,year,he,Left, Right,recalled", "put a cell that holds a comma between double quotes"),
    ],
)
def test_a_broken_row_is_named_by_file_line_and_column(tmp_path: Path, line: str, says: str) -> None:
    file = tmp_path / "leaders.csv"
    file.write_text(LEADER + "B,,X,king,1,1990,1999,year,he,,recalled\n" + line + "\n", encoding="utf-8")
    with pytest.raises(TimelineError) as caught:
        knowledge.rows(file, knowledge._COLUMNS["leaders"], knowledge._leader)
    assert "leaders.csv" in str(caught.value)
    assert "line 3 (A)" in str(caught.value)
    assert says in str(caught.value)


def test_all_broken_rows_of_a_file_are_told_together(tmp_path: Path) -> None:
    file = tmp_path / "leaders.csv"
    file.write_text(LEADER + "A,,X,king,0,1999,,year,he,,recalled\nB,,X,king,1,soon,,year,he,,recalled\n", encoding="utf-8")
    with pytest.raises(TimelineError, match=r"line 2 \(A\).*line 3 \(B\)"):
        knowledge.rows(file, knowledge._COLUMNS["leaders"], knowledge._leader)


def test_a_missing_column_is_named_with_the_right_head_line(tmp_path: Path) -> None:
    file = tmp_path / "leaders.csv"
    file.write_text(LEADER.replace("term,", ""), encoding="utf-8")
    with pytest.raises(TimelineError, match="leaders.csv lacks the column term. Its first line must name: name,aliases"):
        knowledge.rows(file, knowledge._COLUMNS["leaders"], knowledge._leader)


def test_a_byte_order_mark_from_a_spreadsheet_does_no_harm(tmp_path: Path) -> None:
    file = tmp_path / "leaders.csv"
    file.write_text("\ufeff" + LEADER + "A,a; b,X,king,1,1999,,year,he,,recalled\n", encoding="utf-8")
    (leader,) = knowledge.rows(file, knowledge._COLUMNS["leaders"], knowledge._leader)
    assert (leader.name, leader.aliases) == ("A", ("a", "b"))


def test_the_tables_of_an_installed_package_come_before_those_of_a_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, beside = tmp_path / "timeline" / "data", tmp_path / "data"
    for place in (inside, beside):
        place.mkdir(parents=True)
        (place / "actors.csv").write_text("", encoding="utf-8")
    monkeypatch.setattr(knowledge, "_FOLDERS", (inside, beside))
    assert knowledge.folder() == inside


def test_missing_tables_are_told_with_where_they_were_looked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knowledge, "_FOLDERS", (tmp_path / "nowhere",))
    with pytest.raises(TimelineError, match="no actors.csv in .*nowhere"):
        knowledge.folder()
