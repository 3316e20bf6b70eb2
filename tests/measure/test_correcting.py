"""A correction is answered at once, also at two hundred events."""

from pathlib import Path

import pytest

from tests.measure.correcting import MOST, corrected
from timeline.page import kept


def test_a_correction_at_two_hundred_events_is_answered_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIMELINE_DATABASE_URL", f"sqlite:///{tmp_path}/timelines.sqlite")
    monkeypatch.setattr(kept, "_store", None)
    events, cores, _ = corrected(times=2)
    kept.store().close()
    assert events > 190
    assert min(cores) < 8 * MOST, "0.3 s on a quiet machine"
