"""Where the disk of a server does not last, whoever saves or shares there is told so, and whoever starts it too."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.page.test_sharing import pasted, words
from timeline.page import access, lasting
from timeline.page.access import Access, Asked, Visitor
from timeline.page.lasting import FLEETING, fleeting, kind_of_disk

MOUNTS = r"""
22 1 0:21 / / rw,relatime - overlay overlay rw,lowerdir=/a,upperdir=/b
23 22 0:22 / /proc rw - proc proc rw
24 22 254:1 /vol /data rw,relatime shared:1 - ext4 /dev/vda1 rw
25 22 0:24 / /tmp rw - tmpfs tmpfs rw
26 22 254:1 /odd /my\040disk rw - xfs /dev/vdb rw
27 24 0:25 / /data/cache rw - tmpfs tmpfs rw
nonsense
"""


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("/data/timelines.sqlite", "ext4"),
        ("/home/app/.local/share/timeline/timelines.sqlite", "overlay"),
        ("/database/timelines.sqlite", "overlay"),
        ("/tmp/timelines.sqlite", "tmpfs"),
        ("/data/cache/timelines.sqlite", "tmpfs"),
        ("/my disk/timelines.sqlite", "xfs"),
    ],
)
def test_the_disk_of_a_place_is_that_of_the_nearest_mount(place: str, kind: str) -> None:
    assert kind_of_disk(Path(place), MOUNTS) == kind


def test_a_server_of_its_own_and_a_machine_of_ones_own_are_not_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not lasting._does_not_last("postgresql://timeline@db/timeline")
    monkeypatch.setattr(lasting, "_does_not_last", lambda _: True)
    assert fleeting() == ""


@pytest.fixture
def in_a_container(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server for others whose disk goes with it."""
    ann = Visitor(owner="ann@example.org", name="ann@example.org", may_read=True, may_write=True, may_edit=True)
    monkeypatch.setattr(Access, "visitor", lambda self, asked: ann if isinstance(asked, Asked) else None)
    monkeypatch.setattr(access, "_access", Access("proxy"))
    monkeypatch.setattr(lasting, "_does_not_last", lambda _: True)


def test_whoever_saves_or_shares_on_it_is_told(in_a_container: None) -> None:
    page = pasted()
    assert "not for good" in words(page)
    for dialog in ("timelines", "share"):
        other: AppTest = page.button(key=dialog).click().run()
        assert FLEETING in words(other)


def test_whoever_saves_on_a_disk_that_lasts_is_not(in_a_container: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lasting, "_does_not_last", lambda _: False)
    page = pasted()
    assert "not for good" not in words(page)
    assert FLEETING not in words(page.button(key="share").click().run())
