"""The time: where the page asks for it, and how a visitor reads it."""

import datetime as dt
from zoneinfo import ZoneInfo

import streamlit as st

from timeline.page.words import day_words


def now() -> dt.datetime:
    """This moment, for whatever is given the time."""
    return dt.datetime.now(dt.UTC)


def at_words(moment: dt.datetime) -> str:
    """A moment in words, as the visitor's clock has it: `10:04`, or `3 May 2025, 10:04` on another day."""
    there, today = moment.astimezone(_zone()), now().astimezone(_zone()).date()
    return f"{there:%H:%M}" if there.date() == today else f"{day_words(there.date())}, {there:%H:%M}"


def on_words(moment: dt.datetime) -> str:
    """The day of a moment in words, as the visitor's calendar has it."""
    return day_words(moment.astimezone(_zone()).date())


def _zone() -> dt.tzinfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ValueError, OSError):
        return dt.UTC
