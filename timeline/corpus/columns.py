"""Which column of an archive holds what: found by the names that archives give them, or as the user says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.errors import UnreadableSource

# The names by which archives call what an article has, the likeliest first; capitals and the kind of dash do not count.
KNOWN: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "article_text", "full_text", "plain_text", "story"),
    "published": (
        "published",
        "date",
        "pubdate",
        "pub_date",
        "publish_date",
        "date_publish",
        "published_at",
        "publication_date",
        "datetime",
    ),
    "title": ("title", "headline", "heading"),
    "url": ("url", "link", "address", "canonical"),
    "source": ("source", "publisher", "publication", "outlet", "domain", "source_domain", "newspaper"),
    "id": ("id", "uuid", "article_id", "doc_id", "docid", "guid"),
}


def mapping_from(pairs: Iterable[str]) -> dict[str, str]:
    """What the user says, such as `text=Body`: the column of each thing.

    Raises: UnreadableSource.
    """
    told = {}
    for pair in pairs:
        name, _, column = pair.partition("=")
        if name.strip() not in KNOWN or not column.strip():
            raise UnreadableSource(f"cannot map {pair!r}: say what=COLUMN, such as text=body; what is one of {', '.join(KNOWN)}.")
        told[name.strip()] = column.strip()
    return told


def found_in(columns: Sequence[str], told: Mapping[str, str], where: str) -> dict[str, str]:
    """The column of each thing that these columns hold: the one that the user told, else the first with a known name.

    Raises: UnreadableSource where there is no text, or a column that the user told.
    """
    plain = {_plain(column): column for column in reversed(columns)}
    missing = [column for column in told.values() if column not in columns]
    if missing:
        raise UnreadableSource(f"cannot read {where!r}: it has no column {missing[0]!r}. It has {_listed(columns)}.")
    found = {what: next((plain[name] for name in names if name in plain), "") for what, names in KNOWN.items()} | dict(told)
    if not found["text"]:
        raise UnreadableSource(
            f"cannot read {where!r}: no column has a name such as {', '.join(KNOWN['text'][:3])}; it has {_listed(columns)}. "
            f"Say which one holds the text, with --column text=NAME."
        )
    return {what: column for what, column in found.items() if column}


def _plain(column: str) -> str:
    return column.strip().lower().replace("-", "_").replace(" ", "_")


def _listed(columns: Sequence[str]) -> str:
    return (", ".join(repr(column) for column in columns[:12]) + (" and more" if len(columns) > 12 else "")) if columns else "none"
