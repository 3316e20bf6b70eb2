"""Text out of bytes, and what is no text."""

import pytest

from timeline.errors import TooLarge, UnreadableSource
from timeline.intake.decode import LARGEST_FILE, LARGEST_TEXT, decoded, storable

TEXT = "The “accord” of 24 March 1999 — signed in Zürich, ended the war.\nTalks go on.\n"
RUSSIAN = "Россия и Иран подписали договор 17 января 2025 года в Москве. Он заменил документ 2001 года.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding), "a.txt") == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "cp1251", "koi8-r", "utf-16"])
def test_the_encoding_of_other_letters_is_found(encoding: str) -> None:
    assert decoded(RUSSIAN.encode(encoding), "a.txt") == RUSSIAN


def test_a_few_broken_bytes_do_not_change_the_encoding_of_the_rest() -> None:
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert decoded(data, "a.txt") == RUSSIAN + "\ufffd" + RUSSIAN


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
def test_line_ends_are_made_the_same(ends: str) -> None:
    assert decoded(f"In 1999{ends}and 2001".encode(), "a.txt") == "In 1999\nand 2001"


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\x00\x01\x02\x03" * 99])
def test_what_is_no_text_is_refused_by_its_content(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match="cannot read 'report.txt': it is a file that is not text. Give a text file"):
        decoded(data, "report.txt")


@pytest.mark.parametrize(
    "data, charset",
    [
        (f'<meta charset="windows-1251"><p>{RUSSIAN}'.encode("cp1251"), ""),
        (f'<?xml version="1.0" encoding="koi8-r"?><p>{RUSSIAN}'.encode("koi8-r"), ""),
        (f"<p>{RUSSIAN}".encode("iso8859-5"), "iso-8859-5"),
        (f'<meta charset="windows-1251"><p>{RUSSIAN}'.encode(), ""),
        (f'<meta charset="no-such-thing"><p>{RUSSIAN}'.encode(), "rot13"),
        (f'<meta charset="utf-7"><p>{RUSSIAN}'.encode(), "zlib"),
    ],
)
def test_a_declared_encoding_is_believed_unless_the_bytes_are_utf8(data: bytes, charset: str) -> None:
    assert decoded(data, "page", charset).endswith(RUSSIAN)


def test_an_empty_file_is_an_empty_text() -> None:
    assert decoded(b"", "a.txt") == ""


def test_a_file_over_the_limit_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(TooLarge, match=r"cannot read 'a.txt': it has more than 10 MB. Split it"):
        decoded(b"a" * (LARGEST_FILE + 1), "a.txt")


def test_a_text_over_the_limit_is_refused_and_one_at_it_is_not() -> None:
    assert len(storable("a" * LARGEST_TEXT, "a.txt")) == LARGEST_TEXT
    with pytest.raises(TooLarge, match="it has more than 5,000,000 characters"):
        storable("a" * (LARGEST_TEXT + 1), "a.txt")


def test_characters_that_no_file_can_hold_are_replaced_one_for_one() -> None:
    assert storable("a\x00b\ud800c\udfffd", "a.txt") == "a\ufffdb\ufffdc\ufffdd"
