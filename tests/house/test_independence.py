"""The same article gives the same answers on any day, in any time zone and locale, and whatever order Python hashes in."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

# Everything that is found in the seeds, and the expressions of all our gold: as lines, so that a difference is seen.
READ = """
import datetime as dt
from tests.measure import gold
from timeline import read, tag, to_csv, to_frame
from timeline.intake.seeds import seeds

for seed in seeds():
    reading = read(seed.article)
    for note in reading.notes:
        print(note)
    for timex in (*reading.timexes, *reading.undated):
        print(timex.start, timex.stop, timex.rule, timex.type, timex.value, timex.when, timex.certainty, timex.mod, timex.reason)
    print(to_csv(to_frame([reading])).decode("utf-8-sig"))
texts = [text for name in ("dates", "traps") for half in ("tuning", "held-out") for text in gold.sentences(name, half)]
for text in texts + gold.articles([name for names in gold.halves().values() for name in names]):
    for timex in tag(text.text, text.published):
        print(text.name, timex.start, timex.stop, timex.rule, timex.type, timex.value, timex.when, timex.reason, *timex.readings)
"""

# A day in 1987 on every clock of Python, and a calendar whose months and weekdays have no English names.
ELSEWHERE = """
import calendar, contextlib, datetime, locale, re, time

import pandas, spacy  # their classes are made of the true ones

with contextlib.suppress(locale.Error):
    locale.setlocale(locale.LC_ALL, "")

class OfAnyKind(type):
    def __instancecheck__(cls, one):
        return isinstance(one, cls.__bases__[0])

def told(self, form):
    assert not re.search("%[aAbBcpxX]", form), f"{form} hangs on the locale"
    return super(type(self), self).strftime(form)

class Day(datetime.date, metaclass=OfAnyKind):
    strftime = told
    @classmethod
    def today(cls):
        return cls(1987, 6, 5)

class Moment(datetime.datetime, metaclass=OfAnyKind):
    strftime = told
    @classmethod
    def now(cls, tz=None):
        return cls(1987, 6, 5, 23, 59, tzinfo=tz)
    today = utcnow = now

datetime.date, datetime.datetime = Day, Moment
time.time = lambda: 549935940.0
time.time_ns = lambda: 549935940 * 10**9
calendar.month_name = calendar.month_abbr = ["", *(f"monath{n}" for n in range(1, 13))]
calendar.day_name = calendar.day_abbr = [f"tag{n}" for n in range(7)]
assert datetime.date.today().year == datetime.datetime.now().year == 1987
"""

PLACES = {
    "at home": ("", {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}),
    "with another hash seed, an hour before the date line": ("", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}),
    "in 1987 where English is not spoken": (ELSEWHERE, {"PYTHONHASHSEED": "4242", "TZ": "Asia/Tehran", "LC_ALL": "tr_TR.UTF-8"}),
}


@pytest.fixture(scope="module")
def answers() -> dict[str, str]:
    """What each place answers; all are asked at once."""
    asked = {}
    for place, (before, told) in PLACES.items():
        env = os.environ | told | {"PYTHONIOENCODING": "utf-8", "PYTHONPATH": str(ROOT)}
        asked[place] = subprocess.Popen(
            [sys.executable, "-c", before + READ], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
    found = {place: process.communicate(timeout=200)[0] for place, process in asked.items()}
    assert [process.returncode for process in asked.values()] == [0] * len(asked)
    return found


@pytest.mark.parametrize("place", [place for place in PLACES if place != "at home"])
def test_an_article_is_read_alike(place: str, answers: dict[str, str]) -> None:
    home, there = answers["at home"].splitlines(), answers[place].splitlines()
    assert len(home) > 1500
    assert [pair for pair in zip(home, there, strict=False) if pair[0] != pair[1]] == []
    assert len(there) == len(home)
