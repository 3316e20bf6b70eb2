"""How long the page takes to answer a correction at about two hundred events: from the click to the last element, without a browser."""

import os
import random
import sys
import tempfile
import time
from collections.abc import Sequence

from tests.measure.gold import ROOT

EVENTS = 205
MOST = 0.4  # seconds that an answer should take
_WHO = "Egypt Sudan Peru Chile France Iran Israel Russia Kenya India China Turkey".split()
_DID = ("signed an accord with", "attacked", "sanctioned", "threatened", "invaded")
_MONTHS = "January February March April May June July August September October November December".split()


def article(events: int = EVENTS) -> str:
    """A made text that tells so many events, always the same."""
    chance = random.Random(4)
    told = []
    for _ in range(events):
        who, whom = chance.sample(_WHO, 2)
        day = f"{chance.randint(1, 28)} {chance.choice(_MONTHS)} {chance.randint(1950, 2023)}"
        told.append(f"{who} {chance.choice(_DID)} {whom} on {day}.")
    return "A long story\n\n" + " ".join(told)


def corrected(events: int = EVENTS, times: int = 5) -> tuple[int, list[float], list[float]]:
    """How many events the page shows, and of each correction the seconds of a core and of the clock; AppTest's own are among them."""
    from streamlit.testing.v1 import AppTest

    page = AppTest.from_file(str(ROOT / "timeline_app.py"), default_timeout=300)
    page.session_state["mode"] = "Your own text"
    page.run()
    page.text_area(key="text").set_value(article(events))
    next(button for button in page.button if button.label == "Draw the timeline").click()
    page.run()
    page.button(key="first").click().run()
    cores, clocks = [], []
    for number in range(times):
        page.button(key="correct").click().run()
        next(field for field in page.text_input if field.label == "What").set_value(f"Title {number}")
        next(button for button in page.button if button.label == "Save").click()
        core, clock = time.process_time(), time.perf_counter()
        page.run()
        cores.append(time.process_time() - core)
        clocks.append(time.perf_counter() - clock)
        assert page.dataframe[0].value["What"].tolist().count(f"Title {number}") == 1
    return len(page.dataframe[0].value), cores, clocks


def main(told: Sequence[str] | None = None) -> int:
    """Prints it; fails where the best answer takes too long."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TIMELINE_DATABASE_URL"] = f"sqlite:///{folder}/timelines.sqlite"
        events, cores, clocks = corrected()
    print(f"A correction at {events} events, best of {len(cores)}: {min(cores):.2f} s of a core, {min(clocks):.2f} s by the clock")
    return int(min(clocks) > MOST)


if __name__ == "__main__":
    sys.exit(main())
