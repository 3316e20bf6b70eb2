"""What a file is, told by its first bytes and never by its name."""

import re

from timeline.errors import UnreadableSource
from timeline.intake.decode import decoded
from timeline.intake.piece import cannot

_OCR = "Run OCR on it, or paste the words it shows."
_UNPACK = "Unpack it, or pack its files as ZIP."
_SAVE_AS = "Save it as DOCX, PDF or text, and give that."
_REFUSED = (
    (rb"\{\\rtf", "a rich text document (RTF)", _SAVE_AS),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP", "a picture", _OCR),
    (rb".{4}ftyp(?:heic|heix|mif1|avif)", "a picture", _OCR),
    (rb".{4}ftyp|\x1aE\xdf\xa3|RIFF.{4}AVI |\0\0\x01\xba|FLV\x01", "a video", "Give a transcript of it."),
    (rb"ID3|OggS|fLaC|RIFF.{4}WAVE|\xff[\xf2\xf3\xfb].{2}\0{8}", "a sound recording", "Give a transcript of it."),
    (rb"\x7fELF|MZ.{2}[\0-\x20]\0|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\0asm", "a program", "Give the article itself."),
    (rb"\x1f\x8b|BZh\d1AY|\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd", "a compressed file", _UNPACK),
    (rb".{257}ustar", "an archive (tar)", _UNPACK),
    (rb"SQLite format 3\0", "a database", "Export the articles in it as text."),
    (rb"PAR1", "a table (Parquet)", "Export the articles in it as text."),
)  # fmt: skip
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_OFFICE_KINDS = (
    ("EncryptedPackage", "an office document locked by a password", "Save it without the password, and give that."),
    ("__substg1.0_", "a message of Outlook (MSG)", "Save it as EML or text, and give that."),
    ("WordDocument", "an old Word document (DOC)", _SAVE_AS),
    ("Workbook", "an old Excel workbook (XLS)", "Give an article: copy the words that tell what happened."),
    ("PowerPoint Document", "an old PowerPoint presentation (PPT)", "Save it as PDF or text, and give that."),
)
_HTML = re.compile(
    r"(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*)*<(?:!doctype\s+html|html|head|body|title|meta|link|article|main|section|div|table|p|h1|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    r"(?:<\?[^>]{0,500}>\s*|<!--.{0,2000}?-->\s*|<!DOCTYPE[^>\[]{0,300}(?:\[.{0,3000}?\]\s*)?>\s*)*<(?:\w+:)?(?:rss|feed|RDF)\b", re.DOTALL
)
_TIMELINE = "event_id,start,stop,"
_XML = re.compile(r"<\?xml\b")
_MAILBOX = re.compile(r"From \S+ .{0,60}\d{4}[^\n]{0,20}\n[A-Za-z-]{1,40}:")
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{0,60}):[ \t]?.*(?:\n[ \t].*)*\n?")
# A feed of Markdown is hardly to be told from text, so one of its marks that no prose has is asked for.
_MARKDOWN = re.compile(
    r"\[[^\]\n]{1,300}\]\((?:https?://|/|#|mailto:)[^)\n]{0,2000}\)|\[[^\]\n]{1,300}\]\[[^\]\n]{0,80}\]|^ {0,3}\[[^\]\n]{1,80}\]: *\S+$"
    r"|^ {0,3}#{1,6} +\S|^ {0,3}(?:```|~~~)|\*\*[^*\n]{1,300}\*\*|^\|? *:?-{3,}:? *\|",
    re.MULTILINE,
)


def kind_of(data: bytes, name: str, charset: str = "") -> str:
    """One of: pdf, zip, html, feed, eml, mbox, markdown, text.

    Raises: UnreadableSource for what is none of these, with what it is and what to do; TooLarge.
    """
    if not data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise UnreadableSource(cannot(name, "it is empty. Give a file that holds an article, or paste the text."))
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    _refuse_what_is_no_text(data[:512], data, name)
    text = decoded(data, name, charset)
    if text.startswith(_TIMELINE):
        raise UnreadableSource(cannot(name, "it is a timeline that was saved as a table. Give the articles it was made of."))
    return kind_of_text(text)


def kind_of_text(text: str) -> str:
    """One of: html, feed, eml, mbox, markdown, text."""
    head = text[:20_000].lstrip("\ufeff \t\n")
    if _FEED.match(head):
        return "feed"
    if _HTML.match(head):
        return "html"
    if _XML.match(head):
        return "html"  # what words some other XML holds is found as on a web page
    if _MAILBOX.match(head):
        return "mbox"
    if _is_message(head):
        return "eml"
    return "markdown" if _MARKDOWN.search(text[:200_000]) else "text"


def _is_message(head: str) -> bool:
    """Whether it opens with the headers of a message; a note that opens with Title: and Date: is none."""
    names, at = set(), 0
    while (match := _HEADER.match(head, at)) and match.end() > at:
        names.add(match[1].lower())
        at = match.end()
    return "from" in names and bool(names & {"mime-version", "message-id", "received"} or ("date" in names and names & {"to", "subject"}))


def _refuse_what_is_no_text(head: bytes, data: bytes, name: str) -> None:
    for signature, what, advice in _REFUSED:
        if re.match(signature, head, re.DOTALL):
            raise UnreadableSource(cannot(name, f"it is {what}, a file that is not text. {advice}"))
    if head.startswith(_OLD_OFFICE):
        for mark, what, advice in _OLD_OFFICE_KINDS:
            if mark.encode("utf-16-le") in data:
                raise UnreadableSource(cannot(name, f"it is {what}. {advice}"))
        raise UnreadableSource(cannot(name, f"it is an old office document. {_SAVE_AS}"))
