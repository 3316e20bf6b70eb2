"""Gaps: stretches in which a lane holds nothing, which analysts look for, told in words."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from timeline.drawing.lanes import MOST_GAPS
from timeline.drawing.wording import date_words, length_words
from timeline.page.settings import NOT_SHOWN

if TYPE_CHECKING:
    from timeline.drawing.scene import Gap

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.436875, "year": 365.2425}
LENGTHS = {NOT_SHOWN: 0, "3 months": 91, "1 year": 365, "5 years": 1826, "10 years": 3652}
_LONGEST = 3_652_059  # days in the calendar
_LENGTH = re.compile(r"(\d{1,4})\s*(day|week|month|year)s?", re.IGNORECASE | re.ASCII)


def days_from(words: str | None) -> tuple[int, str]:
    """The least length of a gap in days, 0 for none; and what is wrong with the words, if they name no length."""
    words = (words or NOT_SHOWN).strip()
    if words in LENGTHS:
        return LENGTHS[words], ""
    length = _LENGTH.fullmatch(words)
    days = int(int(length[1]) * _DAYS[length[2].lower()]) if length else 0
    if not 0 < days <= _LONGEST:
        return 0, f"Cannot read {words[:40]!r} as a length of time. Write a number and a unit, such as 18 months or 2 years."
    return days, ""


def gaps(found: Iterable["Gap"], days: int) -> None:
    """The gaps lane by lane, in the order of time."""
    listed = list(found)
    lanes: dict[str, list[Gap]] = {}
    for gap in sorted(listed, key=lambda gap: gap.start):
        lanes.setdefault(gap.lane, []).append(gap)
    with st.expander(f"Gaps of {length_words(days)} or more: {len(listed) or 'none'}", expanded=True):
        for lane, held in lanes.items():
            st.text("\n".join([lane or "All events", *(f"    {in_words(gap)}" for gap in held)]))
        if len(listed) == MOST_GAPS:
            st.caption(f"The {MOST_GAPS} longest are listed.")


def in_words(gap: "Gap") -> str:
    """`nothing from 1 January 2002 to 31 December 2023 (22 years)`."""
    days = date_words({"start": gap.start, "stop": gap.stop, "grain": "day"})
    return f"nothing from {days.replace(' – ', ' to ')} ({length_words((gap.stop - gap.start).days)})"
