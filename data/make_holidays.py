"""Writes the movable holidays of 1990 to 2040 into holidays.csv and leaves its fixed ones, which are edited by hand, as they are.

Run it from anywhere: python data/make_holidays.py
Source: J. Meeus, Astronomical Algorithms, for Easter, equinoxes, solstices and new moons; the fixed arithmetic of the Hebrew
calendar; for Islamic months the first sunset in Mecca that finds the moon three hours old.
"""

import csv
import datetime as dt
import math
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).parent / "holidays.csv"
YEARS = range(1990, 2041)
COLUMNS = ("name", "aliases", "year", "month", "day", "days", "approximate")

Found = tuple[str, str, dt.date, int, bool]  # name, aliases, first day, number of days, approximate

# Days from Easter Sunday.
AROUND_EASTER = (
    ("Shrove Tuesday", "Mardi Gras; Fat Tuesday", -47, 1),
    ("Ash Wednesday", "", -46, 1),
    ("Lent", "", -46, 46),
    ("Mothering Sunday", "", -21, 1),
    ("Palm Sunday", "", -7, 1),
    ("Holy Week", "", -7, 7),
    ("Maundy Thursday", "Holy Thursday", -3, 1),
    ("Good Friday", "", -2, 1),
    ("Easter weekend", "Easter Weekend", -2, 4),
    ("Holy Saturday", "", -1, 1),
    ("Easter", "Easter Sunday; Easter Day", 0, 1),
    ("Easter Monday", "", 1, 1),
    ("Ascension Day", "Feast of the Ascension", 39, 1),
    ("Pentecost", "Whitsun; Whit Sunday", 49, 1),
    ("Whit Monday", "Pentecost Monday", 50, 1),
    ("Trinity Sunday", "", 56, 1),
    ("Corpus Christi", "Feast of Corpus Christi", 60, 1),
)
AROUND_ORTHODOX_EASTER = (
    ("Orthodox Palm Sunday", "", -7, 1),
    ("Orthodox Good Friday", "", -2, 1),
    ("Orthodox Easter", "Orthodox Easter Sunday; Greek Easter; Coptic Easter", 0, 1),
    ("Orthodox Pentecost", "", 49, 1),
)
# Month, weekday (Monday is 0), which one of the month (-1 is the last), days after it.
BY_WEEKDAY = (
    ("Martin Luther King Day", "Martin Luther King Jr. Day; MLK Day", 1, 0, 3, 0),
    ("Presidents' Day", "Presidents Day; Presidents’ Day", 2, 0, 3, 0),
    ("Mother's Day", "Mothers' Day; Mother’s Day", 5, 6, 2, 0),
    ("Memorial Day", "", 5, 0, -1, 0),
    ("Father's Day", "Father’s Day", 6, 6, 3, 0),
    ("Labor Day", "Canada's Labour Day", 9, 0, 1, 0),
    ("Columbus Day", "Indigenous Peoples' Day; Indigenous Peoples’ Day", 10, 0, 2, 0),
    ("Canadian Thanksgiving", "Canada's Thanksgiving", 10, 0, 2, 0),
    ("Remembrance Sunday", "", 11, 6, 2, 0),
    ("Thanksgiving", "Thanksgiving Day", 11, 3, 4, 0),
    ("Black Friday", "", 11, 3, 4, 1),
    ("Cyber Monday", "", 11, 3, 4, 4),
    ("Giving Tuesday", "", 11, 3, 4, 5),
)
# Month and day in the Islamic calendar, number of days (0 for the whole month).
ISLAMIC = (
    ("Islamic New Year", "Hijri New Year", 1, 1, 1),
    ("Muharram", "", 1, 1, 0),
    ("Ashura", "Ashoura; Ashura Day", 1, 10, 1),
    ("Arbaeen", "Arba'een; Arbain", 2, 20, 1),
    ("Mawlid", "Mawlid al-Nabi; Prophet's Birthday; Prophet Muhammad's birthday", 3, 12, 1),
    ("Isra and Mi'raj", "Isra and Miraj; Al-Isra wal-Mi'raj; Lailat al Miraj", 7, 27, 1),
    ("Shab-e-Barat", "Mid-Sha'ban", 8, 15, 1),
    ("Ramadan", "Ramadhan; Ramazan; holy month of Ramadan", 9, 1, 0),
    ("Laylat al-Qadr", "Lailat al-Qadr; Night of Power", 9, 27, 1),
    ("Eid al-Fitr", "Eid ul-Fitr; Eid-ul-Fitr; Eid el-Fitr", 10, 1, 3),
    ("Hajj", "hajj", 12, 8, 5),
    ("Day of Arafah", "Day of Arafat; Arafat Day", 12, 9, 1),
    ("Eid al-Adha", "Eid ul-Adha; Eid-ul-Adha; Eid el-Adha; Feast of Sacrifice; Feast of the Sacrifice", 12, 10, 4),
)
# Days from Rosh Hashanah of the same Gregorian year; those of spring stand at a fixed distance before it.
AROUND_ROSH_HASHANAH = (
    ("Purim", "", -193, 1),
    ("Passover", "Pesach", -163, 8),
    ("Lag BaOmer", "Lag B'Omer; Lag b'Omer", -130, 1),
    ("Shavuot", "", -113, 1),
    ("Rosh Hashanah", "Jewish New Year; Rosh Hashana; Rosh HaShanah", 0, 2),
    ("Yom Kippur", "Day of Atonement", 9, 1),
    ("Sukkot", "Feast of Tabernacles; Succoth", 14, 7),
    ("Simchat Torah", "Simhat Torah", 22, 1),
)


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    leap = century // 4
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Easter Sunday of the eastern churches, reckoned in the Julian calendar, as a day of ours (1900 to 2099)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=13)


def nth_weekday(year: int, month: int, weekday: int, which: int) -> dt.date:
    """The `which`-th such weekday of a month, counted from its end if negative."""
    if which < 0:
        last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
        return last - dt.timedelta(days=(last.weekday() - weekday) % 7)
    first = dt.date(year, month, 1)
    return first + dt.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def from_julian_day(number: int) -> dt.date:
    """The day that a Julian day number means at noon."""
    return dt.date.fromordinal(number - 1721425)


def islamic(year: int, month: int) -> dt.date:
    """The first day of a month of the Islamic calendar; where the moon is sighted it may be a day off."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    tabular = from_julian_day((11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + 1 + 1948440 - 385)
    moon = next(new_moons(dt.datetime.combine(tabular, dt.time()) - dt.timedelta(days=7))) + dt.timedelta(hours=3)
    sunset = 18.35 + 0.72 * math.sin(2 * math.pi * (moon.timetuple().tm_yday - 80) / 365)
    return moon.date() + dt.timedelta(days=1 if moon.hour + moon.minute / 60 + 3 < sunset else 2)


def rosh_hashanah(year: int) -> dt.date:
    """The first day of the Hebrew year that begins in this Gregorian one."""
    return hebrew_new_year(year + 3761)


def hebrew_new_year(year: int) -> dt.date:
    """1 Tishri: the day of the mean new moon, put off so that no fast falls beside a Sabbath and no year gets an odd length."""
    days = [_elapsed(year + shift) for shift in (-1, 0, 1)]
    delay = 2 if days[2] - days[1] == 356 else 1 if days[1] - days[0] == 382 else 0
    return from_julian_day(347998 + days[1] + delay)


def _elapsed(year: int) -> int:
    """Days from the epoch to 1 Tishri, with the first two postponements."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12084 + 13753 * months) // 25920
    return day + 1 if (3 * (day + 1)) % 7 < 3 else day


def hanukkah(year: int) -> dt.date:
    """25 Kislev, whose distance from the new year depends on the length of the year."""
    length = (rosh_hashanah(year + 1) - rosh_hashanah(year)).days
    return rosh_hashanah(year) + dt.timedelta(days=30 + (30 if length % 10 == 5 else 29) + 24)


def equinox_or_solstice(year: int, which: int) -> dt.datetime:
    """The moment, in universal time to a few minutes, of the March equinox (0), the September equinox (2), the December solstice (3)."""
    y = (year - 2000) / 1000
    mean = {
        0: 2451623.80984 + 365242.37404 * y + 0.05169 * y**2 - 0.00411 * y**3 - 0.00057 * y**4,
        2: 2451810.21715 + 365242.01767 * y - 0.11575 * y**2 + 0.00337 * y**3 + 0.00078 * y**4,
        3: 2451900.05952 + 365242.74049 * y - 0.06223 * y**2 - 0.00823 * y**3 + 0.00032 * y**4,
    }[which]
    t = (mean - 2451545) / 36525
    w = math.radians(35999.373 * t - 2.47)
    terms = (
        (485, 324.96, 1934.136), (203, 337.23, 32964.467), (199, 342.08, 20.186), (182, 27.85, 445267.112), (156, 73.14, 45036.886),
        (136, 171.52, 22518.443), (77, 222.54, 65928.934), (74, 296.72, 3034.906), (70, 243.58, 9037.513), (58, 119.81, 33718.147),
        (52, 297.17, 150.678), (50, 21.02, 2281.226), (45, 247.54, 29929.562), (44, 325.15, 31555.956), (29, 60.93, 4443.417),
        (18, 155.12, 67555.328), (17, 288.79, 4562.452), (16, 198.04, 62894.029), (14, 199.76, 31436.921), (12, 95.39, 14577.848),
        (12, 287.11, 31931.756), (12, 320.81, 34777.259), (9, 227.73, 1222.114), (8, 15.45, 16859.074),
    )  # fmt: skip
    total = sum(a * math.cos(math.radians(b + c * t)) for a, b, c in terms)
    return _moment(mean + 0.00001 * total / (1 + 0.0334 * math.cos(w) + 0.0007 * math.cos(2 * w)))


def new_moons(first: dt.datetime, phase: float = 0) -> Iterator[dt.datetime]:
    """The moments of the new moons (phase 0) or full moons (0.5), in universal time to a few minutes, from a moment on."""
    k = math.floor((first.year + first.timetuple().tm_yday / 365.25 - 2000) * 12.3685) - 1
    while True:
        moment = _new_moon(k + phase)
        if moment >= first:
            yield moment
        k += 1


def _new_moon(k: float) -> dt.datetime:
    t = k / 1236.85
    e = 1 - 0.002516 * t - 0.0000074 * t**2
    sun = math.radians(2.5534 + 29.1053567 * k)
    moon = math.radians(201.5643 + 385.81693528 * k + 0.0107582 * t**2)
    node = math.radians(160.7108 + 390.67050284 * k - 0.0016118 * t**2)
    mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t**2
    return _moment(
        mean - 0.4072 * math.sin(moon) + 0.17241 * e * math.sin(sun) + 0.01608 * math.sin(2 * moon) + 0.01039 * math.sin(2 * node)
        + 0.00739 * e * math.sin(moon - sun) - 0.00514 * e * math.sin(moon + sun) + 0.00208 * e**2 * math.sin(2 * sun)
        - 0.00111 * math.sin(moon - 2 * node) - 0.00057 * math.sin(moon + 2 * node) + 0.00056 * e * math.sin(2 * moon + sun)
        - 0.00042 * math.sin(3 * moon) + 0.00042 * e * math.sin(sun + 2 * node) + 0.00038 * e * math.sin(sun - 2 * node)
    )  # fmt: skip


def _moment(julian: float) -> dt.datetime:
    """A Julian date in terrestrial time as universal time; the difference is about 70 s in these years."""
    return dt.datetime(2000, 1, 1, 12) + dt.timedelta(days=julian - 2451545, seconds=-70)


def nowruz(year: int) -> dt.date:
    """1 Farvardin in Iran: the day of the equinox if that is before noon in Tehran, else the next."""
    moment = equinox_or_solstice(year, 0) + dt.timedelta(hours=3.5)
    return moment.date() + dt.timedelta(days=moment.hour >= 12)


def lunar_new_year(year: int) -> dt.date:
    """The second new moon after the winter solstice, in Beijing; the third in 2034, since an extra month follows that solstice."""
    east = dt.timedelta(hours=8)
    solstice = (equinox_or_solstice(year - 1, 3) + east).date()
    days = ((moment + east).date() for moment in new_moons(dt.datetime(year - 1, 12, 10)))
    after = [day for day, _ in zip((day for day in days if day > solstice), range(3), strict=False)]
    return after[2 if year == 2034 else 1]


def diwali(year: int) -> dt.date:
    """The evening before the new moon of Kartik in India; places differ by a day."""
    moment = next(new_moons(dt.datetime(year, 10, 17))) + dt.timedelta(hours=5.5)
    return moment.date() - dt.timedelta(days=moment.hour < 19)


def mid_autumn(year: int) -> dt.date:
    """The fifteenth day of the month, in Beijing, that holds the September equinox; a month earlier in 2033, as an extra one follows."""
    east = dt.timedelta(hours=8)
    equinox = (equinox_or_solstice(year, 2) + east).date() - dt.timedelta(days=year == 2033)
    moons = ((moment + east).date() for moment in new_moons(dt.datetime(year, 8, 20)))
    return max(day for day, _ in zip(moons, range(2), strict=False) if day <= equinox) + dt.timedelta(days=14)


def full_moon(first: dt.date) -> dt.datetime:
    """The first full moon from a day on, by Indian time."""
    india = dt.timedelta(hours=5.5)
    return next(new_moons(dt.datetime.combine(first, dt.time()) - india, 0.5)) + india


def holi(year: int) -> dt.date:
    """The morning after the evening of the full moon of spring."""
    moment = full_moon(dt.date(year, 2, 28))
    return moment.date() + dt.timedelta(days=moment.hour + moment.minute / 60 > 17.5)


def of_israel(year: int) -> Iterator[Found]:
    """Days of Israel that are moved away from the Sabbath, by days from Rosh Hashanah of the same Gregorian year."""
    new_year = rosh_hashanah(year)
    for name, aliases, shift, moves in (
        ("Yom HaShoah", "Yom Hashoah", -151, {4: -1, 6: 1}),
        ("Israel's Independence Day", "Yom Ha'atzmaut; Yom HaAtzmaut", -143, {4: -1, 5: -2, 0: 1 if year >= 2004 else 0}),
        ("Tisha B'Av", "Tisha b'Av; Tisha Be'av", -51, {5: 1}),
    ):
        day = new_year + dt.timedelta(days=shift)
        yield name, aliases, day + dt.timedelta(days=moves.get(day.weekday(), 0)), 1, False


def of_asia(year: int) -> Iterator[Found]:
    """Holidays by the moon of China and India; the Indian ones differ between places."""
    yield "Lunar New Year", "Chinese New Year; Tet; Spring Festival; Seollal", lunar_new_year(year), 1, False
    yield "Mid-Autumn Festival", "Moon Festival; Chuseok", mid_autumn(year), 1, False
    yield "Diwali", "Deepavali", diwali(year), 1, True
    yield "Dussehra", "Vijayadashami; Dasara", diwali(year) - dt.timedelta(days=19), 1, True
    yield "Holi", "", holi(year), 1, True
    yield "Vesak", "Buddha's Birthday; Buddha Purnima; Buddha Day; Wesak", full_moon(dt.date(year, 5, 1)).date(), 1, True


def of_islam(year: int) -> Iterator[Found]:
    """Islamic holidays, of which two of a name can fall into one year."""
    nearest = (year - 622) * 33 // 32
    for islamic_year in range(nearest - 1, nearest + 3):
        for name, aliases, month, day, days in ISLAMIC:
            start, after = islamic(islamic_year, month), islamic(islamic_year, month + 1)
            if (first := start + dt.timedelta(days=day - 1)).year == year:
                yield name, aliases, first, days or (after - start).days, True


def of_year(year: int) -> Iterator[Found]:
    """Every movable holiday whose first day falls into a year."""
    for name, aliases, shift, days in AROUND_EASTER:
        yield name, aliases, easter(year) + dt.timedelta(days=shift), days, False
    for name, aliases, shift, days in AROUND_ORTHODOX_EASTER:
        yield name, aliases, orthodox_easter(year) + dt.timedelta(days=shift), days, False
    for name, aliases, month, weekday, which, shift in BY_WEEKDAY:
        yield name, aliases, nth_weekday(year, month, weekday, which) + dt.timedelta(days=shift), 1, False
    for name, aliases, shift, days in AROUND_ROSH_HASHANAH:
        yield name, aliases, rosh_hashanah(year) + dt.timedelta(days=shift), days, False
    yield "Hanukkah", "Chanukah; Hannukah", hanukkah(year), 8, False
    yield "Nowruz", "Norouz; Norooz; Newroz; Navroz; Persian New Year; Iranian New Year", nowruz(year), 1, False
    advent = dt.date(year, 11, 27) + dt.timedelta(days=6 - dt.date(year, 11, 27).weekday())
    yield "Advent", "", advent, (dt.date(year, 12, 25) - advent).days, False
    yield from of_israel(year)
    yield from of_asia(year)
    yield from of_islam(year)


def movable() -> list[list[str]]:
    """The rows of the movable holidays, holiday by holiday and year by year."""
    found = [holiday for year in YEARS for holiday in of_year(year)]
    order = list(dict.fromkeys(name for name, *_ in found))
    found.sort(key=lambda holiday: (order.index(holiday[0]), holiday[2]))
    return [[n, a, str(day.year), str(day.month), str(day.day), str(days), "yes" if rough else ""] for n, a, day, days, rough in found]


def main() -> None:
    """Write the file again."""
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        fixed = [row for row in csv.reader(file) if row and row[2] in ("", "year")]
    with FILE.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(fixed + movable())


if __name__ == "__main__":
    main()
