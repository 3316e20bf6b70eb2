"""Text out of bytes: what is no text is named, and the encoding is found by its marks, by UTF-8, by its letters."""

import codecs
import re

from timeline.errors import TooLarge, UnreadableSource

LARGEST_FILE = 10_000_000  # bytes
LARGEST_TEXT = 5_000_000  # characters

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, xlsx, odt)"),
    (b"\xd0\xcf\x11\xe0", "an old office document (doc, xls)"),
    (b"{\\rtf", "a rich text document (rtf)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# Letters and marks of windows-1252 that stand in English and other western texts; its other characters are seldom real.
_WESTERN_LIKELY = re.compile(rb"[\x80\x84\x85\x91-\x97\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb4\xb7\xbb\xbd\xbf-\xd6\xd8-\xf6\xf8-\xff]")


def decoded(data: bytes, name: str) -> str:
    """The text in some bytes, its line ends made the same; `name` is for messages.

    Raises: TooLarge before anything is decoded; UnreadableSource for what is not text.
    """
    if len(data) > LARGEST_FILE:
        raise TooLarge(_too_large(name, f"{LARGEST_FILE // 1_000_000} MB"))
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource(f"cannot read {name!r}: it is {what}, a file that is not text. Copy its words, or save them as text.")
    text = _by_mark(data, name) or _by_utf8(data) or _by_letters(data)
    if text is None or len(_NOT_TEXT.findall(text)) > len(text) / 50:
        raise UnreadableSource(f"cannot read {name!r}: it is a file that is not text. Give a text file, in UTF-8 if you can choose.")
    return storable(text.replace("\r\n", "\n").replace("\r", "\n"), name)


def storable(text: str, name: str) -> str:
    """The same text, each NUL and each half of a surrogate pair replaced by U+FFFD, so that offsets stay.

    Raises: TooLarge.
    """
    if len(text) > LARGEST_TEXT:
        raise TooLarge(_too_large(name, f"{LARGEST_TEXT:,} characters"))
    return _UNSTORABLE.sub("\ufffd", text)


def _too_large(name: str, limit: str) -> str:
    return f"cannot read {name!r}: it has more than {limit}. Split it, or give the part you need."


def _by_mark(data: bytes, name: str) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _by_utf8(data: bytes) -> str | None:
    """The bytes as UTF-8, where they are that but for a few broken places."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore")) if broken else 0
    return text if not broken or broken * 20 < beyond_ascii else None


def _by_letters(data: bytes) -> str | None:
    """The bytes in an older encoding, judged by which letters it gives."""
    if b"\x00" in data:
        return _sixteen_bits(data)
    high = re.findall(rb"[\x80-\xff]", data)
    if len(high) < len(data) / 20 and all(_WESTERN_LIKELY.match(byte) for byte in high):
        return data.decode("cp1252", "replace")
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    return str(best) if best else None


def _sixteen_bits(data: bytes) -> str | None:
    """UTF-16 without a mark: of English, every second byte is NUL."""
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(data) % 2 == 0 and zeros.count(0) > len(zeros) * 0.6:
            return data.decode(encoding, "replace")
    return None
