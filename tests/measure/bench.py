"""Print how fast time expressions and articles are read and drawn, what memory that takes, and what other programs take for the same text.

    make bench                   # all of it, two to three minutes
    make bench ARGS=--short      # texts up to 64 kB, and no other programs

Fails where a promise is broken that does not hang on the machine: time in proportion to length, size of figures, memory. Speed is printed
and not judged.
"""

import argparse
import datetime as dt
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from tests.measure import drawing, heideltime
from tests.measure.gold import ROOT
from tests.measure.score import table
from tests.measure.texts import KINDS, made
from timeline.dates.tagger import tag

PUBLISHED = dt.date(2024, 2, 14)
LENGTHS = [1000 * 2**k for k in range(12)]
SHORT = 64_000
COMPARED = 40_000  # characters that every program reads
START = 1_000  # characters whose time is taken for the start of Java
MOST_GROWTH = 2.3  # t(2n)/t(n)
JUDGED = 64_000  # the halves of shorter texts hold fewer expressions, or more
MOST_MEMORY = 150  # MB of the whole process
MB = 1_000_000

PEAK = """
def peak():
    for line in open("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) * 1024
"""
BARE = PEAK + "print(peak())"
FIRST = "import timeline; timeline.tag('On 3 May 2001 it began.')"
LOADED = PEAK + FIRST + "; print(peak())"
READING = (
    PEAK + "import sys, timeline, datetime; text = sys.stdin.read(); found = timeline.tag(text, datetime.date(2024, 2, 14)); print(peak())"
)


def ours(text: str) -> int:
    """Read a text; how many expressions were found."""
    return len(tag(text, PUBLISHED))


def seconds(read: Callable[[str], object], text: str, clock: Callable[[], float] = time.process_time) -> float:
    """The best of three passes or more over a text, more where it is short."""
    passes, best = 0, float("inf")
    began = time.perf_counter()
    while passes < 3 or (passes < 30 and time.perf_counter() - began < 0.3):
        start = clock()
        read(text)
        best = min(best, clock() - start)
        passes += 1
    return best


def by_length(lengths: Sequence[int]) -> tuple[list[list[str]], list[str]]:
    """A line for each kind and length of text, and what grows faster than the text."""
    lines, broken = [], []
    for kind in KINDS:
        whole, before = made(kind, lengths[-1]), 0.0
        for length in lengths:
            text = whole[:length]
            took, found = seconds(ours, text), ours(text)
            figures = [f"{length / 1000:.0f}", f"{1000 * found / length:.1f}", f"{1000 * took:.1f}", f"{length / took / 1000:.0f}"]
            lines.append([kind, *figures, f"{took / before:.2f}" if before else "", ""])
            if before and length >= JUDGED and took / before >= MOST_GROWTH:
                broken.append(f"{kind} text of {length / 1000:.0f} kB takes {took / before:.2f} times as long as half of it")
            before = took
    return lines, broken


def python(code: str, text: str = "") -> str:
    """What a fresh interpreter prints."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as users run it, compiled once
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, input=text, capture_output=True, text=True, check=True, env=env).stdout


def load_times() -> list[list[str]]:
    """How long a fresh interpreter takes to start, and to start and read its first sentence."""

    def took(code: str) -> float:
        began = time.perf_counter()
        python(code)
        return time.perf_counter() - began

    python(FIRST)
    bare, first = (median(took(code) for _ in range(5)) for code in ("pass", FIRST))
    return [
        ["Python alone", f"{bare:.2f}", ""],
        ["with the first sentence read", f"{first:.2f}", ""],
        ["the difference", f"{first - bare:.2f}", ""],
    ]


def memory(length: int) -> tuple[list[list[str]], list[str]]:
    """Peaks of memory of fresh interpreters in MB, and whether more is taken than promised."""
    if not sys.platform.startswith("linux"):
        return [["the peak of memory is read from /proc, which is not here", "", "", ""]], []
    bare = int(python(BARE))
    peaks = {"Python alone": bare, "rules loaded": int(python(LOADED))}
    peaks |= {f"{kind} text of {length / 1000:.0f} kB read": int(python(READING, made(kind, length))) for kind in KINDS}
    lines = [[what, f"{peak / MB:.0f}", f"{(peak - bare) / MB:.0f}", ""] for what, peak in peaks.items()]
    broken = [f"{what}: {peak / MB:.0f} MB (at most {MOST_MEMORY})" for what, peak in peaks.items() if peak / MB > MOST_MEMORY]
    return lines, broken


def whole_articles() -> list[list[str]]:
    """Reading each seed, beside the time that spaCy takes for its whole text with all parts of the model; CPU time."""
    from importlib import import_module

    from timeline.article import Article
    from timeline.events.model import MODELS, pipeline
    from timeline.events.reader import read

    name = next((name for name in MODELS if pipeline().meta.get("name", "?") in name), "")
    if not name:
        return [["no English model is installed", "", "", "", ""]]
    parse, lines = import_module(name).load(), []
    for path in sorted((ROOT / "seeds").glob("*/article.txt")):
        article = Article(text=path.read_text("utf-8"), published=PUBLISHED)
        read(article)
        took, theirs = seconds(lambda _: read(article), ""), seconds(parse, article.text)  # noqa: B023
        words = len(article.text.split())
        lines.append([path.parent.name, str(words), f"{1000 * took:.0f}", f"{1000 * theirs:.0f}", f"{took / theirs:.2f}"])
    return lines


def compared(kind: str, package: Path | None) -> list[list[str]]:
    """The same text read by every program, by the clock on the wall."""
    from dateparser.search import search_dates

    text = made(kind, COMPARED)
    search = partial(search_dates, languages=["en"], settings={"RELATIVE_BASE": dt.datetime(2024, 2, 14)})
    wall = time.perf_counter
    took = seconds(ours, text, wall)
    lines = [_line(f"{kind}: timeline.tag", len(text), took, took, ours(text), "")]
    search(text[:100])
    began = wall()
    found = search(text) or []
    theirs = wall() - began
    lines.append(_line(f"{kind}: dateparser.search", len(text), theirs, took, len(found), ""))
    if package is not None:
        start = heideltime.run(package, text[:START], PUBLISHED.isoformat())
        whole = heideltime.run(package, text, PUBLISHED.isoformat())
        peak = f"{whole.memory / MB:.0f} MB"
        lines.append(_line(f"{kind}: HeidelTime, start of Java included", len(text), whole.seconds, took, whole.found, peak))
        alone = (whole.seconds - start.seconds) * len(text) / (len(text) - START)
        lines.append(_line(f"{kind}: HeidelTime, reading alone", len(text), alone, took, whole.found, ""))
    return lines


def _line(who: str, characters: int, took: float, ours_took: float, found: int, remark: str) -> list[str]:
    return [who, str(found), f"{1000 * took:.0f}", f"{characters / took / 1000:.1f}", f"{took / ours_took:.0f}", remark]


def main(told: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a promise is broken."""
    parser = argparse.ArgumentParser(prog="make bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--short", action="store_true", help=f"texts up to {SHORT // 1000} kB, and no other programs")
    asked = parser.parse_args(told)
    say = partial(print, flush=True)
    lengths = [length for length in LENGTHS if length <= SHORT or not asked.short]
    ours(made("news", 1000))  # rules compiled, lists loaded
    say("Time by length, best of several passes, seconds of one core\n")
    lines, broken = by_length(lengths)
    say(table(["", "kB", "expressions/kB", "ms", "kchars/s", "t(2n)/t(n)", ""], lines))
    say("\nStart, median of five\n\n" + table(["", "s", ""], load_times()))
    say("\nReading whole articles, milliseconds of one core, and spaCy on all of the text\n")
    say(table(["", "words", "ms", "spaCy", "of it"], whole_articles()))
    say("\nDrawing made tables: milliseconds of one core for lay_out, in a fresh interpreter and again, and for the figure\n")
    lines, too_large = drawing.laid([count for count in drawing.COUNTS if count <= drawing.SHORT or not asked.short])
    say(table(["events", "first ms", "ms", "aim", "per event", "figure ms", "MB", "marks", "counted", ""], lines))
    say(f"\nDrawing the seed {drawing.SEED}, milliseconds of one core, warm\n")
    say(table(["", "pixels", "lay_out", "svg", "png", "kB", ""], drawing.pictures()))
    lines, too_much = memory(lengths[-1])
    say("\nPeak of memory of the whole process\n\n" + table(["", "MB", "above Python", ""], lines))
    if not asked.short:
        say(f"\nThe same {COMPARED // 1000} kB read by other programs in this run, by the clock on the wall\n")
        say(table(["", "found", "ms", "kchars/s", "times as long", ""], others(say)))
    if broken + too_large + too_much:
        say("\nBROKEN:\n  " + "\n  ".join(broken + too_large + too_much))
        return 1
    say(f"\nTime grows with length (t(2n)/t(n) < {MOST_GROWTH} from {JUDGED // 1000} kB on) and memory stays below {MOST_MEMORY} MB.")
    return 0


def others(say: Callable[[str], None]) -> list[list[str]]:
    """The comparison on every kind of text; says why where HeidelTime is not in it."""
    try:
        package = heideltime.ready()
    except heideltime.Unavailable as reason:
        say(f"HeidelTime NOT MEASURED: {reason}\n")
        package = None
    lines = []
    for kind in KINDS:
        try:
            lines += compared(kind, package)
        except heideltime.Unavailable as reason:
            say(f"HeidelTime NOT MEASURED on {kind} text: {reason}\n")
            lines += compared(kind, None)
    return lines


if __name__ == "__main__":
    sys.exit(main())
