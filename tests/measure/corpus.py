"""Print how fast made archives are read and merged, by how many workers, with what memory, and where the time goes.

make bench-corpus                                    # 20,000 articles, a million rows
make bench-corpus ARGS="--articles 200 --rows 20000"
"""

import argparse
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from math import comb
from pathlib import Path
from typing import Any

import psutil

from tests.corpus.making import rows, write
from tests.measure.score import table
from timeline.corpus import parts
from timeline.corpus.archive import Plan, planned, read_archive
from timeline.corpus.merging import merge_archive, merged_frame
from timeline.corpus.parts import Order, part_name
from timeline.table.merge import mentions

MB = 1_000_000
LEAST_SPEEDUP, DASK_WITHIN, MOST_MEMORY, MOST_HOURS = 1.7, 0.15, 600, 15.0
MOST_SECONDS, MOST_MERGING, LEAST_RIGHT = 60, 4_000, 95.0


class Watched:
    """The memory of this process or of those that it starts, looked at twice a second."""

    def __init__(self, own: bool = False) -> None:
        self.own = own
        self.seen: list[float] = []
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "Watched":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        me = psutil.Process()
        while not self._stop.wait(0.5):
            held = []
            for each in [me] if self.own else me.children(recursive=True):
                try:
                    held.append(each.memory_info().rss / MB)
                except psutil.Error:
                    continue
            self.seen.append(max(held, default=0.0))

    def quarters(self) -> list[str]:
        """The largest at the ends of the four quarters of the time, in MB."""
        return [f"{self.seen[len(self.seen) * k // 4 - 1]:.0f}" for k in (1, 2, 3, 4)] if len(self.seen) > 3 else [""] * 4


def read_by(name: str, source: Path, folder: Path, size: int) -> tuple[float, float, Watched, Plan]:
    """Articles in a second of the clock, seconds of processors for an article, memory."""
    plan = planned([str(source)], Order(str(folder / name)), size)

    def run(workers: int = 1, scheduler: str = "") -> tuple[float, float, Watched, Plan]:
        with Watched(own=workers == 1 and not scheduler) as watched:
            began = time.perf_counter()
            done = [each for each in read_archive(plan, workers, scheduler) if not isinstance(each, BaseException)]
            took = time.perf_counter() - began
        return plan.articles / took, sum(each.seconds for each in done) / plan.articles, watched, plan

    if name != "dask":
        return run(workers=int(name))
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        return run(scheduler=cluster.scheduler_address)


def stages(plan: Plan, out: Path) -> dict[str, float]:
    """Seconds of one core of each stage of one part."""
    from timeline.events import reader

    took: Counter[str] = Counter()

    def timed(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def one(*given: Any, **more: Any) -> Any:
            began = time.process_time()
            found = work(*given, **more)
            took[name] += time.process_time() - began  # type: ignore[assignment]
            return iter(listed(name, found)) if isinstance(found, Iterator) else found

        return one

    def listed(name: str, found: Iterable[Any]) -> list[Any]:
        began = time.process_time()
        every = list(found)
        took[name] += time.process_time() - began  # type: ignore[assignment]
        return every

    kept = [(parts, name, getattr(parts, name)) for name in ("_articles", "_read", "_table", "_written")]
    kept += [(reader, name, getattr(reader, name)) for name in ("tag", "parse")]
    names = {"_articles": "rows", "_read": "whole", "_table": "table", "_written": "writing", "tag": "dates", "parse": "parsing"}
    try:
        for where, name, work in kept:
            setattr(where, name, timed(names[name], work))
        out.mkdir()
        parts.read_part(plan.partitions[-1], Order(str(out)))
    finally:
        for where, name, work in kept:
            setattr(where, name, work)
    took["events"] = took.pop("whole") - took["dates"] - took["parsing"]
    return {name: took[name] for name in ("rows", "dates", "parsing", "events", "table", "writing")}


def merging(number: int, folder: Path, workers: int) -> tuple[float, float, float, float]:
    """Seconds, memory in MB of the largest process, recall and precision over pairs of mentions, in per cent."""
    import json

    import pyarrow as pa
    import pyarrow.parquet as pq

    frame, keys = rows(number, 1)
    key_of = dict(zip(frame["event_id"], keys, strict=True))
    folder.mkdir()
    pq.write_table(pa.Table.from_pandas(frame, preserve_index=False), folder / part_name(0), compression="zstd")
    (folder / "manifest.json").write_text(json.dumps({"form": 1, "finished": True, "parts": [{"name": part_name(0)}]}))
    del frame, keys
    with Watched() as theirs, Watched(own=True) as own:
        began = time.perf_counter()
        merge_archive(folder, workers)
        took = time.perf_counter() - began
    right, ours, both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
    for one in mentions(merged_frame(folder)).itertuples():
        key = key_of.get(str(one.mention_id), "")
        right[key] += 1
        ours[str(one.event_id)] += 1
        both[key, str(one.event_id)] += 1
    told, joined, good = (sum(comb(n, 2) for n in each.values()) for each in (right, ours, both))
    return took, max([*theirs.seen, *own.seen, 0.0]), 100 * good / max(1, told), 100 * good / max(1, joined)


def main(told: Sequence[str] | None = None) -> int:
    """Measure and print; 1 where a promise is broken."""
    parser = argparse.ArgumentParser(prog="make bench-corpus", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--part", type=int, help="articles in a part; without it, 500 or a tenth of all")
    parser.add_argument("--workers", type=int, default=2, help="processes that merge")
    asked = parser.parse_args(told)
    say = partial(print, flush=True)
    broken: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        write(asked.articles, folder / "made", 1)
        source = folder / "made" / "articles-000.jsonl"
        words = sum(line.count(" ") for line in source.open(encoding="utf-8")) / asked.articles
        found = {name: read_by(name, source, folder, asked.part or min(500, max(1, asked.articles // 10))) for name in ("1", "2", "dask")}
        one, two, dask = (found[name][0] for name in ("1", "2", "dask"))
        say(f"Reading {asked.articles:,} articles of {words:.0f} words\n")
        lines = [
            [name, f"{speed:.2f}", f"{speed / one:.2f}", f"{1000 * cpu:.0f}", *memory.quarters(), f"{max(memory.seen, default=0):.0f}", ""]
            for name, (speed, cpu, memory, _) in found.items()
        ]
        say(table(["workers", "articles/s", "times one", "CPU ms/article", "MB at ¼", "½", "¾", "end", "most MB", ""], lines))
        took = stages(found["1"][3], folder / "stages")
        whole = sum(took.values())
        say("\nShares of one part, seconds of one core\n")
        say(table(["", "s", "%", ""], [[name, f"{s:.2f}", f"{100 * s / whole:.1f}", ""] for name, s in took.items()]))
        hours = found["1"][1] * 700 / words * 1_000_000 / 3600
        say(f"\nA million articles of 700 words: {hours:.1f} CPU-hours (aim {MOST_HOURS:.0f}); {1e6 / hours:,.0f} a core-hour")
        files = list((folder / "1").glob("part-*.parquet"))
        import pyarrow.parquet as pq

        events = sum(pq.read_metadata(path).num_rows for path in files)
        size = sum(path.stat().st_size for path in files)
        say(f"{events:,} events, {events / asked.articles:.1f} an article, {size / max(1, events):.0f} bytes an event in the parts")
        broken += [f"two workers read {two / one:.2f} times as fast as one"] if two < LEAST_SPEEDUP * one else []
        broken += [f"Dask reads {dask / two:.2f} times as fast as two processes"] if dask < (1 - DASK_WITHIN) * two else []
        most = max(max(each[2].seen, default=0) for each in found.values())
        broken += [f"a worker holds {most:.0f} MB"] if most > MOST_MEMORY else []
        broken += [f"a million articles take {hours:.1f} CPU-hours"] if hours > MOST_HOURS else []
        seconds, memory, recall, precision = merging(asked.rows, folder / "rows", asked.workers)
        say(f"\nMerging {asked.rows:,} rows: {seconds:.1f} s, {memory:.0f} MB, recall {recall:.2f} %, precision {precision:.2f} %")
        broken += [f"merging takes {seconds:.0f} s"] if seconds > MOST_SECONDS else []
        broken += [f"merging holds {memory:.0f} MB"] if memory > MOST_MERGING else []
        broken += [f"merging is right to {min(recall, precision):.1f} %"] if min(recall, precision) < LEAST_RIGHT else []
    if broken:
        say("\nBROKEN:\n  " + "\n  ".join(broken))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
