"""Every file is made of the table alone: no clock, time zone, locale, order of hashing or folder changes a byte of it."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from tests.drawing.events import table
from timeline.drawing.style import Style
from timeline.page.files import FORMATS, made

ROOT = Path(__file__).parents[2]
TOLD = [ending for ending in FORMATS if ending != "pdf"]  # tests/drawing/test_printing.py looks at PDF, which needs a browser

# Whatever asks for the time in this process gets another one. Pandas comes first: it is built on the true types.
MAKE = """
import datetime, sys, time
import pandas
then = float(sys.argv[1])
class Any(type):
    __instancecheck__ = lambda cls, thing: isinstance(thing, cls.__base__)
class Day(datetime.date, metaclass=Any):
    today = classmethod(lambda cls: cls.fromtimestamp(then))
class Moment(datetime.datetime, metaclass=Any):
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(then, tz))
    today = classmethod(lambda cls: cls.fromtimestamp(then))
    utcnow = classmethod(lambda cls: cls.fromtimestamp(then, datetime.timezone.utc).replace(tzinfo=None))
real = {name: getattr(time, name) for name in ("localtime", "gmtime")}
time.time = lambda: then
time.localtime = lambda seconds=None: real["localtime"](then if seconds is None else seconds)
time.gmtime = lambda seconds=None: real["gmtime"](then if seconds is None else seconds)
datetime.date, datetime.datetime = Day, Moment
import json
from tests.drawing.test_same_bytes import sums
print(json.dumps(sums()))
"""


def sums():
    frame, style = table(), Style(width=900, title="All of it")
    return {ending: hashlib.sha256(made(frame, ending, style)).hexdigest() for ending in TOLD}


def made_elsewhere(then, seed, **env):
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, **env}
    done = subprocess.run([sys.executable, "-c", MAKE, str(then)], env=env, cwd="/", capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_another_clock_zone_locale_and_hash_seed_change_no_byte():
    here = sums()
    assert made_elsewhere(978_350_400, "1", TZ="Asia/Tokyo", LC_ALL="C") == here
    assert made_elsewhere(2_208_988_800, "2", TZ="America/Los_Angeles", LC_ALL="tr_TR.UTF-8") == here
