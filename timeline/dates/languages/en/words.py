"""The words English dates are made of, as patterns, and what they mean."""

import re
from collections.abc import Iterable
from typing import Any

MONTH_NAMES = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
_MONTH_SHORT = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
MONTHS = {name.lower(): k for names in (MONTH_NAMES, _MONTH_SHORT) for k, name in enumerate(names, 1)} | {"sept": 9}

_DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
WEEKDAYS = {name.lower(): k for k, name in enumerate(_DAY_NAMES, 1)} | {
    "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
}  # fmt: skip

_CARDINALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]

NUMBERS: dict[str, float] = {word: k for k, word in enumerate(_CARDINALS)}
NUMBERS |= _TENS
NUMBERS |= {f"{ten}-{_CARDINALS[k]}": value + k for ten, value in _TENS.items() for k in range(1, 10)}
NUMBERS |= {"a": 1, "an": 1, "another": 1, "a single": 1, "a hundred": 100, "one hundred": 100, "two hundred": 200, "a thousand": 1000}
NUMBERS |= {
    "half a": 0.5,
    "half an": 0.5,
    "a half": 0.5,
    "a dozen": 12,
    "half a dozen": 6,
    "two dozen": 24,
    "a couple of": 2,
    "a couple": 2,
    "couple of": 2,
}
NUMBERS |= {
    **{f"{_CARDINALS[k]} and a half": k + 0.5 for k in range(1, 13)},
    **{f"{_CARDINALS[k]}-and-a-half": k + 0.5 for k in range(1, 13)},
    **{f"{_CARDINALS[k]} and a quarter": k + 0.25 for k in range(1, 13)},
    "a quarter": 0.25,
    "a quarter of a": 0.25,
    "three quarters of a": 0.75,
    "three-quarters of a": 0.75,
}
ORDINALS = {word: k for k, word in enumerate(_ORDINALS)} | {
    "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip

UNITS = {
    "second": "second", "sec": "second", "minute": "minute", "min": "minute", "hour": "hour", "hr": "hour", "day": "day",
    "night": "night", "week": "week", "fortnight": "fortnight", "month": "month", "quarter": "quarter", "semester": "half", "year": "year",
    "decade": "decade", "century": "century", "centurie": "century", "weekend": "weekend",
    "millennium": "millennium", "millennia": "millennium",
    "school year": "year", "calendar year": "year", "calendar day": "day",
    "working day": "day", "business day": "day", "trading day": "day",
}  # fmt: skip
CYCLES = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}
DAY_PARTS = {
    "morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "nighttime": "NI", "noon": "12:00", "midday": "12:00",
    "midnight": "24:00",    "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "dusk": "EV", "sunset": "EV", "daytime": "DT",
    "lunchtime": "MI",    "overnight": "NI", "nightfall": "NI", "first light": "MO",
}  # fmt: skip


def one_of(words: Iterable[str], hyphen: str = "-") -> str:
    """One of many words, the longest that fits, as a pattern that tells them apart letter by letter."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for char in word:
            node = node.setdefault({"-": hyphen, " ": " "}.get(char, re.escape(char)), {})
        node[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    ways = [letter + _branches(node) for letter, node in tree.items() if letter]
    if "" in tree:
        return f"(?:{'|'.join(ways)})?" if ways else ""
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def quick(pattern: str) -> str:
    """The same alternatives, the plain words among them told apart letter by letter, before the others."""
    ways, depth = [""], 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            ways.append("")
        else:
            ways[-1] += char
    plain = [way for way in ways if re.fullmatch(r"[\w' -]+", way)]
    return "|".join([one_of(plain), *(way for way in ways if way not in plain)])


def alone(pattern: str) -> str:
    """One of these alternatives as words of their own."""
    return rf"(?<!\w)(?:{quick(pattern)})(?!\w)"


def _any(words: Iterable[str]) -> str:
    """One of these, in which a hyphen stands for a blank too."""
    return f"(?:{one_of(words, hyphen='(?:-| )')})"


def _capital(words: list[str]) -> str:
    """The words with a capital or all in capitals, since may, march and sat are words of their own."""
    return f"(?-i:{one_of(form for word in words for form in (word, word.upper()))})"


MONTH_LONG = _capital(MONTH_NAMES)
MONTH_SHORT = rf"(?-i:{_capital([word for word in [*_MONTH_SHORT, 'Sept'] if word != 'May'])}(?![a-zA-Z])\.?)"
MONTH = f"(?>{MONTH_LONG}|{MONTH_SHORT})"
WEEKDAY = _capital(_DAY_NAMES)
WEEKDAY_SHORT = r"(?-i:(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun|MON|TUES?|WED|THURS?|THU|FRI|SAT|SUN)(?![a-zA-Z])\.?)"
ANY_WEEKDAY = f"(?:{WEEKDAY}|{WEEKDAY_SHORT})"
DAY = r"(?>3[01]|[12]\d|0?[1-9])"
DAY_TH = rf"(?:{DAY}(?:st|nd|rd|th)?)"
DAY_WORD = _any([word for word, k in ORDINALS.items() if k])
YEAR = r"(?:1[0-9]\d\d|20\d\d)"
_DIGIT_WORD = "(?:one|two|three|four|five|six|seven|eight|nine)"
_TENS_WORD = f"(?:(?:{'|'.join(_TENS)})(?:[- ]{_DIGIT_WORD})?)"
UNDER_HUNDRED = f"(?:{_TENS_WORD}|{'|'.join(_CARDINALS[10:])}|(?:oh|o)[- ]{_DIGIT_WORD})"
YEAR_WORDS = (
    rf"(?:(?:nineteen|eighteen|seventeen|sixteen|fifteen|fourteen|twenty)[- ](?:hundred(?: and)? )?{UNDER_HUNDRED}|"
    rf"two thousand(?: and)?(?: (?:{UNDER_HUNDRED}|{_DIGIT_WORD}))?|"
    rf"one thousand,? {_DIGIT_WORD} hundred(?: and)?(?: (?:{UNDER_HUNDRED}|{_DIGIT_WORD}))?)(?!-)"
)
DIGITS = r"(?>\d{1,3}(?:,\d{3}){0,2}(?:\.\d{1,2})?(?!\d)|\d{1,6})"
NUMBER = f"(?:{_any(NUMBERS)}|{DIGITS})"
WHOLE = rf"(?:{_any(NUMBERS)}|\d{{1,6}})"
COUNT = f"(?:{_any([word for word in NUMBERS if word not in ('a', 'an', 'zero', 'another')])}|{DIGITS})"
VAGUE_COUNT = (
    r"(?:several|a few|a handful of|a number of|some|many|numerous|countless|a lot of|few|various|dozens of|scores of|hundreds "
    r"of|thousands of)"
)
ORDINAL = rf"(?:{_any([word for word, k in ORDINALS.items() if k])}|\d{{1,3}}(?:st|nd|rd|th))"
UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries|weekends?|"
    r"millennium|millennia)"
)
BIG_UNIT = r"(?:days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|century|centuries)"
WORK = r"(?:(?:calendar|working|business|trading|school|consecutive|straight|full|long|whole|more|additional|further|extra) )"
SEASON = r"(?:springtime|summertime|wintertime|spring|summer|autumn|fall|winter)"
DAY_PART = r"(?:morning|afternoon|evening|night)"
DASH = r"(?:-|–|—|‑)"


def month(words: str) -> int:
    """1 to 12."""
    return MONTHS[words.lower().rstrip(".")]


_ONE = re.compile(r"(?<!no )\bone\s\Z", re.IGNORECASE)


def is_any(m: re.Match[str]) -> bool:
    """Whether "one" before a weekday says that nobody tells which: "on one Friday"."""
    return _ONE.search(m.string, max(0, m.start() - 8), m.start()) is not None


def weekday(words: str) -> int:
    """1 Monday to 7 Sunday."""
    return WEEKDAYS[words.lower().rstrip(".")]


def unit(words: str) -> str:
    """The unit in the singular."""
    word = " ".join(words.lower().split())
    return UNITS.get(word) or UNITS.get(word.removesuffix("s")) or UNITS[word.split()[-1].removesuffix("s")]


def number(words: str) -> float | None:
    """The number that words or digits say; None if they say none ("several")."""
    word = _plain(words)
    if word[0].isdecimal():
        return _tidy(float(word.rstrip("stndrh").replace(",", "")))
    found = NUMBERS.get(word, NUMBERS.get(word.replace(" ", "-")))
    return None if found is None else _tidy(found)


def _plain(words: str) -> str:
    """Words in small letters, with one blank between them and plain hyphens."""
    return " ".join(words.lower().split()).replace("‑", "-").replace("‐", "-")


def _tidy(value: float) -> float:
    return int(value) if value == int(value) else value


def ordinal(words: str) -> int:
    """1 for first and 1st."""
    word = _plain(words)
    return int(word[:-2]) if word[0].isdecimal() else ORDINALS.get(word) or ORDINALS[word.replace(" ", "-")]


def year_words(words: str) -> int:
    """The year of "nineteen ninety-six"."""
    head, *rest = [word for word in re.split(r"[\s,-]+", _plain(words)) if word not in ("and", "hundred", "oh", "o")]
    if "thousand" in rest:
        rest.remove("thousand")
        hundreds = 10 * int(NUMBERS[head]) + (int(NUMBERS[rest.pop(0)]) if head == "one" else 0)
    else:
        hundreds = int(NUMBERS[head])
    return 100 * hundreds + sum(int(NUMBERS[word]) for word in rest)


def full_year(two_digits: int, pivot: int = 40) -> int:
    """The year of '98 (1998) and '24 (2024)."""
    return two_digits + (1900 if two_digits >= pivot else 2000)
