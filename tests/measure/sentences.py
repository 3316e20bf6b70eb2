"""How many gold sentences are read exactly: surfaces, TIMEX3 values and days.

python -m tests.measure.sentences [--errors N]      # errors of the tuning half only: the other half is for measuring
"""

import argparse
import collections
from typing import Any

from tests.measure.gold import located, published_of, rows
from timeline.dates.datespan import DateSpan
from timeline.dates.tagger import tag
from timeline.dates.timex import Timex


def faults(row: dict[str, Any]) -> list[str]:
    """What is wrong in a sentence: missed, extra and wrong answers, in words."""
    timexes = {(t.start, t.stop): t for t in tag(row["text"], published_of(row), narrative=row.get("narrative"))}
    wrong = []
    for start, stop, value, when in located(row):
        timex = timexes.pop((start, stop), None)
        if timex is None:
            wrong.append(f"missed {row['text'][start:stop]!r} {value}")
        elif timex.value not in value.split("|"):
            wrong.append(f"value {timex.text!r} {timex.value} not {value} ({timex.rule})")
        elif not any(_agrees(timex, answer) for answer in (when or "null").split("|")):
            wrong.append(f"when {timex.text!r} {timex.when} not {when} ({timex.rule})")
    return wrong + [f"extra {t.text!r} {t.value} ({t.rule})" for t in timexes.values()]


def _agrees(timex: Timex, answer: str) -> bool:
    if answer == "null":
        return timex.when is None
    spans = [timex.when, *timex.readings]
    gold = DateSpan.from_edtf(answer)
    return any(s and (s.start, s.stop, s.approximate) == (gold.start, gold.stop, gold.approximate) for s in spans)


def shares() -> dict[str, float]:
    """Share of sentences read exactly, for each file and half."""
    n: collections.Counter[tuple[str, str, str]] = collections.Counter()
    for name in ("dates", "traps"):
        for row in rows(name):
            n[name, row["half"], "all"] += 1
            n[name, row["half"], "right"] += not faults(row)
    return {
        f"{name} {half}": 100 * n[name, half, "right"] / n[name, half, "all"]
        for name in ("dates", "traps")
        for half in ("tuning", "held-out")
    }


def main() -> None:
    """Print the shares, and the first errors if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", type=int, default=0, metavar="N")
    asked = parser.parse_args()
    shown = 0
    for name in ("dates", "traps"):
        for row in rows(name):
            if row["half"] == "tuning" and shown < asked.errors and (wrong := faults(row)):
                shown += 1
                print(f"{row['class']}: {row['text'].replace(chr(10), '⏎')}\n    " + "; ".join(wrong))
    print(" ".join(f"{name} {share:.1f}" for name, share in shares().items()))


if __name__ == "__main__":
    main()
