"""How fast tables are laid out and drawn, in a fresh interpreter and again in the same one, and how large their figures are."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

from tests.measure.gold import ROOT

COUNTS = (400, 1_500, 2_000, 10_000, 100_000)
SHORT = 10_000
MOST_FIGURE = 1.0  # MB of JSON, above 1,500 events
AIMS = {100_000: "800", 10_000: "250"}  # milliseconds for lay_out
SEED = "russia-iran-pact"

LAID = """
import json, sys, time
from tests.measure.tables import made
from timeline.drawing.figure import figure_dict
from timeline.drawing.layout import lay_out
from timeline.drawing.style import Style
frame = made(int(sys.argv[1]))
took = []
for _ in range(4):
    began = time.process_time()
    scene = lay_out(frame, Style())
    took.append(time.process_time() - began)
began = time.process_time()
written = json.dumps(figure_dict(scene), ensure_ascii=False, separators=(",", ":")).encode()
shown = time.process_time() - began
print(json.dumps([took[0], min(took[1:]), shown, len(written), len(scene.marks), sum(group.count for group in scene.groups)]))
"""


def best(draw: Callable[[], object], passes: int = 3) -> float:
    """The shortest of a few passes, seconds of one core."""
    took = []
    for _ in range(passes):
        began = time.process_time()
        draw()
        took.append(time.process_time() - began)
    return min(took)


def laid(counts: Sequence[int]) -> tuple[list[list[str]], list[str]]:
    """A line for each number of events, from a fresh interpreter each, and the figures that are larger than promised."""
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as users run it, compiled once
    lines, broken, before = [], [], (0, 0.0)
    for count in counts:
        said = subprocess.run(
            [sys.executable, "-c", LAID, str(count)], cwd=ROOT, capture_output=True, text=True, check=True, env=env
        ).stdout
        first, warm, shown, size, marks, counted = json.loads(said)
        grown = f"{warm / before[1] / (count / before[0]):.2f}" if before[0] else ""
        figures = [f"{1000 * first:.0f}", f"{1000 * warm:.0f}", AIMS.get(count, ""), grown, f"{1000 * shown:.0f}", f"{size / 1e6:.2f}"]
        lines.append([f"{count:,}", *figures, str(marks), f"{counted:,}", ""])
        if count > 1500 and size / 1e6 > MOST_FIGURE:
            broken.append(f"the figure of {count:,} events takes {size / 1e6:.2f} MB (at most {MOST_FIGURE})")
        before = count, warm
    return lines, broken


def pictures() -> list[list[str]]:
    """A line for each size of the seed's picture, laid out and drawn."""
    from timeline.drawing.layout import lay_out
    from timeline.drawing.picture import png, svg
    from timeline.drawing.style import SIZES, Style
    from timeline.events.reader import read
    from timeline.intake.seeds import seeds
    from timeline.table.frame import to_frame

    frame = to_frame([read(next(seed.article for seed in seeds() if seed.slug == SEED))])
    png(lay_out(frame))
    lines = []
    for name, (wide, high) in SIZES.items():
        scene = lay_out(frame, Style(width=wide, height=high))
        took = [
            best(lambda: lay_out(frame, Style(width=wide, height=high))),  # noqa: B023
            best(lambda: svg(scene)),  # noqa: B023
            best(lambda: png(scene)),  # noqa: B023
        ]
        lines.append([name, f"{wide}×{scene.height}", *(f"{1000 * seconds:.0f}" for seconds in took), f"{len(png(scene)) / 1000:.0f}", ""])
    return lines
