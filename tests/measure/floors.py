"""The floors under every measure, in `data/floors.json`: no measure may fall below its own, and floors are only ever raised."""

import json
import math
from collections.abc import Mapping
from pathlib import Path

from tests.measure.gold import ROOT

FLOORS = ROOT / "data" / "floors.json"
SLACK = 0.3  # what a measure may lose when its floor is set: a change that helps ten sentences may cost one
UNHELD = frozenset({"texts", "gold", "core", "words", "sentences", "kchars/s"})  # counts, and speed, which is the machine's

Measures = Mapping[str, Mapping[str, float]]


def load(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """The floors by set and measure."""
    found: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def held(measures: Mapping[str, float]) -> dict[str, float]:
    """The measures of a set that have floors."""
    return {name: value for name, value in measures.items() if name not in UNHELD}


def fallen(measured: Measures, floors: Measures) -> list[str]:
    """One sentence for each measure below its floor, or without one."""
    said = []
    for name, measures in measured.items():
        for measure, value in held(measures).items():
            floor = floors.get(name, {}).get(measure)
            if floor is None:
                said.append(f"{name}: {measure} has no floor; run: make score ARGS=--raise")
            elif value < floor:
                said.append(f"{name}: {measure} is {value:.2f}, {floor - value:.2f} below its floor of {floor}")
    return said


def unmeasured(measured: Measures, floors: Measures, missing: frozenset[str] = frozenset()) -> list[str]:
    """One sentence for each floor of which no measure came, but for sets that are known to be missing."""
    return [
        f"{name}: {measure} has a floor of {floor} and was not measured"
        for name, measures in floors.items()
        if name not in missing
        for measure, floor in measures.items()
        if measure not in measured.get(name, {})
    ]


def raised(measured: Measures, floors: Measures) -> dict[str, dict[str, float]]:
    """The floors, each raised to a little below its measure where that is higher; none is lowered, none is lost."""
    new = {name: dict(measures) for name, measures in floors.items()}
    for name, measures in measured.items():
        for measure, value in held(measures).items():
            below = max(0.0, math.floor((value - SLACK) * 10 + 1e-9) / 10)
            old = new.setdefault(name, {}).get(measure)
            new[name][measure] = below if old is None else max(old, below)
    return new


def save(floors: Measures, path: Path = FLOORS) -> None:
    """Write the floors, a set a line, so that a raised one is seen in the difference."""
    lines = ",\n".join(f"  {json.dumps(name)}: {json.dumps(dict(measures))}" for name, measures in floors.items())
    path.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
