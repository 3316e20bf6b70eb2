"""Laws of drawing, for any table: nothing lies on anything, nothing is clipped, nothing is lost, and every span is as long as it was."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.drawing.events import table
from tests.drawing.laws import DRAWN, days, hold_figure, hold_laws, hold_picture, hold_spans, hold_table, many, rows
from tests.measure.tables import made
from timeline.drawing.export import to_html
from timeline.drawing.figure import figure_dict
from timeline.drawing.layout import lay_out
from timeline.drawing.picture import svg
from timeline.drawing.style import LANES, MODES, ORDERS, THEMES, Style

ROOT = Path(__file__).parent.parent.parent

STYLES = st.fixed_dictionaries(
    {
        "lanes": st.sampled_from(LANES),
        "mode": st.sampled_from(MODES),
        "order": st.sampled_from(ORDERS),
        "theme": st.sampled_from(list(THEMES)),
    }
)
SHOWN = st.builds(lambda size, some, legend, strip: Style(**size, **some, legend=legend, strip=strip),
    st.sampled_from(DRAWN), STYLES, st.booleans(), st.booleans())  # fmt: skip


def hold_all(some, style):
    frame = table(some)
    scene = lay_out(frame, style)
    hold_laws(frame, scene)
    hold_spans(frame, scene)
    hold_figure(scene, figure_dict(scene))
    hold_picture(scene, svg(scene).decode("utf-8"))


@settings(max_examples=30)
@given(rows(40), SHOWN)
def test_any_table_is_drawn_without_overlap_clipping_or_loss(some, style):
    hold_all(some, style)


@settings(max_examples=6)
@given(many(40, 400), SHOWN)
def test_a_large_table_is_drawn_without_overlap_clipping_or_loss(some, style):
    hold_all(some, style)


@pytest.mark.soak
@settings(max_examples=200)
@given(many(5, 400), SHOWN)
def test_many_large_tables_are_drawn_without_overlap_clipping_or_loss(some, style):
    hold_all(some, style)


@settings(max_examples=20)
@given(st.one_of(rows(30), many(5, 60)), days(), st.integers(1, 3000), st.sampled_from(LANES))
def test_a_window_shows_whole_what_touches_it_and_nothing_else(some, first, length, lanes):
    frame = table(some)
    window = (first, first + dt.timedelta(days=length))
    begun = frame["start"].isna() | (frame["start"] < pd.Timestamp(window[1]))
    touched = begun & (frame["stop"].isna() | (frame["stop"] > pd.Timestamp(window[0])))
    kept = frame[touched].reset_index(drop=True)
    scene = lay_out(frame, Style(window=window, lanes=lanes))
    hold_laws(kept, scene)
    hold_figure(scene, figure_dict(scene))
    assert not len(kept) or (scene.eras[0].start.date(), scene.eras[-1].stop.date()) == window


@settings(max_examples=4)
@given(st.one_of(rows(12), many(5, 40)))
def test_every_event_is_in_the_table_of_the_file(some):
    frame = table(some)
    hold_table(frame, to_html(frame).decode("utf-8"))


def test_above_1500_events_are_counted_and_a_narrower_window_opens_them_up():
    frame = made(3000)
    whole = lay_out(frame)
    hold_laws(frame, whole)
    counted = {key for group in whole.groups for key in group.event_ids}
    assert len(counted) > 2900 and all(group.count == len(group.event_ids) for group in whole.groups)
    assert all(group.x1 - group.x0 <= 8.01 for group in whole.groups)
    low = frame["start"].dropna().sort_values().iloc[-700].date()
    near = lay_out(frame, Style(window=(low, dt.date(2025, 3, 1))))
    assert not near.groups and 500 < len({part.event_id for part in (*near.marks, *near.bars)}) <= 1500


@pytest.mark.parametrize("lanes", LANES)
def test_every_event_of_a_crowded_table_keeps_its_own_mark_in_any_lanes(lanes):
    frame = made(1500)
    scene = lay_out(frame, Style(lanes=lanes))
    hold_laws(frame, scene)
    hold_spans(frame, scene)


SCENES = """
import hashlib
from tests.drawing.events import table
from tests.measure.tables import made
from timeline.drawing.export import to_html
from timeline.drawing.layout import lay_out
from timeline.drawing.picture import svg
from timeline.drawing.style import Style
found = hashlib.sha256()
for frame in (table(), made(150), made(1700)):
    for lanes in ("kind", "actor"):
        found.update(svg(lay_out(frame, Style(lanes=lanes, height=900))) + repr(lay_out(frame, Style(lanes=lanes))).encode())
print(found.hexdigest())
"""


def test_the_same_table_gives_the_same_scene_whatever_the_hashes_of_the_interpreter():
    said = {
        subprocess.run(
            [sys.executable, "-c", SCENES], cwd=ROOT, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
