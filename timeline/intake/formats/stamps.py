"""Stamps: the day of publication in what pages, feeds and messages write for machines; it is the day they write, in no other zone."""

import datetime as dt
import re
from email.utils import parsedate
from typing import Any

from timeline.errors import BadDate
from timeline.intake.publication import published_day

_WHOLE = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?=$|[T \D])", re.ASCII)
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/.-]|$)", re.ASCII)
_LATER = re.compile(r"modif|updat|edited|corrected", re.IGNORECASE)
_HEADS = (
    "byline",
    "dateline",
    "timestamp",
    "pubdate",
    "publish",
    "posted",
    "article-date",
    "article__date",
    "entry-date",
    "post-date",
    "meta",
)


def day_of_stamp(words: str) -> str:
    """The day in a stamp such as 2025-01-18T23:30:00-05:00 or Sat, 18 Jan 2025 23:30:00 -0500, as YYYY-MM-DD; else empty."""
    words = words.strip()[:120]
    if not words:
        return ""
    if match := _WHOLE.match(words):
        return _real(int(match[1]), int(match[2]), int(match[3]))
    if re.search(r"[A-Za-z]{3}", words) and (parsed := parsedate(words)) and parsed[0] > 1900:
        return _real(*parsed[:3])
    try:
        return published_day(words).isoformat()
    except BadDate:
        return ""  # a month alone, or a day and month that could change places


def visible_day(tree: Any) -> str:
    """The day that the head of a page shows to its readers: a time element first, then what is marked as a date."""
    for element in tree.iter("time"):
        aside = any(parent.tag in ("aside", "nav", "footer") for parent in element.iterancestors())
        if aside or _in_comment(element) or _LATER.search(f"{element.get('itemprop')} {element.get('class')} {_before(element)}"):
            continue
        if day := day_of_stamp(element.get("datetime") or "") or day_of_stamp(" ".join(element.text_content().split())):
            return day
    for element in tree.iter("span", "p", "div"):
        marks = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()
        if (any(mark in marks for mark in _HEADS) or "date" in marks.split()) and not _in_comment(element):
            words = " ".join(element.text_content().split())
            if len(words) <= 80 and (day := day_of_stamp(words)):
                return day
    return ""


def day_of_address(address: str) -> str:
    """The day in an address such as https://gazette.example/2025/01/18/accord; else empty."""
    match = _IN_ADDRESS.search(address)
    return _real(int(match[1]), int(match[2]), int(match[3])) if match else ""


def _before(element: Any) -> str:
    """The words that lead to an element, such as "Updated"."""
    previous = element.getprevious()
    words = previous.tail if previous is not None else element.getparent().text if element.getparent() is not None else ""
    return (words or "")[-20:]


def _in_comment(element: Any) -> bool:
    return any("comment" in f"{parent.get('class') or ''} {parent.get('id') or ''}".lower() for parent in element.iterancestors())


def _real(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""
