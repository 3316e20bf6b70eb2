"""The gallery shows every table that is asked for in all its looks."""

from docs.gallery import EXTREME_STYLES, extremes, main, seed_styles
from tests.drawing.events import table


def test_a_page_shows_the_pictures_that_stand_beside_it(tmp_path):
    page = main(["one-event", "one-century", "no-event"], tmp_path).read_text("utf-8")
    names = {f"{table}_{look}.png" for table in ("no-event", "one-event", "one-century") for look in ("screen", "slide-dark", "column")}
    assert names == {path.name for path in tmp_path.glob("*.png")}
    assert all(f'<img src="{name}"' in page for name in names)


def test_seeds_are_shown_in_every_layout_and_size():
    assert {
        "eras",
        "eras dark",
        "linear",
        "by actor",
        "by place",
        "by article",
        "by none",
        "window",
        "slide",
        "A4 portrait",
        "square",
    } <= set(seed_styles(table()))
    assert {"scripts", "hostile", "no event", "skewed"} <= set(extremes()) and "column" in EXTREME_STYLES
