"""Print every measure on every set beside those of other programs, and fail where one is below its floor.

make score                   # all sets that are there; those that are not are named
make score ARGS=--raise      # set the floors a little below what is measured now, where that is higher
make score ARGS=--own        # only the sets that lie in this project
"""

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, partial

from tests.measure import events, expressions, floors, merging, sentences
from tests.measure.gold import GOLD, GoldText, articles, corpora, halves, timeml, timeml_files
from tests.measure.gold import sentences as gold_sentences
from timeline.dates.tagger import tag
from timeline.dates.timex import Timex

PASSES = 3
GENRES = ("bio", "interview", "speech", "textbook", "voyage")
BETWEEN = "  "

# Each corpus and the folder that holds it; TimeBank is parted by the order of its file names.
CORPORA: dict[str, tuple[str, slice]] = {
    "aquaint": ("aquaint", slice(None)),
    "timebank": ("timebank", slice(None)),
    "timebank even": ("timebank", slice(0, None, 2)),
    "timebank odd": ("timebank", slice(1, None, 2)),
    "wikiwars-train": ("wikiwars-train", slice(None)),
    "gum": ("gum", slice(None)),
    **{f"gum {genre}": (f"gum/{genre}", slice(None)) for genre in GENRES},
}
ANCHORS = "anchors-aquaint"
NOTES = {
    "timebank even": "rules may be written on these files",
    "timebank odd": "held out: nobody looks at its texts or errors",
    "timebank": "both halves",
    "gum": "the five genres together; lengths are unmarked there, so precision looks low",
}

Row = dict[str, float]


def read_text(text: GoldText) -> list[Timex]:
    """The expressions of a gold text, read as any text is."""
    return tag(text.text, text.published, narrative=text.narrative)


def own_expressions(passes: int = PASSES) -> dict[str, Row]:
    """Time expressions of our own sentences that hold dates, and of those that are traps, each half apart."""
    sets = {f"{name} {half}": gold_sentences(name, half) for name in ("dates", "traps") for half in ("tuning", "held-out")}
    exact = sentences.shares()
    return {name: {**expressions.measured(texts, read_text, passes), "exact": exact[name]} for name, texts in sets.items()}


def corpus(name: str) -> list[GoldText]:
    """The texts of a corpus, none where it is missing."""
    folder, part = CORPORA[name]
    return [_timeml(path) for path in timeml_files(corpora() / folder)[part]]


_timeml: Callable[..., GoldText] = cache(timeml)


def corpus_expressions(passes: int = PASSES) -> dict[str, Row]:
    """Time expressions of every corpus that is there."""
    return {name: expressions.measured(texts, read_text, passes) for name in CORPORA if (texts := corpus(name))}


def own_articles() -> dict[str, Row]:
    """Events of our own articles: each half, the seeds, and all together."""
    parts = halves()
    tallies = {article.name: events.tallied(article) for names in parts.values() for article in articles(names)}
    found = {f"articles {half}": events.shares([tallies[name] for name in names]) for half, names in parts.items()}
    return found | {"articles": events.shares(list(tallies.values()))}


def own_merging() -> dict[str, Row]:
    """Mentions of one event in several of our own articles: each half."""
    return {f"merging {half}": merging.measured(half) for half in merging.HALVES}


def corpus_days() -> dict[str, Row]:
    """Days of event words, where that corpus is there."""
    paths = timeml_files(corpora() / ANCHORS)
    return {ANCHORS: events.days_measured(paths)} if paths else {}


def peers(of: str) -> list[dict[str, str]]:
    """What other programs reached on a set, as measured once; `speed` holds how fast they were."""
    with (GOLD / "peers.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["set"] == of]


def table(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """Lines of words under their heads, the first and last column to the left, the others to the right."""
    rows = [list(head), *map(list, lines)]
    widths = [max(len(row[k]) for row in rows) for k in range(len(head))]
    sides = ["<", *">" * (len(head) - 2), "<"]
    shape = BETWEEN.join(f"{{:{side}{width}}}" for side, width in zip(sides, widths, strict=True))
    return "\n".join(shape.format(*row).rstrip() for row in rows)


def shown(value: float | None) -> str:
    """A measure as it is printed: counts whole, shares with one place."""
    return "" if value is None else f"{value}" if isinstance(value, int) else f"{value:.1f}"


COLUMNS = ("texts", "gold", "strict", "relaxed", "value", "type", "interval", "datable", "exact", "kchars/s")


def compared(measured: Mapping[str, Row]) -> str:
    """Time expressions of every set, and below each the programs that were measured on it."""
    lines = []
    for name, row in measured.items():
        lines.append([name, *(shown(row.get(column)) for column in COLUMNS), NOTES.get(name, "")])
        lines += [_peer(row, "") for row in peers(name)]
        if name == "wikiwars-train":
            lines += [_peer(row, "all 22 histories") for row in peers("wikiwars")]
    return table(["", *COLUMNS, ""], lines)


def _peer(row: Mapping[str, str], remark: str) -> list[str]:
    said = "; ".join(filter(None, [remark, row["note"]]))
    return [f"  {row['peer']}", *(row.get(column) or "" for column in COLUMNS), said]


def plain(measured: Mapping[str, Row]) -> str:
    """Sets and their measures, without other programs."""
    columns = list(next(iter(measured.values())))
    return table(["", *columns, ""], [[name, *(shown(row[column]) for column in columns), ""] for name, row in measured.items()])


def main(told: Sequence[str] | None = None) -> int:
    """Measure, print, compare with the floors; the exit status tells whether all held."""
    parser = argparse.ArgumentParser(prog="make score", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise the floors to a little below what is measured now")
    parser.add_argument("--own", action="store_true", help="leave the corpora out")
    asked = parser.parse_args(told)
    say = partial(print, flush=True)
    times = own_expressions() | ({} if asked.own else corpus_expressions())
    say("Time expressions: per cent, as TempEval-3 defines them; exact: whole sentences with every span, value and day right\n")
    say(compared(times) + "\n")
    say("Speed of the others, measured once on another day (make bench compares in one run)\n")
    say(table(["", "kchars/s", "memory MB", ""], [[f"  {p['peer']}", p["kchars/s"], p["memory MB"], p["note"]] for p in peers("speed")]))
    found = own_articles()
    say("\nEvents of our own articles\n\n" + plain(found))
    one = own_merging()
    say("\nMentions of one event in several articles, put into one row: per cent of pairs\n\n" + plain(one))
    days = {} if asked.own else corpus_days()
    if days:
        say("\nDays of event words: not of the day of publication (recall, precision), and of that day (kept)\n\n" + plain(days))
    return concluded(times | found | one | days, asked.lift, say)


def concluded(measured: Mapping[str, Row], lift: bool, say: Callable[[str], None]) -> int:
    """Say which sets were not measured and which measures fell, or raise the floors; 1 where something fell."""
    absent = [name for name in [*CORPORA, ANCHORS] if name not in measured]
    if absent:
        say(
            f"\nNOT MEASURED: {', '.join(absent)}.\nTheir texts are not in {corpora()}; set TIMELINE_CORPORA to the folder that holds them."
        )
    kept = floors.load()
    fell = floors.fallen(measured, kept) + floors.unmeasured(measured, kept, frozenset(absent))
    if lift:
        new = floors.raised(measured, kept)
        floors.save(new)
        up = sum(new[name][measure] != kept.get(name, {}).get(measure) for name in new for measure in new[name])
        say(f"\n{up} floors raised in {floors.FLOORS.name}.")
        fell = floors.fallen(measured, new)
    if fell:
        say(f"\nBELOW THE FLOOR ({len(fell)}):\n  " + "\n  ".join(fell))
        return 1
    say("\nEvery measure that was taken is at or above its floor.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
