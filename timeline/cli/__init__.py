"""The command line: extract a timeline, tag time expressions, compare tables, read archives, list the rules, serve the page, tidy up."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from timeline.cli import comparing, corpus, serve, store
from timeline.cli.gathering import WHAT, gathered
from timeline.cli.listing import line, say_nothing_found, show
from timeline.cli.looks import add_looks, looks, window_of, within
from timeline.cli.saving import STDOUT, add_out, ending_asked, save
from timeline.errors import TimelineError

if TYPE_CHECKING:
    from timeline.dates.rules import Example
    from timeline.dates.timex import Timex

WRONG_USE = 2


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
        "python -m timeline extract monday.pdf tuesday.docx week.zip -o events.csv",
        "python -m timeline extract https://gazette.example/accord -o accord.html",
        "python -m timeline extract article.txt --published '18 January 2025' -o timeline.png",
        "python -m timeline extract article.txt --from 2021 --to 2024-06 --lanes actor --size slide -o timeline.png",
        "cat article.txt | python -m timeline extract - -o - --as json",
    )
    extract.add_argument("files", nargs="+", metavar="FILE", help=WHAT)
    add_out(extract)
    add_looks(extract)
    tag = _command(
        commands,
        "tag",
        _tag,
        "find the time expressions of an article, one JSON object a line",
        "python -m timeline tag article.txt --published 2025-01-18",
        "python -m timeline tag - < article.txt",
    )
    tag.add_argument("file", metavar="FILE", help=WHAT)
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
    compare = _command(commands, "compare", comparing.run, "tell what differs between two saved tables", *comparing.EXAMPLES)
    comparing.add(compare)
    corpus.add(_command(commands, "corpus", corpus.run, "read, merge and ask archives of many articles", *corpus.EXAMPLES))
    _command(commands, "rules", _rules, "list every rule that reads dates, with its examples", "python -m timeline rules")
    serve.add(_command(commands, "serve", serve.run, "serve the page, for this machine alone unless told for whom", *serve.EXAMPLES))
    store.add(_command(commands, "store", store.run, "say where timelines are kept, copy them elsewhere, tidy up", *store.EXAMPLES))
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
    ending = ending_asked(given)
    window = window_of(given)
    articles, code = gathered(given.files, given.published, given.read_as, _complain)
    if not articles:
        return code
    from timeline.events.reader import read
    from timeline.table.frame import to_frame
    from timeline.table.merge import merge

    readings = [read(article) for article in articles]
    whole = merge(to_frame(readings))
    frame = within(whole, window)
    if given.out is None:
        show(frame, readings)
    else:
        save(frame, given, ending, looks(given, whole, window, articles[0].title if len(articles) == 1 else ""))
    with contextlib.redirect_stdout(sys.stderr) if given.out == STDOUT else contextlib.nullcontext():
        if whole.empty and given.out is not None:
            say_nothing_found(readings)
        if frame.empty and not whole.empty:
            print(f"None of the {len(whole):,} events touches these days. Give another --from and --to, or leave them out.")
    return code


def _tag(given: argparse.Namespace) -> int:
    from timeline.dates.tagger import tag

    articles, code = gathered([given.file], given.published, given.read_as, _complain)
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


def _complain(fault: TimelineError | str) -> int:
    print(f"timeline: {line(fault)}", file=sys.stderr)
    return WRONG_USE


def _survive_odd_letters() -> None:
    """A terminal that lacks a letter shows a question mark instead of stopping everything."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
