"""How well time expressions are found and valued, as TempEval-3 measures it (UzZaman et al. 2013, task A), and two measures of our own.

All in per cent, over all texts of a set together:

    strict    F1 of spans with both ends right
    relaxed   F1 of spans that overlap, each used once: equal ones first, then those that share most
    value     relaxed F1 times the share of those pairs with the right TIMEX3 value; `type` likewise
    interval  as value, but values are compared as first and last day: 2017-W28 is 2017-07-10/2017-07-16
    datable   F1 of exact values among those that name a place in the calendar; vague ones and lengths are left aside on both sides
"""

import calendar
import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from tests.measure.gold import GoldText, Marked, trimmed
from timeline.dates.timex import Timex

Tag = Callable[[GoldText], Iterable[Timex]]
Answer = tuple[int, int, str, str]

MONTHS = {
    "SP": (3, 5),
    "SU": (6, 8),
    "FA": (9, 11),
    "WI": (12, 14),
    "H1": (1, 6),
    "H2": (7, 12),
    "Q1": (1, 3),
    "Q2": (4, 6),
    "Q3": (7, 9),
    "Q4": (10, 12),
}
DATABLE = re.compile(r"\d{2,4}(?!\d)(?:$|-\d\d(?:$|-\d\d)|-W\d\d|-(?:SP|SU|FA|WI|[HQ]\d))")


def days(value: str) -> tuple[str, str]:
    """The first and last day of a TIMEX3 value in ISO form; the value twice where it is no place in the calendar."""
    value = value.strip()
    if "/" in value:
        first, last = value.split("/", 1)
        return days(first)[0], days(last)[1]
    try:
        return _days(value) or (value, value)
    except ValueError:  # a month 13, a week 60
        return value, value


def _days(value: str) -> tuple[str, str] | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d(T.*)?", value):
        return value[:10], value[:10]
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        first, last = (dt.date.fromisocalendar(int(week[1]), int(week[2]), day) for day in (6 if week[3] else 1, 7))
        return first.isoformat(), last.isoformat()
    if re.fullmatch(r"\d{2,4}", value):
        return f"{value:0<4}-01-01", f"{value:9<4}-12-31"
    if part := re.fullmatch(r"(\d{4})-(\d\d|[A-Z]\w)", value):
        if part[2].isdigit():
            from_month = to_month = dt.date(int(part[1]), int(part[2]), 1).month
        elif part[2] in MONTHS:
            from_month, to_month = MONTHS[part[2]]
        else:
            return None
        year, month = int(part[1]) + (to_month > 12), (to_month - 1) % 12 + 1
        return f"{part[1]}-{from_month:02}-01", f"{year:04}-{month:02}-{calendar.monthrange(year, month)[1]:02}"
    return None


def datable(value: str) -> bool:
    """Whether a value names a place in the calendar: year, month, week, day, season, quarter, decade, century."""
    return bool(DATABLE.match(value)) and "X" not in value[:10]


def pairs(marked: Sequence[Marked], found: Sequence[Answer]) -> list[tuple[int, int]]:
    """Which gold expression is answered by which of ours, each used once: equal spans first, then those that share most characters."""
    offers = []
    for i, gold in enumerate(marked):
        for j, (start, stop, *_) in enumerate(found):
            shared = min(gold.stop, stop) - max(gold.start, start)
            if shared > 0:
                offers.append(((gold.start, gold.stop) != (start, stop), -shared, i, j))
    paired: dict[int, int] = {}
    for _, _, i, j in sorted(offers):
        if i not in paired and j not in paired.values():
            paired[i] = j
    return sorted(paired.items())


def _meant(gold: Marked, value: str) -> str:
    """Of several right values the one that was given, or the one of the same days, or the best."""
    same_days = (right for right in gold.values if days(right) == days(value))
    return value if value in gold.values else next(same_days, gold.values[0])


def counted(text: GoldText, timexes: Iterable[Timex]) -> Counter[str]:
    """What is right in one text, to be added up over a set."""
    found = sorted({(*trimmed(text.text, t.start, t.stop), t.type, t.value) for t in timexes})
    paired = pairs(text.marked, found)
    answered = {i: _meant(text.marked[i], found[j][3]) for i, j in paired}
    n = Counter(gold=len(text.marked), found=len(found), relaxed=len(paired))
    n["typed"] = sum(bool(gold.type) for gold in text.marked)
    n["datable gold"] = sum(datable(answered.get(i, gold.values[0])) for i, gold in enumerate(text.marked))
    n["datable found"] = sum(datable(value) for *_, value in found)
    for i, j in paired:
        (start, stop, type_, value), right = found[j], answered[i]
        n["strict"] += (text.marked[i].start, text.marked[i].stop) == (start, stop)
        n["type"] += text.marked[i].type == type_
        n["value"] += right == value
        n["interval"] += days(right) == days(value)
        n["datable"] += datable(right) and datable(value) and right.split("T")[0] == value.split("T")[0]
    return n


def f1(right: int, gold: int, found: int) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return 200 * right / (gold + found) if gold + found else 0.0


def measured(texts: Sequence[GoldText], tag: Tag, passes: int = 1) -> dict[str, float]:
    """Every measure of a set. Speed is that of the best of several passes over each text, in thousand characters a second."""
    n: Counter[str] = Counter()
    seconds = 0.0
    for text in texts:
        times = []
        for _ in range(passes):
            began = time.perf_counter()
            timexes = list(tag(text))
            times.append(time.perf_counter() - began)
        seconds += min(times)
        n += counted(text, timexes)
    relaxed = f1(n["relaxed"], n["gold"], n["found"])
    names = ("value", "type", "interval") if n["typed"] else ("value", "interval")
    return {
        "texts": len(texts),
        "gold": n["gold"],
        "strict": f1(n["strict"], n["gold"], n["found"]),
        "relaxed": relaxed,
        **{name: relaxed * n[name] / max(1, n["relaxed"]) for name in names},
        "datable": f1(n["datable"], n["datable gold"], n["datable found"]),
        "kchars/s": round(sum(len(text.text) for text in texts) / max(seconds, 1e-9) / 1000),
    }
