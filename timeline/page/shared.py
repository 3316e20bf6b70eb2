"""What a link leads to: a timeline to look at, with nothing that could change it; or, by an edit link, the workbench."""

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import streamlit as st

from timeline.drawing.escape import label, link
from timeline.drawing.wording import count_words
from timeline.errors import TimelineError
from timeline.page import drafts, opening, tokens
from timeline.page.access import edit_tokens, visitor
from timeline.page.clock import at_words, now, on_words
from timeline.page.compare import frame_of
from timeline.page.embedded import embedded
from timeline.page.looking import look
from timeline.page.room import ICON, fitting
from timeline.page.settings import in_address, settings_of, settle
from timeline.page.titles import MADE, as_made
from timeline.page.words import day_words
from timeline.page.workspace import workspace_from
from timeline.store.document import Document, Opened, Source

if TYPE_CHECKING:
    import pandas as pd

LINK = "t"  # in the address: the token
GONE = "This link does not lead to a timeline."
ASK = "It may have been revoked, have ended, or lack a letter. Ask whoever sent it for a new one."
# In the session: a fingerprint of the token that was counted as opened; the table last shown; whether the maker's view was taken over.
_SEEN, _TABLE, _VIEWED = "shared-seen", "shared-table", "shared-viewed"

# Titles and names are strangers' words, and reach the page as text nodes. No search engine shall list the page, and no site that it
# leads to shall learn its address; a server may say so in headers too, which plain `streamlit run` cannot.
_head = st.components.v2.component(
    "timeline.shared",
    html="<header></header>",
    css="""
    header { font-family: var(--st-font); color: var(--st-text-color); overflow-wrap: anywhere; line-height: 1.5; }
    h1 { margin: 0 0 .15rem; font-size: 1.7rem; line-height: 1.25; font-weight: 650; }
    p { margin: 0; font-size: .9rem; opacity: .72; }
    ul { margin: .35rem 0 0; padding: 0; list-style: none; font-size: .9rem; }
    li + li { margin-top: .1rem; }
    a { color: inherit; }
    """,
    js="""
    export default function ({ parentElement, data }) {
      const head = document.head;
      for (const [name, content] of [["robots", "noindex, nofollow, noarchive"], ["referrer", "no-referrer"]]) {
        const meta = head.querySelector(`meta[name=${name}]`) ?? head.appendChild(document.createElement("meta"));
        meta.name = name; meta.content = content;
      }
      const top = parentElement.querySelector("header");
      top.replaceChildren();
      const add = (parent, tag, text) => {
        const element = document.createElement(tag);
        if (text) element.textContent = text;
        return parent.appendChild(element);
      };
      if (data.title) add(top, "h1", data.title).dir = "auto";
      for (const line of data.lines) add(top, "p", line);
      if (data.sources.length) {
        const list = add(top, "ul");
        for (const source of data.sources) {
          const item = add(list, "li");
          item.dir = "auto";
          const name = source.url ? add(item, "a", source.name) : add(item, "span", source.name);
          if (source.url) { name.href = source.url; name.rel = "noopener noreferrer"; name.target = "_blank"; }
          if (source.about) item.append(" · " + source.about);
        }
      }
    }
    """,
)


def shown() -> bool:
    """Whether the address holds a link's token, and what it leads to was shown; false where the workbench has to be built.

    Asked of the store at each run, so that a link that ends shows nothing from then on.
    """
    token = st.query_params.get(LINK)
    if token is None and st.query_params.get(drafts.OPEN) == opening.EDIT and not (visitor().may_edit or st.context.is_embedded):
        token = next(iter(edit_tokens()), None)  # where nobody may write, an edit link shows
    if token is None:
        return False
    try:
        return _leads(token)
    except TimelineError as fault:
        words = str(fault)
        st.text(label(words[:1].upper() + words[1:]))
        return True


def _leads(token: str) -> bool:
    """Whether a token leads to something to look at, or nowhere, which was shown; false where it leads to the workbench."""
    held = drafts.draft()
    if held and held.token and held.token.value == token:
        return False  # whoever edits keeps what was changed before the link ended
    print_ = hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
    found = tokens.tried(token, visitor().client, now(), count=st.session_state.get(_SEEN) != print_)
    if found is None:
        _gone()
        return True
    st.session_state[_SEEN] = print_
    if found.may_edit and visitor().may_edit:
        opening.take_shared(found, token)
        return False
    _page(found, token)
    return True


def _gone() -> None:
    """The same for a wrong, a revoked and an ended link."""
    st.set_page_config(page_title="Timeline", page_icon=ICON, layout="wide")
    _head(key="shared", data={"title": GONE, "lines": [ASK], "sources": []})


def _page(found: Opened, token: str) -> None:
    """The timeline of a link: only what is for looking at."""
    document = found.document
    st.set_page_config(page_title=f"{label(document.title)} · Timeline" if document.title else "Timeline", page_icon=ICON, layout="wide")
    _view_of(document)
    frame = _table(document)
    if not st.context.is_embedded:
        _head(key="shared", data=head(found, len(frame), now()))
    style = fitting()
    if frame.empty:
        st.text("No events with a date are in this timeline.")
        return
    if st.context.is_embedded:
        settings = {**settings_of(document.view), **st.query_params.to_dict(), **in_address()}
        embedded(document, frame, style, settings, f"?{urlencode({LINK: token})}")
        return
    workspace = workspace_from(as_made(document))
    articles = [source.article() for source in document.sources if source.text]
    look(frame, style, workspace, {article.id: article for article in articles}, own=False)
    for source in document.sources:
        if source.text:
            with st.expander(f"Full text {document.sources.index(source) + 1} of {len(document.sources)}"):
                st.text(source.text)


def _view_of(document: Document) -> None:
    """Looks at the timeline as its maker did, once in a session; what the address says itself comes first."""
    if st.session_state.get(_VIEWED):
        return
    st.session_state[_VIEWED] = True
    settle(document.view)


def _table(document: Document) -> "pd.DataFrame":
    """The table of the document, read from what was kept only when that is another one: a click must not draw anew."""
    seen: tuple[object, pd.DataFrame] | None = st.session_state.get(_TABLE)
    asked = document.table or tuple(source.sha256 for source in document.sources)
    if seen is None or seen[0] != asked:
        seen = st.session_state[_TABLE] = (asked, frame_of(document))
    return seen[1]


def head(found: Opened, events: int, moment: dt.datetime) -> dict[str, Any]:
    """What stands above a shared timeline, in plain values."""
    document = found.document
    made = document.view.get(MADE)
    made = f" · Made with {label(made)[:80]}" if isinstance(made, str) else ""
    version = f"{'Newest version' if found.live else 'Version'} {found.revision.number}, saved at {at_words(found.revision.saved)}{made}"
    texts = "with full texts" if found.full_text else "quotes only"
    counts = [count_words(events, "event"), count_words(len(document.sources), "source"), texts]
    ends = f"This link ends on {on_words(found.expires)}." if found.expires else ""
    lines = [" · ".join(["To look at", *counts]), f"{version}", ends]
    sources = [_source(source) for source in document.sources]
    return {"title": label(document.title), "lines": [line for line in lines if line], "sources": sources}


def _source(source: Source) -> dict[str, str]:
    name = source.title or source.source or "A text without a title"
    about = [source.source if source.title else "", f"published {day_words(source.published)}" if source.published else ""]
    return {"name": label(name), "about": label(" · ".join(filter(None, about))), "url": link(source.url)}
