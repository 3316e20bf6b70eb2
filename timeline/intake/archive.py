"""ZIP: what is in it, judged by its list of contents before anything is unpacked."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from timeline.errors import TimelineError, TooLarge, UnreadableSource
from timeline.intake.limits import LARGEST_FILE, LARGEST_RATIO, LARGEST_UNPACKED, MOST_MEMBERS, SMALL_UNPACKED
from timeline.intake.piece import cannot

_OFFICE = (
    ("xl/workbook", "a workbook (XLSX)", "Copy the words that tell what happened, or save them as text."),
    ("ppt/presentation", "a presentation (PPTX)", "Save it as PDF or text, and give that."),
    ("meta-inf/container.xml", "a book (EPUB)", "Save the chapter you need as text or HTML, and give that."),
    ("content.xml", "an OpenDocument file", "Save it as DOCX, PDF or text, and give that."),
    ("androidmanifest.xml", "a program", "Give the article itself."),
    ("meta-inf/manifest.mf", "a program", "Give the article itself."),
)
# Hidden files, but not what a path such as ../article.txt leads to: no name is ever used as a path.
_SKIPPED = re.compile(r"(?:^|/)(?:__MACOSX/|\.(?!\.?/)|Thumbs\.db$|desktop\.ini$)", re.IGNORECASE)


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, which nobody has unpacked anything of.

    Raises: UnreadableSource where it is broken or locked; TooLarge where its contents would be, by what its list says.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeDecodeError) as fault:
        raise UnreadableSource(cannot(name, "it is a broken ZIP archive. Pack its files anew, or give them one by one.")) from fault
    unpacked, packed = sum(member.file_size for member in members), sum(member.compress_size for member in members)
    if unpacked > LARGEST_UNPACKED:
        most = f"{LARGEST_UNPACKED // 1_000_000} MB"
        raise TooLarge(cannot(name, f"it would unpack to {unpacked // 1_000_000:,} MB, and {most} is the most. Give the files you need."))
    # The whole file counts as packed too: members that share their bytes would claim more than there is.
    if unpacked > SMALL_UNPACKED and unpacked > LARGEST_RATIO * max(1, min(packed, len(data))):
        raise TooLarge(cannot(name, f"it would unpack to over {LARGEST_RATIO} times its size, as no article does. Give the files in it."))
    if any(member.flag_bits & 0x1 for member in members):
        raise UnreadableSource(cannot(name, "it is locked by a password. Unpack it, and give the files in it."))
    return archive


def demand_document(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether an archive is a Word document, else a plain archive.

    Raises: UnreadableSource where it is another office document, a book or a program.
    """
    names = {member.filename.lower() for member in archive.infolist()}
    if "word/document.xml" in names:
        return True
    for mark, what, advice in _OFFICE:
        if any(each == mark or (mark[-1] != "l" and each.startswith(mark + ".")) for each in names):
            raise UnreadableSource(cannot(name, f"it is {what}, which is not read. {advice}"))
    return False


def members(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, bytes | TimelineError]]:
    """Each file of an archive by name, or why it cannot be had; folders and what systems leave behind are passed over.

    Raises: TooLarge, UnreadableSource where nothing is in it.
    """
    wanted = [member for member in archive.infolist() if not member.is_dir() and not _SKIPPED.search(member.filename)]
    if len(wanted) > MOST_MEMBERS:
        raise TooLarge(cannot(name, f"it holds {len(wanted):,} files, and {MOST_MEMBERS} is the most. Pack fewer at a time."))
    if not wanted:
        raise UnreadableSource(cannot(name, "it is an archive without files. Pack the articles, or give them one by one."))
    for member in wanted:
        yield member.filename, _unpacked(archive, member, f"{name}/{member.filename}")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> bytes | TimelineError:
    if member.file_size > LARGEST_FILE:
        return TooLarge(cannot(name, f"it has more than {LARGEST_FILE // 1_000_000} MB. Split it, or give the part you need."))
    try:
        with archive.open(member) as file:
            return file.read(LARGEST_FILE + 1)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        return UnreadableSource(cannot(name, "it is broken in the archive. Pack it anew, or give it by itself."))
    except Exception as fault:  # zlib.error and its kin of other methods
        if type(fault).__name__ not in ("error", "LZMAError"):
            raise
        return UnreadableSource(cannot(name, "it is broken in the archive. Pack it anew, or give it by itself."))
