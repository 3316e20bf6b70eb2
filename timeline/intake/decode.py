"""Text out of bytes: what is no text is named, and the encoding is found by its marks, by UTF-8, by its letters."""

import codecs
import re

from timeline.errors import TooLarge, UnreadableSource
from timeline.intake.limits import LARGEST_FILE, LARGEST_TEXT
from timeline.intake.piece import cannot

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,80}?encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_LEGACY = re.compile(r"iso8859|iso2022|cp\d|koi8|gb|big5|shift_jis|euc_|mac-|johab|tis|hz")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# Letters and marks of windows-1252 that stand in English and other western texts; its other characters are seldom real.
_WESTERN_LIKELY = re.compile(rb"[\x80\x84\x85\x91-\x97\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb4\xb7\xbb\xbd\xbf-\xd6\xd8-\xf6\xf8-\xff]")


def decoded(data: bytes, name: str, charset: str = "") -> str:
    """The text in some bytes, its line ends made the same; `name` is for messages, `charset` what a server says of them.

    Raises: TooLarge before anything is decoded; UnreadableSource for what is not text.
    """
    demand_size(data, name)
    text = _by_mark(data) or _as_declared(data, charset) or _by_utf8(data) or _by_letters(data)
    if text is None or len(_NOT_TEXT.findall(text)) > len(text) / 50:
        raise UnreadableSource(cannot(name, "it is a file that is not text. Give a text file, in UTF-8 if you can choose."))
    return storable(text.replace("\r\n", "\n").replace("\r", "\n"), name)


def demand_size(data: bytes, name: str) -> None:
    """Raises: TooLarge, before anything of the file is looked at."""
    if len(data) > LARGEST_FILE:
        raise TooLarge(_too_large(name, f"{LARGEST_FILE // 1_000_000} MB"))


def storable(text: str, name: str) -> str:
    """The same text, each NUL and each half of a surrogate pair replaced by U+FFFD, so that offsets stay.

    Raises: TooLarge.
    """
    if len(text) > LARGEST_TEXT:
        raise TooLarge(_too_large(name, f"{LARGEST_TEXT:,} characters"))
    return _UNSTORABLE.sub("\ufffd", text)


def _too_large(name: str, limit: str) -> str:
    return cannot(name, f"it has more than {limit}. Split it, or give the part you need.")


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _as_declared(data: bytes, charset: str) -> str | None:
    """The bytes in the encoding that a server, or the head of a page or of XML, declares; UTF-8 that is valid needs no word for it."""
    declared = charset.encode("ascii", "ignore") or next((match[1] for match in [_DECLARED.search(data[:4096])] if match), b"")
    try:
        codec = codecs.lookup(declared.decode("ascii", "ignore").strip() or "utf-8")
        if not _LEGACY.match(codec.name):
            return None
        data.decode("utf-8")
    except LookupError:
        return None
    except UnicodeDecodeError:
        # What is called Latin 1 is windows-1252 wherever it has been measured.
        return data.decode("cp1252" if codec.name == "iso8859-1" else codec.name, "replace")
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
