"""Reading an archive: its files in parts, each finished once; what is finished is not read again."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from timeline.corpus import engine
from timeline.corpus.blocks import twice
from timeline.corpus.inputs import Input, inputs_of, looked_at
from timeline.corpus.parts import BEGUN, Done, Order, finished, notes_name, part_name, read_part, swept
from timeline.corpus.planning import SIZE, Partition, partitions_of
from timeline.corpus.rulebook import fingerprint
from timeline.errors import TimelineError, UnreadableSource

MANIFEST = "manifest.json"
FORM = 1  # of the folder
MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be read: the files, all parts, those that are finished already, and those that were read by other rules."""

    inputs: tuple[Input, ...]
    order: Order
    partitions: tuple[Partition, ...]
    finished: tuple[Done, ...]
    outdated: tuple[Done, ...]

    @property
    def folder(self) -> Path:
        """Where it goes."""
        return Path(self.order.out)

    @property
    def left(self) -> tuple[Partition, ...]:
        """The parts that are still to be read."""
        there = {done.number for done in self.finished}
        return tuple(each for each in self.partitions if each.number not in there)

    @property
    def articles(self) -> int:
        """Rows and files in all parts."""
        return sum(each.rows for each in self.partitions)


def planned(names: Sequence[str], order: Order, size: int = SIZE, told: Callable[[str], None] = lambda _: None) -> Plan:
    """Looks through the files and at what the folder holds of them already; `told` hears which file is looked at.

    Raises: UnreadableSource, NotPossible, TimelineError where the folder holds something else.
    """
    folder = Path(order.out)
    _demand_ours(folder)
    inputs = []
    for address, form, packed in inputs_of(names):
        if Path(address).is_relative_to(folder.absolute()):
            continue  # what was written into the folder that is read is no article
        told(address)
        inputs.append(looked_at(address, form, packed, size))
    partitions = partitions_of(inputs, size)
    settings = order.settings()
    there, outdated = [], []
    for partition in partitions:
        done = finished(folder, partition.number)
        if done is None or not (folder / notes_name(partition.number)).is_file():
            continue
        if done.digest == partition.digest(settings):
            there.append(done)
        elif done.rulebook != fingerprint():
            outdated.append(done)
    return Plan(tuple(inputs), order, tuple(partitions), tuple(there), tuple(outdated))


def read_archive(plan: Plan, workers: int = 1, scheduler: str = "") -> Iterator[Done]:
    """Reads what is left of a plan and gives what comes of each part, as it is finished; the manifest is written at the end.

    To be stopped at any time: what is finished stays, what is begun is dropped.
    Raises: UnreadableSource, NotPossible.
    """
    _prepared(plan)
    work = partial(read_part, order=plan.order)
    left = plan.left
    if scheduler:
        coming: Iterator[Any] = engine.on_cluster(work, left, scheduler)
    elif workers > 1 and len(left) > 1:
        coming = engine.in_processes(work, left, min(workers, len(left)))
    else:
        coming = engine.in_this_process(work, left)
    done = list(plan.finished)
    lost: list[Partition] = []
    more: dict[str, Any] = {}
    try:
        for each in coming:
            if isinstance(each, engine.Lost):
                lost.append(each.task)
                each = Done(each.task.number, 0, 0, each.task.rows)
            else:
                done.append(each)
            yield each
        more = _twice(plan, done)
    finally:
        close = getattr(coming, "close", None)
        if close:
            close()
        swept(plan.folder)
        _kept(plan, done, lost, more)


def _twice(plan: Plan, done: Sequence[Done]) -> dict[str, Any]:
    """What the manifest tells of articles that stand in several parts under one id, which no part can know alone."""
    parts = [plan.folder / part_name(each.number) for each in done]
    number, some = twice(parts, plan.folder / f"{BEGUN}spill") if len(parts) > 1 else (0, [])
    return {"twice": {"articles": number, "such as": some}} if number else {}


def _demand_ours(folder: Path) -> None:
    """Raises: TimelineError where the folder is one of another version, or holds what is not ours."""
    try:
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        form = told["form"]
    except FileNotFoundError:
        others = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        if others and not any(name.startswith(("part-", "notes-", ".begun-")) for name in others):
            raise UnreadableSource(
                f"cannot write to {str(folder)!r}: it holds other files, such as {others[0]!r}. Give a new folder."
            ) from None
        return
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UnreadableSource(f"cannot read {str(folder / MANIFEST)!r}: {fault}. Take it away, or give another folder.") from fault
    if form != FORM:
        raise UnreadableSource(
            f"{str(folder)!r} was written by another version of this program (form {form}, this one writes {FORM}). Give another folder."
        )


def _prepared(plan: Plan) -> None:
    """Makes the folder, and takes away what no part of this plan will be.

    Raises: UnreadableSource.
    """
    folder = plan.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        swept(folder)
        wanted = {name(each.number) for each in plan.partitions for name in (part_name, notes_name)}
        others = [path for path in [*folder.glob("part-*.parquet"), *folder.glob("notes-*.jsonl")] if path.name not in wanted]
        for path in others:
            path.unlink()
        if plan.left or others:
            shutil.rmtree(folder / MERGED, ignore_errors=True)  # it would be of other parts
        _write(folder, _manifest(plan, list(plan.finished), []))
    except OSError as fault:
        raise UnreadableSource(
            f"cannot write to {str(folder)!r}: {fault.strerror or fault}. Give a folder that you may write to."
        ) from fault


def _kept(plan: Plan, done: Sequence[Done], lost: Sequence[Partition], more: dict[str, Any]) -> None:
    with suppress(OSError):
        _write(plan.folder, _manifest(plan, done, lost) | more)


def _manifest(plan: Plan, done: Sequence[Done], lost: Sequence[Partition]) -> dict[str, Any]:
    done = sorted(done, key=lambda each: each.number)
    return {
        "form": FORM,
        "program": import_module("timeline").__version__,
        "rulebook": fingerprint(),
        "columns": dict(plan.order.columns),
        "finished": len(done) == len(plan.partitions),
        "articles": sum(each.articles for each in done),
        "events": sum(each.events for each in done),
        "lost": sum(each.lost for each in done) + sum(each.rows for each in lost),
        "inputs": [{name: value for name, value in asdict(each).items() if name != "marks" and value != ""} for each in plan.inputs],
        "parts": [{"name": part_name(each.number), **_told(each)} for each in done],
        "died": [part_name(each.number) for each in lost],
    }


def _told(done: Done) -> dict[str, Any]:
    return {name: value for name, value in asdict(done).items() if name not in ("number", "seconds")}


def _write(folder: Path, told: dict[str, Any]) -> None:
    begun = folder / f".begun-{MANIFEST}-{os.getpid()}"
    try:
        begun.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        os.replace(begun, folder / MANIFEST)
    finally:
        begun.unlink(missing_ok=True)


def manifest_of(folder: Path) -> dict[str, Any]:
    """The manifest of an archive that was read.

    Raises: UnreadableSource where the folder is none, or one of another version.
    """
    if not (folder / MANIFEST).is_file():
        raise UnreadableSource(f"{str(folder)!r} is no archive that was read. Give the folder of `timeline corpus read INPUT -o FOLDER`.")
    _demand_ours(folder)
    told: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    return told


def parts_of(folder: Path) -> list[Path]:
    """The files of the parts of an archive.

    Raises: UnreadableSource where one is missing.
    """
    paths = [folder / str(part["name"]) for part in manifest_of(folder)["parts"]]
    missing = next((path.name for path in paths if not path.is_file()), None)
    if missing or not paths:
        raise UnreadableSource(f"{str(folder)!r} lacks {missing or 'every part'}. Read the archive again; what is there stays.")
    return paths


def demand_rules(plan: Plan, anew: bool) -> None:
    """Raises: TimelineError where parts were read by other rules and the user has not said to read them anew."""
    if plan.outdated and not anew:
        raise TimelineError(
            f"{len(plan.outdated)} of {len(plan.partitions)} parts in {str(plan.folder)!r} were read by another rulebook "
            f"({plan.outdated[0].rulebook}, this one is {fingerprint()}). Say --anew to read them again, or give another folder."
        )
