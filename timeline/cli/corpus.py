"""The command `corpus`: an archive is read in parts, merged, and asked for what one wants to see."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.listing import line, show
from timeline.cli.looks import add_looks, looks, window_of
from timeline.cli.saving import add_out, ending_asked, save

if TYPE_CHECKING:
    from timeline.corpus.archive import Plan
    from timeline.corpus.parts import Done

EXAMPLES = (
    "python -m timeline corpus read 'news/*.jsonl.gz' -o archive/ --workers 4",
    "python -m timeline corpus merge archive/",
    "python -m timeline corpus query archive/ --actor Iran --kind attack --from 2019 --to 2021 -o story.html",
)
_NOT_FINISHED = 1


def add(parser: argparse.ArgumentParser) -> None:
    """Adds what `corpus` can be told."""
    does = parser.add_subparsers(title="what to do", metavar="", required=True)
    read = does.add_parser("read", help="read files, a part at a time; what is finished is not read again")
    read.add_argument(
        "inputs", nargs="+", metavar="INPUT",
        help="JSONL, CSV, TSV or Parquet, also .gz, .zst, .bz2 or .xz; other files as `extract` reads them; folders, globs, s3:// and gs://",
    )  # fmt: skip
    read.add_argument("-o", "--out", required=True, metavar="OUT", help="the folder for the parts; all workers must see it")
    read.add_argument(
        "--column", action="append", default=[], metavar="WHAT=NAME", help="the column of the text, published, title, url, source or id"
    )
    read.add_argument("--workers", type=_number, default=1, metavar="N", help="so many processes on this machine")
    read.add_argument("--scheduler", default="", metavar="ADDRESS", help="an existing Dask cluster, such as tcp://10.0.0.1:8786")
    read.add_argument("--part", type=_number, metavar="N", help="articles in a part; without it, 500")
    read.add_argument("--read-as", choices=("news", "history"), help="as for extract")
    read.add_argument("--anew", action="store_true", help="read again what other rules have read")
    read.set_defaults(does=_read)
    merge = does.add_parser("merge", help="bring together what several articles tell of one event")
    merge.add_argument("folder", type=Path, metavar="OUT", help="the folder that `corpus read` has written")
    merge.add_argument("--workers", type=_number, default=1, metavar="N", help="so many processes on this machine")
    merge.add_argument("--scheduler", default="", metavar="ADDRESS", help="an existing Dask cluster")
    merge.set_defaults(does=_merge)
    query = does.add_parser("query", help="draw, save or show the most told events that fit")
    query.add_argument("folder", type=Path, metavar="OUT", help="the folder of an archive, best merged")
    query.add_argument("--actor", action="append", default=[], metavar="NAME", help="who took part; of several one is enough")
    query.add_argument("--place", action="append", default=[], metavar="NAME", help="where")
    query.add_argument("--kind", action="append", default=[], metavar="KIND", help="what sort of event, such as attack or accord")
    query.add_argument("--status", action="append", default=[], metavar="STATUS", help="such as happened or planned")
    query.add_argument("--words", default="", metavar="WORDS", help="words that must all stand in the event or its sentence")
    query.add_argument("--precision", default="", metavar="GRAIN", help="the coarsest: day, month, year …")
    query.add_argument("--score", type=float, default=0.0, metavar="LEAST", help="the least worth, from 0 to 1")
    query.add_argument("--conflict", action="store_true", help="only events on whose date sources disagree")
    query.add_argument("--most", type=_number, default=200, metavar="N", help="so many events, the most told; without it, 200")
    add_out(query)
    add_looks(query)
    query.set_defaults(does=_query)


def run(given: argparse.Namespace) -> int:
    """Does what was asked; 0 where all of it was done."""
    code: int = given.does(given)
    return code


def _read(given: argparse.Namespace) -> int:
    from timeline.corpus.archive import demand_rules, planned, read_archive
    from timeline.corpus.columns import mapping_from
    from timeline.corpus.parts import Order
    from timeline.corpus.planning import SIZE

    out = str(Path(given.out).absolute())
    order = Order(out, mapping_from(given.column), None if given.read_as is None else given.read_as == "history")
    try:
        plan = planned(given.inputs, order, given.part or SIZE)
    except KeyboardInterrupt:
        print("Stopped while the files were looked through; nothing was begun. Say the same again.", file=sys.stderr)
        return 130
    demand_rules(plan, given.anew)
    for each in plan.inputs:
        if each.broken:
            print(f"timeline: {line(each.address)}: {line(each.broken)}; {each.rows:,} rows before that are read.", file=sys.stderr)
    _say_what_is_there(plan)
    done: list[Done] = []
    try:
        _run(read_archive(plan, given.workers, given.scheduler), plan, done)
    except KeyboardInterrupt:
        there = len(plan.finished) + len(done)
        print(f"Stopped: {there:,} of {len(plan.partitions):,} parts are finished. Say the same again to go on.", file=sys.stderr)
        return 130
    return _say_what_came(plan, done, given.out)


def _say_what_is_there(plan: Plan) -> None:
    if plan.finished:
        print(f"{len(plan.finished):,} of {len(plan.partitions):,} parts are finished already.", file=sys.stderr)
    elif plan.outdated:
        print(f"{len(plan.outdated):,} parts that other rules have read are read again.", file=sys.stderr)


def _run(coming: object, plan: Plan, done: list[Done]) -> None:
    """Goes through what is read, with a bar that tells how far it is."""
    from contextlib import closing

    from tqdm import tqdm

    rows = {each.number: each.rows for each in plan.partitions}
    lost = 0
    with (
        closing(coming) as parts,  # type: ignore[type-var]
        tqdm(total=sum(each.rows for each in plan.left), unit="article", smoothing=0.05, disable=None) as bar,
    ):
        for each in parts:  # type: ignore[attr-defined]
            if each.digest:
                done.append(each)
            lost += each.lost
            if lost:
                bar.set_postfix_str(f"{lost:,} not read", refresh=False)
            bar.update(rows[each.number])


def _say_what_came(plan: Plan, done: list[Done], folder: str) -> int:
    from timeline.corpus.archive import manifest_of
    from timeline.drawing.wording import count_words

    every = [*plan.finished, *done]
    articles, events, lost = (sum(getattr(each, name) for each in every) for name in ("articles", "events", "lost"))
    told = count_words(events, "event"), count_words(articles, "article"), count_words(len(every), "part")
    print(f"{folder}: {told[0]} of {told[1]} in {told[2]}")
    if lost:
        print(f"{lost:,} rows or files were not read; why stands in {folder}/notes-*.jsonl")
    if twice := manifest_of(plan.folder).get("twice"):
        told_twice = f"{count_words(twice['articles'], 'article')}, such as {line(twice['such as'][0])!r}"
        print(f"In several parts under one id: {told_twice}. `corpus merge` takes each from the first of them.")
    missing = len(plan.partitions) - len(every)
    if missing:
        print(
            f"timeline: {missing} parts were not finished, since the process that worked on them died three times, as it does where memory "
            "runs out. Say the same again with fewer --workers, or a smaller --part.",
            file=sys.stderr,
        )
    return _NOT_FINISHED if missing else 0


def _say_what_is_missing(folder: Path) -> None:
    """An archive whose reading was stopped is merged and asked as far as it goes, which must be said."""
    from timeline.corpus.archive import manifest_of

    if not manifest_of(folder)["finished"]:
        print(f"timeline: {folder} is not read to its end; this is of the parts that are finished. `corpus read` goes on.", file=sys.stderr)


def _merge(given: argparse.Namespace) -> int:
    from timeline.corpus.merging import merge_archive

    _say_what_is_missing(given.folder)
    found = merge_archive(given.folder.absolute(), given.workers, given.scheduler)
    print(f"{given.folder}: {found.rows:,} rows are {found.events:,} events")
    return 0


def _query(given: argparse.Namespace) -> int:
    from timeline.corpus.querying import known_names, query
    from timeline.table.choosing import Filter, share_words

    ending = ending_asked(given)
    window = window_of(given)
    wanted = Filter(
        start=window[0], stop=window[1], words=given.words, actors=tuple(given.actor), places=tuple(given.place),
        kinds=tuple(given.kind), statuses=tuple(given.status), grain=given.precision, score=given.score, conflict=given.conflict,
    )  # fmt: skip
    wanted = known_names(given.folder, wanted)
    _say_what_is_missing(given.folder)
    answer = query(given.folder, wanted, given.most)
    fitting = share_words(answer.total, answer.total, Filter())
    if len(answer.frame) < answer.total:
        print(f"{fitting} fit; shown are the {len(answer.frame):,} that most articles tell. --most shows more.", file=sys.stderr)
    if not answer.merged:
        print("The archive is not merged yet; this answer is. Say `corpus merge` to have all of it.", file=sys.stderr)
    if answer.frame.empty:
        print("No event fits. Leave out something of what you ask for.", file=sys.stderr)
    if given.out is None:
        show(answer.frame, [])
    else:
        save(answer.frame, given, ending, looks(given, answer.frame, window, ""))
    return 0


def _number(word: str) -> int:
    number = int(word)
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{word} is no number from 1 to a million")
    return number
