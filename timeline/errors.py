"""What goes wrong through wrong use; odd text is never an error but a `Note` in the `Reading`."""


class TimelineError(ValueError):
    """Wrong use, told in up to four short sentences: what was wrong, where, what would be right, what to do."""


class UnknownLanguage(TimelineError):
    """There are no rules for the language asked for."""


class BadDate(TimelineError):
    """A date given by a person or a page cannot be read."""


class UnreadableSource(TimelineError):
    """A file, address or pasted text does not hold readable text."""


class TooLarge(TimelineError):
    """A source is over a limit; found before anything is parsed."""


class BrokenTable(TimelineError):
    """A table does not keep the promises of `timeline.table.columns`; the message lists every broken one."""


class BadStyle(TimelineError):
    """A drawing option has a value that is not among the allowed."""


class BadEdit(TimelineError):
    """A correction has a value that is not among the allowed, or nothing that it could correct."""


class BadFilter(TimelineError):
    """A choice of events asks for a value that is not among the allowed."""


class NotPossible(TimelineError):
    """Something that this machine lacks is needed for what was asked."""


class WrongKind(TimelineError):
    """A function was given a thing of another kind than it takes."""


class StoreFailed(TimelineError):
    """Timelines cannot be kept or read where they are kept: the disk, the file or the server does not allow it. Nothing was changed."""


class NewerStore(StoreFailed):
    """What is kept was written by a newer program; nothing was touched."""


class StaleRevision(TimelineError):
    """Somebody saved the timeline in the meantime; nothing was written. `latest` is the number of the revision that stands now."""

    def __init__(self, said: str, latest: int) -> None:
        super().__init__(said)
        self.latest = latest


class NotKept(TimelineError):
    """There is no such timeline, revision or link, or it is somebody else's; the message is the same."""


class OverQuota(TimelineError):
    """An owner has as many timelines, or as much text, as one may keep here; nothing was written."""


class BadShare(TimelineError):
    """A link cannot be made in the way that was asked for."""


def demand(value: object, kind: type | tuple[type, ...], function: str, right: str) -> None:
    """Says in a sentence what a function was given and what it takes, if that is not the same.

    Raises: WrongKind.
    """
    if not isinstance(value, kind):
        shown = repr(value) if len(repr(value)) <= 60 else repr(value)[:57] + "..."
        raise WrongKind(f"{function} was given {shown}, of the kind {type(value).__name__}. {right}")
