"""Meeting: a timeline that two windows have saved in turn becomes one again, where they changed different parts of it."""

from dataclasses import replace

from timeline.errors import TimelineError
from timeline.page.titles import as_made
from timeline.store.document import Document, Source, document_from
from timeline.table.history import history_from_json
from timeline.table.meeting import articles_of, met, since


def together(before: str, mine: Document, theirs: Document) -> Document | None:
    """The document with what both have changed since `before`, the body that both began with; None where they changed the same.

    That is one event, the title, one source, or an event whose source the other has taken out. How it is looked at is mine.
    """
    if not before:
        return None
    was, ours, others = as_made(document_from(before, {})), as_made(mine), as_made(theirs)
    title = _either(was.title, ours.title, others.title)
    credit = _either(*(str(each.view.get("credit", "")) for each in (was, ours, others)))
    sources = _sources(was.sources, mine.sources, theirs.sources)
    try:
        histories = [history_from_json(each.edits) for each in (was, mine, theirs)]
    except TimelineError:
        return None  # a newer version of this program has saved it
    history = met(*histories)
    if title is None or credit is None or sources is None or history is None:
        return None
    lost = _ids((*mine.sources, *theirs.sources)) - _ids(sources)
    if any(articles_of(since(histories[0], each)) & lost for each in histories[1:]):
        return None
    return replace(ours, title=title, view={**ours.view, "credit": credit}, sources=sources, edits=tuple(history.as_json()), table="")


def _either(was: str, mine: str, theirs: str) -> str | None:
    """What one of the two has made of some words; None where both have changed them, and not to the same."""
    if mine == was:
        return theirs
    return mine if theirs in (was, mine) else None


def _sources(was: tuple[Source, ...], mine: tuple[Source, ...], theirs: tuple[Source, ...]) -> tuple[Source, ...] | None:
    """The sources with what both have changed of them; None where both changed one."""
    before, ours, others = ([replace(source, text="") for source in sources] for sources in (was, mine, theirs))
    gone = [source for source in before if source not in ours]
    if any(source not in others for source in gone):
        return None if ours != others else theirs
    new = {whole.article().id: whole for whole, bare in zip(mine, ours, strict=True) if bare not in before}
    kept = [new.pop(whole.article().id, None) if bare in gone else whole for whole, bare in zip(theirs, others, strict=True)]
    sources = tuple(source for source in (*kept, *new.values()) if source is not None)
    return sources if len(_ids(sources)) == len(sources) else None


def _ids(sources: tuple[Source, ...]) -> set[str]:
    return {source.article().id for source in sources}
