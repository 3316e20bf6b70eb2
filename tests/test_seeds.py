"""The golden seeds: what is read in each article of the gallery is what was read before; `make golden` writes it anew."""

import pytest

from timeline.drawing.export import to_csv
from timeline.events.reader import read
from timeline.intake.seeds import Seed, seeds
from timeline.table.frame import to_frame


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: seed.slug)
def test_a_seed_is_read_as_before(seed: Seed, request: pytest.FixtureRequest) -> None:
    now = to_csv(to_frame([read(seed.article)]))
    golden = seed.folder / "timeline.csv"
    if request.config.getoption("--golden"):
        golden.write_bytes(now)
    assert golden.exists(), "run: make golden, and read what it wrote"
    assert now.decode("utf-8-sig").splitlines() == golden.read_bytes().decode("utf-8-sig").splitlines(), (
        "if this is better, run: make golden"
    )
