"""HTML: the main text of a page by trafilatura, with its title, day, address and site; else the text that can be seen."""

import json
import re
from collections.abc import Iterator
from typing import Any

from timeline.errors import UnreadableSource
from timeline.intake.decode import decoded
from timeline.intake.formats.stamps import day_of_address, day_of_stamp, visible_day
from timeline.intake.piece import Piece, cannot, one_line

_SHORT = 140  # characters of main text below which the whole page is looked at
_DEEPEST = 4_000  # open elements that are followed
_BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p "
    "pre section summary table td th tr ul br title".split()
)
_UNSEEN = frozenset("script style noscript template head iframe object svg math select button textarea".split())
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NOT_STORIES = re.compile(r"\b(?:enable|turn on|requires?) javascript\b", re.IGNORECASE)
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "publishdate", "publish-date",
    "publish_date",
    "dc.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date",
    "article.published",
    "cxenseparse:recs:publishtime", "citation_publication_date", "originalpublicationdate", "dc.date.created",
)  # fmt: skip


def pieces(data: bytes, name: str, charset: str = "") -> list[Piece]:
    """The article of a page.

    Raises: UnreadableSource where no words can be seen.
    """
    return [page(decoded(data, name, charset), name)]


def page(html: str, name: str) -> Piece:
    """The article in the HTML of a page.

    Raises: UnreadableSource where no words can be seen.
    """
    import lxml.html

    tree = lxml.html.document_fromstring(_DECLARATION.sub("", html, count=1) or "<html/>", parser=page_parser())
    told = _told(tree)
    notes = []
    text = _main_text(tree)
    if len(text) < _SHORT:
        text = visible_text(tree)
        if text:
            notes.append("no article was found on the page, so all text that can be seen on it is read, menus too")
    if not text.strip():
        raise UnreadableSource(cannot(name, "it is a web page without text. Open it in a browser, and paste the article."))
    if len(text) < 600 and _NOT_STORIES.search(text):
        notes.append("the page says that it needs JavaScript, so its article may be missing. Open it in a browser, and paste the article")
    if told["teaser"]:
        notes.append("the page says that its whole text is for subscribers, so this may be the beginning only")
    return Piece(
        text,
        title=told["title"],
        published=told["day"] or visible_day(tree) or day_of_address(told["url"]),
        source=told["site"],
        url=told["url"],
        notes=tuple(notes),
    )


def page_parser() -> Any:
    import lxml.html

    # Comments and instructions hold no words, and depth beyond what libxml2 allows is cut by it.
    return lxml.html.HTMLParser(remove_comments=True, remove_pis=True, encoding="utf-8", no_network=True)


def _main_text(tree: Any) -> str:
    import copy

    from trafilatura import bare_extraction

    tree = copy.deepcopy(tree)
    _without_layout_tables(tree)
    try:
        found: Any = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    except (RecursionError, ValueError, TypeError, AttributeError, KeyError, IndexError):
        return ""  # what trips the library over odd markup; the visible text is still there
    lines = (found.text or "").split("\n") if found is not None else []
    return "\n\n".join(line for line in (_tidy(line) for line in lines) if line)


def _without_layout_tables(tree: Any) -> None:
    """Makes blocks of the tables that set a page and hold paragraphs, so that only tables of facts are left."""
    for table in list(tree.iter("table")):
        if any(sum(1 for _ in cell.iter("p")) > 1 for cell in table.iter("td")):
            for part in list(table.iter("table", "tbody", "thead", "tr", "td", "th")):
                part.tag = "div"


def _tidy(line: str) -> str:
    """A line of main text without the marks that trafilatura gives to lists and tables."""
    line = line.strip()
    if line.startswith("|"):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        return "" if all(set(cell) <= set("-: ") for cell in cells) else " | ".join(cell for cell in cells if cell)
    return line[2:] if line.startswith("- ") else line


def visible_text(tree: Any) -> str:
    """What a reader of the page sees, a paragraph for each block."""
    lines: list[list[str]] = [[]]
    for kind, words in _walk(tree):
        if kind == "break":
            lines.append([])
        else:
            lines[-1].append(words)
    return "\n\n".join(line for line in (" ".join("".join(words).split()) for words in lines) if line)


def _walk(tree: Any) -> Iterator[tuple[str, str]]:
    """Breaks and words in the order of the page; by hand, since a page may nest deeper than Python may call."""
    import lxml.etree

    hidden = 0
    depth = 0
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        depth += 1 if event == "start" else -1
        if event == "start":
            hidden += _is_unseen(element, tag)
            if tag in _BLOCKS:
                yield "break", ""
            if not hidden and element.text and depth < _DEEPEST:
                yield "words", element.text
        else:
            hidden -= _is_unseen(element, tag)
            if tag in _BLOCKS:
                yield "break", ""
            if not hidden and element.tail:
                yield "words", element.tail


def _is_unseen(element: Any, tag: str) -> bool:
    return tag in _UNSEEN or element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(" ", "").lower()


def _told(tree: Any) -> dict[str, Any]:
    """What the head of the page and its data for machines say: title, day, address, site, and whether it is for subscribers."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if key and meta.get("content"):
            metas.setdefault(key, meta.get("content"))
    story = next(_stories(tree), {})
    publisher = story.get("publisher")
    publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
    site = publisher.get("name") if isinstance(publisher, dict) else ""
    headings = [" ".join(h.text_content().split()) for h in tree.iter("h1")]
    title = _text(story.get("headline")) or metas.get("og:title") or (headings[0] if len(headings) == 1 else "")
    title = title or metas.get("twitter:title") or " ".join((tree.findtext(".//title") or "").split()) or (headings or [""])[0]
    day = day_of_stamp(_text(story.get("datePublished"))) or next((day for key in _DATES if (day := day_of_stamp(metas.get(key, "")))), "")
    links = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    addresses = [*links, metas.get("og:url", ""), _text(story.get("url"))]
    return {
        "title": one_line(title),
        "day": day,
        "site": one_line(metas.get("og:site_name") or _text(site) or "", 80),
        "url": next((address for address in (one_line(a, 2000) for a in addresses) if re.match(r"https?://[^/\s]+\S*$", address)), ""),
        "teaser": str(story.get("isAccessibleForFree")).lower() == "false" or metas.get("article:content_tier") in ("locked", "metered"),
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _stories(tree: Any) -> Iterator[dict[str, Any]]:
    """The articles that JSON-LD on the page tells of, that with a day of publication first."""
    found = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > 500_000:
            continue
        try:
            data = json.loads(script.text)
        except (ValueError, RecursionError):
            continue
        found += [thing for thing in _things(data) if re.search(r"Article|BlogPosting|Report\b|LiveBlog", str(thing.get("@type", "")))]
    yield from sorted(found, key=lambda thing: not thing.get("datePublished"))


def _things(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 4:
        return
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            yield from _things(thing.get("@graph", []), depth + 1)
            yield from _things(thing.get("mainEntity", []), depth + 1)
