"""How many gold sentences are read exactly: surfaces, TIMEX3 values and days.

python tests/measure/sentences.py [--errors N]      # errors of the tuning half only: the other half is for measuring
"""

import argparse
import collections
import datetime as dt
import json
from pathlib import Path

from timeline import DateSpan, tag

GOLD = Path(__file__).parents[2] / "data" / "gold"


def rows(name):
    """The gold sentences of one file."""
    return [json.loads(line) for line in (GOLD / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def located(row):
    """The marked expressions with their places: start, stop, value alternatives, date alternatives."""
    found, at = [], 0
    for surface, value, when in row["timexes"]:
        start = row["text"].index(surface, at)
        at = start + len(surface)
        found.append((start, at, value, when))
    return found


def faults(row):
    """What is wrong in a sentence: missed, extra and wrong answers, in words."""
    published = row["published"] and dt.date.fromisoformat(row["published"])
    timexes = {(t.start, t.stop): t for t in tag(row["text"], published, narrative=row.get("narrative"))}
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


def _agrees(timex, answer):
    if answer == "null":
        return timex.when is None
    spans = [timex.when, *timex.readings]
    gold = DateSpan.from_edtf(answer)
    return any(s and (s.start, s.stop, s.approximate) == (gold.start, gold.stop, gold.approximate) for s in spans)


def shares():
    """Share of sentences read exactly, for each file and half."""
    n = collections.Counter()
    for name in ("dates", "traps"):
        for row in rows(name):
            n[name, row["half"], "all"] += 1
            n[name, row["half"], "right"] += not faults(row)
    return {
        f"{name} {half}": 100 * n[name, half, "right"] / n[name, half, "all"]
        for name in ("dates", "traps")
        for half in ("tuning", "held-out")
    }


def main():
    """Print the shares, and the first errors if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
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
