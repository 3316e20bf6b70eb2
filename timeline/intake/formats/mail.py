"""Mail: a message or a mailbox, by the email package; the plain part, else the HTML part, with date, subject and sender."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Any

from timeline.errors import TimelineError, UnreadableSource
from timeline.intake.decode import decoded
from timeline.intake.formats.html import page
from timeline.intake.formats.stamps import day_of_stamp
from timeline.intake.limits import MOST_ENTRIES
from timeline.intake.piece import Piece, cannot, one_line, plain_name

# A header must follow: "From January 2014 until March 2016 …" in a letter begins no message.
_FROM = re.compile(rb"(?:\A|\n\r?\n)From \S+ [^\n]*\d{4}[^\n]*\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:)")
_MOST_LISTED = 10


def pieces(data: bytes, name: str, charset: str = "") -> list[Piece]:
    """The text of a message.

    Raises: UnreadableSource where it holds no words.
    """
    message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf \t\r\n"), policy=policy.default)
    assert isinstance(message, EmailMessage)
    plain, html = _part(message, "plain"), _part(message, "html")
    subject, sender = _header(message, "subject"), parseaddr(_header(message, "from"))
    piece = Piece("")
    if plain.strip():
        piece = Piece(plain)
    elif html.strip():
        piece = page(html, name)
    notes = [*piece.notes, *_attachments(message)]
    if not piece.text.strip():
        listed = f" ({'; '.join(notes)})" if notes else ""
        raise UnreadableSource(cannot(name, f"it is a message without text{listed}. Give what is attached as files of their own."))
    return [
        Piece(
            piece.text.strip("\n"),
            title=one_line(subject) or piece.title,
            published=day_of_stamp(_header(message, "date")),
            source=one_line(sender[0] or sender[1], 80),
            url=piece.url,
            notes=tuple(notes),
        )
    ]


def mailbox(data: bytes, name: str, charset: str = "") -> list[Piece]:
    """The text of each message of a mailbox (mbox).

    Raises: UnreadableSource where no message holds words.
    """
    starts = [match.end() for match in _FROM.finditer(data)]
    stops = [match.start() for match in _FROM.finditer(data)][1:] + [len(data)]
    found: list[Piece] = []
    failed = 0
    for start, stop in list(zip(starts, stops, strict=True))[:MOST_ENTRIES]:
        try:
            found += pieces(re.sub(rb"(?m)^>(>*From )", rb"\1", data[start:stop]), name)
        except TimelineError:
            failed += 1
    if not found:
        raise UnreadableSource(cannot(name, "none of its messages holds text. Give what is attached to them as files of their own."))
    told = [f"{failed} of its messages hold no text"] if failed else []
    if len(starts) > MOST_ENTRIES:
        told.append(f"only the first {MOST_ENTRIES} of its {len(starts):,} messages are read. Split it to have the others")
    return [replace(found[0], notes=(*found[0].notes, *told)), *found[1:]]


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name) or "")
    except (ValueError, IndexError, AttributeError, TypeError):  # what the package raises on some malformed headers
        return ""


def _part(message: EmailMessage, subtype: str) -> str:
    """The words of the first part of this kind that is no attachment, its flowed lines joined."""
    try:
        part: Any = message.get_body(preferencelist=(subtype,))
        if part is None:
            return ""
        payload: Any = part.get_payload(decode=True)
    except (ValueError, LookupError, AttributeError, KeyError, TypeError):
        return ""
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    text = decoded(payload, "a part of the message", part.get_content_charset("") or "")
    if part.get_param("format", "") == "flowed":
        text = re.sub(r"(?m)^ ", "", re.sub(r"(?m)(?<!^--) \n(?!>)", " ", text))
    return text


def _attachments(message: EmailMessage) -> list[str]:
    names = []
    for part in message.walk():
        if part.get_content_disposition() == "attachment" or part.get_filename():
            names.append(plain_name(part.get_filename() or "") or part.get_content_type())
    told = [f"what is attached as {name!r} is not read. Save it, and give it as a file of its own" for name in names[:_MOST_LISTED]]
    if len(names) > _MOST_LISTED:
        told.append(f"{len(names) - _MOST_LISTED} more attachments are not read")
    return told
