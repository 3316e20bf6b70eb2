"""Many visitors at once: all are served, in bounded memory, which does not grow while they work."""

import statistics
from pathlib import Path

import pytest

from tests.measure.load import measure, share


@pytest.mark.soak
def test_fifty_visitors_at_once_are_served(tmp_path: Path) -> None:
    measured = measure(50, 2, 20, tmp_path)
    assert measured.faults == []
    assert len(measured.cold) == 50
    assert max(measured.memory) < 600
    assert measured.memory[-1] < 1.2 * measured.memory[0]
    assert share(measured.reruns, 0.95) < 20 * statistics.median(measured.alone), "about four times on a quiet machine"
