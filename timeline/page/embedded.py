"""A shared timeline inside another site's page: the chart, where it comes from, and the way to all of it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.style import Style
from timeline.errors import BadDate
from timeline.page.chart import chart
from timeline.page.filters import filtered
from timeline.page.titles import as_made
from timeline.page.view import ALL, AXES, LANES, ORDERS, OWN, View
from timeline.page.window import Window, eras_of, inside, reach_of, window_from
from timeline.store.document import Document
from timeline.table.choosing import Filter, filter_from

if TYPE_CHECKING:
    import pandas as pd

_MOST_NAMED = 5


def embedded(document: Document, frame: "pd.DataFrame", style: Style, settings: Mapping[str, Any], address: str) -> None:
    """The chart as the address says, the sources in a line, and a link to the whole; nothing else."""
    view = view_from({name: _in_words(value) for name, value in settings.items()}, frame, style, as_made(document))
    chart(view.through, view)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.text(label(sources_line(document)), width="stretch")
        st.link_button("Open the timeline", address, type="tertiary", icon=":material/open_in_new:")


def _in_words(value: object) -> str:
    """A setting as an address says it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(value) if isinstance(value, list) else str(value)


def sources_line(document: Document) -> str:
    """Where a timeline comes from, in one line."""
    names = list(dict.fromkeys(source.source or source.title for source in document.sources if source.source or source.title))
    if not names:
        return ""
    more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
    return f"{'Source' if len(names) == 1 else 'Sources'}: {', '.join(names[:_MOST_NAMED])}{more}"


def view_from(settings: Mapping[str, str], frame: "pd.DataFrame", style: Style, document: Document) -> View:
    """The view that an address asks for; what it says wrongly is passed over."""
    window, era = _window(settings, frame)
    chosen = replace(
        style,
        mode=AXES.get(settings.get("axis", ""), style.mode),
        lanes=LANES.get(settings.get("lanes", ""), style.lanes),
        order=ORDERS.get(settings.get("order", ""), style.order),
        legend=settings.get("legend") != "false",
        strip=settings.get("strip") != "false",
        window=window,
        title=document.title.strip() or (document.sources[0].title if len(document.sources) == 1 else "") or None,
        credit=str(document.view.get("credit", "")).strip() or None,
    )
    wanted = replace(filter_from(settings), start=None, stop=None)  # these days are the window's
    through = filtered(frame, wanted)
    if inside(through, window).empty:
        chosen, through, era, wanted = replace(chosen, window=None), frame, "", Filter()
    return View(chosen, inside(through, chosen.window), len(frame), era, through, wanted, {})


def _window(settings: Mapping[str, str], frame: "pd.DataFrame") -> tuple[Window | None, str]:
    asked = settings.get("window", ALL)
    if asked == OWN:
        try:
            return window_from(settings.get("from", ""), settings.get("to", ""), reach_of(frame)), ""
        except BadDate:
            return None, ""
    return eras_of(frame).get(asked), asked
