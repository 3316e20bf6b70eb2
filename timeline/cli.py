"""The command line: extract a timeline, tag time expressions, list the rules."""

from __future__ import annotations

import argparse
import contextlib
import dataclasses
import json
import os
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from timeline.errors import TimelineError, UnreadableSource
from timeline.page.files import FORMATS, made

if TYPE_CHECKING:
    import pandas as pd

    from timeline.article import Article
    from timeline.dates.rules import Example
    from timeline.dates.timex import Timex
    from timeline.events.event import Reading

WRONG_USE = 2
_ENDINGS = ", ".join("." + ending for ending in FORMATS)
_WIDTH = 100  # where no terminal tells its own


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and gives its exit code: 0, or 2 with a sentence on standard error."""
    _survive_odd_letters()
    given = _parser().parse_args(arguments)
    try:
        code: int = given.command(given)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # Whoever read our output has enough; nothing more may be written, not even by the interpreter as it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except TimelineError as fault:
        return _complain(fault)
    except OSError as fault:
        # The output is full or gone; what is left of it must not be tried again as the interpreter ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _complain(TimelineError(f"cannot write the output: {fault.strerror or fault}. Free some room, or choose another place."))
    except KeyboardInterrupt:
        return 130


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"timeline: {message}. See: {self.prog} --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m timeline",
        description="Reads news articles, finds every dated event, and draws a timeline you can check against its sources.",
        epilog=_examples(
            "python -m timeline extract article.txt",
            "python -m timeline extract article.txt --published 2025-01-18 -o timeline.html",
            "python -m timeline rules",
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    extract = _command(
        commands,
        "extract",
        _extract,
        "find the dated events of articles and show or save them",
        "python -m timeline extract article.txt",
        "python -m timeline extract monday.txt tuesday.txt -o events.csv",
        "python -m timeline extract article.txt --published '18 January 2025' -o timeline.png",
        "cat article.txt | python -m timeline extract -",
    )
    extract.add_argument("files", nargs="+", metavar="FILE", help="a text file; - is standard input")
    extract.add_argument(
        "-o", "--out", type=Path, metavar="OUT", help="where to save, as " + ", ".join(FORMATS) + "; without it, a table is shown"
    )
    tag = _command(
        commands,
        "tag",
        _tag,
        "find the time expressions of an article, one JSON object a line",
        "python -m timeline tag article.txt --published 2025-01-18",
        "python -m timeline tag - < article.txt",
    )
    tag.add_argument("file", metavar="FILE", help="a text file; - is standard input")
    for command in (extract, tag):
        command.add_argument(
            "--published", metavar="DATE", help="the day of publication, such as 2025-01-18; else it is looked for in the text"
        )
        command.add_argument(
            "--read-as",
            choices=("news", "history"),
            help="what a month or “two days later” counts from: publication, or the date that the telling has reached; "
            "without it, the text decides",
        )
    _command(commands, "rules", _rules, "list every rule that reads dates, with its examples", "python -m timeline rules")
    return parser


def _command(commands: argparse._SubParsersAction[_Parser], name: str, run: object, says: str, *examples: str) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        name,
        help=says,
        description=says[0].upper() + says[1:] + ".",
        epilog=_examples(*examples),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=run)
    return parser


def _examples(*lines: str) -> str:
    return "examples:\n" + "\n".join(f"  {line}" for line in lines)


def _extract(given: argparse.Namespace) -> int:
    if given.out is not None and given.out.suffix[1:].lower() not in FORMATS:
        raise UnreadableSource(f"cannot save as {given.out.name!r}: its name must end in {_ENDINGS}.")
    articles, code = _articles(given.files, given.published, given.read_as)
    if not articles:
        return code
    from timeline.events.reader import read
    from timeline.table.frame import to_frame
    from timeline.table.merge import merge

    readings = [read(article) for article in articles]
    frame = merge(to_frame(readings))
    if given.out is None:
        _show(frame, readings)
    else:
        from timeline.drawing.style import Style
        from timeline.drawing.wording import count_words

        style = Style(title=(articles[0].title if len(articles) == 1 else "") or None)
        _save(made(frame, given.out.suffix[1:].lower(), style), given.out)
        print(f"{given.out}: {count_words(len(frame), 'event')}")
        if frame.empty:
            _say_nothing_found(readings)
    return code


def _articles(names: Sequence[str], published: str | None, read_as: str | None) -> tuple[list[Article], int]:
    """The articles that can be read; each other one is complained of and loses nothing else."""
    from timeline.intake.publication import published_day

    day = published_day(published) if published is not None else None
    articles: list[Article] = []
    code = 0
    for name in names:
        try:
            articles.append(dataclasses.replace(_article(name, day), narrative=None if read_as is None else read_as == "history"))
        except TimelineError as fault:
            code = _complain(fault)
    return articles, code


def _article(name: str, published: object) -> Article:
    from timeline.intake.source import LARGEST_FILE, from_bytes, from_file

    if name == "-":
        return from_bytes(sys.stdin.buffer.read(LARGEST_FILE + 1), published=published, name="standard input")  # type: ignore[arg-type]
    return from_file(Path(name), published=published)  # type: ignore[arg-type]


def _save(data: bytes, path: Path) -> None:
    """Writes the whole file or nothing of it: what stood there stays until all is written."""
    beside = None
    try:
        handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(beside, 0o666 & ~mask)
        os.replace(beside, path)
    except OSError as fault:
        if beside is not None:
            with contextlib.suppress(OSError):
                os.unlink(beside)
        raise UnreadableSource(f"cannot save {str(path)!r}: {fault.strerror or fault}. Choose another folder or name.") from fault


def _show(frame: pd.DataFrame, readings: Sequence[Reading]) -> None:
    """The table for a terminal: when, what, what sort; then what could not be dated, and notes."""
    from timeline.page.words import publication

    for reading in readings:
        print(f"{_line(reading.article.name)} ({publication(reading.article)})")
    if frame.empty:
        _say_nothing_found(readings)
    else:
        print()
        _show_events(frame)
    for heading, lines in _leftovers(readings).items():
        if lines:
            print(f"\n{heading}")
            for line in lines:
                print(textwrap.fill(line, _columns(), initial_indent="  ", subsequent_indent="    "))


def _show_events(frame: pd.DataFrame) -> None:
    from timeline.drawing.wording import article_words, count_words, other_dates, teller_words
    from timeline.page.words import dates_in_words, sort_words

    told: list[dict[str, Any]] = frame.to_dict("records")  # type: ignore[assignment]
    rows = [
        (when, _line(row["title"]), ", ".join(filter(None, [sort_words(row["kind"], row["status"]), article_words(row)])))
        for when, row in zip(dates_in_words(frame), told, strict=True)
    ]
    first, last = (max(len(row[k]) for row in rows) for k in (0, 2))
    room = max(24, _columns() - first - last - 6)
    for event, (when, title, kind) in zip(told, rows, strict=True):
        lines = textwrap.wrap(title, room) or [""]
        print(f"  {when:<{first}}  {lines[0]:<{room}}  {kind}".rstrip())
        for line in lines[1:]:
            print(f"  {'':<{first}}  {line}")
        others = other_dates(event)
        for mention in [{**event, "agrees": True}, *others] if others else []:
            quote = f"{_line(teller_words(mention))}: {_line(mention['sentence'])}"
            print(textwrap.fill(quote, _columns(), initial_indent=" " * (first + 4), subsequent_indent=" " * (first + 6)))
    print(f"\n{count_words(len(rows), 'event')}")


def _leftovers(readings: Sequence[Reading]) -> dict[str, list[str]]:
    several = len(readings) > 1
    undated, notes = [], []
    for reading in readings:
        where = f"{_line(reading.article.source or reading.article.name)}: " if several else ""
        undated += [f"{where}{_line(timex.text)} — {_line(timex.reason) or 'no date in these words'}" for timex in reading.undated]
        notes += [where + _line(note.message) for note in reading.notes]
    return {"Not dated": undated, "Notes": notes}


def _say_nothing_found(readings: Sequence[Reading]) -> None:
    from timeline.page.words import nothing_found

    undated = next((reading for reading in readings if reading.article.published is None), readings[0])
    said = nothing_found(undated.article)
    if undated.article.published is None:
        said += " Give it with --published."
    print(textwrap.fill(said, _columns()))


def _tag(given: argparse.Namespace) -> int:
    from timeline.dates.tagger import tag

    articles, code = _articles([given.file], given.published, given.read_as)
    for article in articles:
        for timex in tag(article.text, published=article.published, narrative=article.narrative):
            print(json.dumps(_plain(timex), ensure_ascii=False))
    return code


def _plain(timex: Timex) -> dict[str, object]:
    """A time expression in plain values; `when` is half-open, and in EDTF."""
    when = timex.when
    return {
        "start": timex.start,
        "stop": timex.stop,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "when": when
        and {
            "start": when.start and when.start.isoformat(),
            "stop": when.stop and when.stop.isoformat(),
            "grain": str(when.grain),
            "approximate": when.approximate,
            "implied": when.implied,
            "edtf": when.edtf,
        },
        "certainty": timex.certainty,
        "readings": [span.edtf for span in timex.readings],
        "rule": timex.rule,
        "reason": timex.reason,
    }


def _rules(given: argparse.Namespace) -> int:
    from timeline.dates.tagger import rules

    for rule in rules():
        print(f"{rule.name}: {rule.doc}" if rule.doc else rule.name)
        for example in rule.examples:
            print(f"    {example_words(example)}")
        print()
    return 0


def example_words(example: Example) -> str:
    """An example of a rule as one line: the sentence with its expressions in brackets, and what the first one means."""
    from timeline.dates.rules import TODAY

    words, last = "", 0
    for start, stop in example.marked:
        words += f"{example.sentence[last:start]}[{example.sentence[start:stop]}]"
        last = stop
    words += example.sentence[last:]
    today = "" if example.anchor == TODAY else f"  (on {example.anchor})" if example.anchor else "  (on a day not known)"
    return f"{words}{today}  →  {example.value or 'nothing'}"


def _line(words: object) -> str:
    """Words of an article as one line that cannot command a terminal."""
    from timeline.drawing.escape import label

    return label(words)


def _columns() -> int:
    return min(max(60, shutil.get_terminal_size((_WIDTH, 24)).columns if sys.stdout.isatty() else _WIDTH), 160)


def _complain(fault: TimelineError) -> int:
    print(f"timeline: {_line(fault)}", file=sys.stderr)
    return WRONG_USE


def _survive_odd_letters() -> None:
    """A terminal that lacks a letter shows a question mark instead of stopping everything."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
