"""Share: makes the links to the timeline at work, says what each shows and to whom, and ends them."""

import datetime as dt
from typing import Any

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.errors import TimelineError
from timeline.page import drafts, keeping, kept
from timeline.page.access import GATED, MACHINE, Visitor, visitor
from timeline.page.clock import at_words, now, on_words
from timeline.page.drafts import Draft, Token
from timeline.page.lasting import fleeting
from timeline.store.document import Document, Link

LOOK, EDIT = "Look", "Look and edit"
FIXED, LIVE = "This version", "Always the newest version"
QUOTES, TEXTS = "The quotes of the events", "The quotes and the full texts"
LENGTHS = {"30 days": 30, "90 days": 90, "No end": None}

_MADE, _SURE = "share-made", "share-sure"  # in the session: the link just made, and the one that a second click ends

# The address of the page is known to the browser alone; so the link is put together there.
_link = st.components.v2.component(
    "timeline.link",
    html='<div class="link"><input readonly aria-label="The link" /><button type="button" class="copy">Copy the link</button>'
    '<button type="button" class="frame">Copy for a web page</button><span role="status"></span></div>',
    css="""
    .link { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; font-family: var(--st-font); color: var(--st-text-color); }
    input { flex: 1 1 18rem; min-width: 0; padding: .5rem .7rem; background: var(--st-secondary-background-color); }
    input, button { border: 1px solid var(--st-border-color); border-radius: 8px; font: inherit; color: inherit; }
    button { padding: .5rem .9rem; cursor: pointer; background: transparent; }
    .copy { background: var(--st-primary-color); border-color: var(--st-primary-color);
      color: var(--st-background-color); font-weight: 600; }
    button:focus-visible, input:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
    span:empty { display: none; }
    """,
    js="""
    export default function ({ parentElement, data }) {
      const find = (name) => parentElement.querySelector(name);
      const field = find("input"), frame = find(".frame"), status = find("span");
      const here = new URL(window.location.href);
      const page = here.origin + here.pathname.replace(/[^/]*$/, "");
      const link = data.door ? page + "e/" + data.token : page + "?t=" + data.token;
      field.value = link;
      field.onfocus = () => field.select();
      frame.hidden = !data.frame;
      const copy = async (words, select) => {
        try { await navigator.clipboard.writeText(words); }
        catch { // no clipboard without TLS
          const area = document.createElement("textarea");
          area.value = words;
          parentElement.append(area);
          area.select();
          document.execCommand("copy");
          area.remove();
        }
        status.textContent = "Copied";
      };
      find(".copy").onclick = () => copy(link);
      frame.onclick = () => copy('<iframe src="' + link.replaceAll("&", "&amp;") + '&amp;embed=true" width="100%" height="640" '
        + 'style="border:0" loading="lazy" title="Timeline"></iframe>');
    }
    """,
)


def share(document: Document, name: str) -> None:
    """The button to all links of the timeline at work; `document` is what is saved before one is made, under its `name`."""
    held = drafts.draft()
    if held and held.token:
        return  # whoever edits by a link shares nothing
    if st.button("Share", key="share", type="primary", icon=":material/link:", disabled=bool(drafts.clash())):
        st.session_state.pop(_MADE, None)
        links(document, name)


@st.dialog("Share", width="large", icon=":material/link:")
def links(document: Document, name: str) -> None:
    """What a new link shows, to whom and for how long; then all links there are."""
    who = visitor()
    if not document.sources:
        st.text("There is nothing to share yet. Bring a text first.")
        return
    if not who.may_write:
        st.text(label(who.why or "Nothing can be shared here."))
        st.text("Send the HTML page under Download instead: it is one file, and opens without this page.")
        return
    # A link shows the timeline as it is looked at now.
    held = keeping.keep(document, name=name, whole=True)
    if held is None or drafts.trouble():
        st.text(label(drafts.trouble() or "This timeline could not be saved, and only what is saved can be shared."))
        return
    try:
        if words := fleeting():
            st.text(words)
        _new(held, who)
        _all(held, who)
    except TimelineError as fault:
        st.text(label(fault))


def _new(held: Draft, who: Visitor) -> None:
    rights = st.segmented_control("Whoever has the link may", [LOOK, EDIT], default=LOOK, required=True, key="share-rights")
    edit = rights == EDIT
    version, texts = LIVE, TEXTS
    with st.container(horizontal=True, gap="medium"):
        if not edit:
            saved = f"saved at {at_words(held.saved)}"
            version = st.radio("It shows", [FIXED, LIVE], captions=[saved, "also what you change later"], key="share-live")
            texts = st.radio("With", [QUOTES, TEXTS], captions=["and no more of the texts", "of all sources"], key="share-texts")
        first = 2 if who.owner == MACHINE else 1
        lasts = st.selectbox("It ends after", list(LENGTHS), index=first, key="share-lasts", filter_mode=None, width=160)
    if edit:
        st.caption("Whoever has this link can read and change all of this timeline. They can neither share nor delete it.")
    if st.button("Make the link", key="share-make", type="primary"):
        days = LENGTHS[lasts]
        token = kept.store().share(
            held.id, owner=who.owner, now=now(), rights="edit" if edit else "view", live=version == LIVE, full_text=texts == TEXTS,
            expires=now() + dt.timedelta(days=days) if days else None,
        )  # fmt: skip
        st.session_state[_MADE] = (held.id, edit, Token(token))
    made = st.session_state.get(_MADE)
    if made and made[0] == held.id:
        _shown(made[1], made[2])


def _shown(edit: bool, token: Token) -> None:
    door = edit and GATED in {name.title() for name in st.context.headers}
    _link(key="share-link", data={"token": token.value, "door": door, "frame": not edit})
    st.caption("Copy it now: only a fingerprint of it is kept here, so it cannot be shown again. Whoever has it can pass it on.")
    if visitor().owner == MACHINE:
        st.caption("This page runs on your machine, and so does the link. For others, host the page, or send the HTML page under Download.")


def _all(held: Draft, who: Visitor) -> None:
    found = kept.store().shares(held.id, owner=who.owner)
    if not found:
        return
    st.subheader(f"{count_words(len(found), 'link').capitalize()} to this timeline", anchor=False)
    for link in found:
        _line(link, who)


def _line(link: Link, who: Visitor) -> None:
    with st.container(border=True, gap="small", key=f"link-{link.id}"):
        st.text(link_words(link, now()))
        with st.container(horizontal=True, gap="small"):
            with st.popover("Change its end", type="tertiary"):
                for words, days in LENGTHS.items():
                    name = f"{words} from now" if days else words
                    st.button(name, key=f"extend-{link.id}-{days}", type="tertiary", on_click=_extend, args=(link.id, days))
            if st.session_state.get(_SURE) == link.id:
                st.button("Revoke for good", key=f"revoked-{link.id}", type="primary", on_click=_revoke, args=(link.id, who.owner))
                st.caption("Whoever opens it from now on is told that it does not lead to a timeline.")
            else:
                st.button("Revoke", key=f"revoke-{link.id}", type="tertiary", on_click=_ask, args=(link.id,))


def link_words(link: Link, moment: dt.datetime) -> str:
    """What a link is, in one line."""
    shows = "newest version" if link.live else f"version {link.revision}"
    texts = "with the full texts" if link.full_text else "quotes only"
    if link.expires is None:
        ends = "no end"
    else:
        ends = f"{'ended' if link.expires <= moment else 'ends'} on {on_words(link.expires)}"
    rights, made = "To edit" if link.rights == "edit" else "To look at", f"made on {on_words(link.created)}"
    return " · ".join([rights, shows, texts, made, ends, _opened(link.opened)])


def _opened(times: int) -> str:
    return "never opened" if not times else f"opened {'once' if times == 1 else f'{times:,} times'}"


def _ask(share_id: str) -> None:
    st.session_state[_SURE] = share_id


def _extend(share_id: str, days: int | None) -> None:
    expires: Any = now() + dt.timedelta(days=days) if days else None
    drafts.attempt(lambda: kept.store().extend(share_id, owner=visitor().owner, expires=expires, now=now()))


def _revoke(share_id: str, owner: str) -> None:
    drafts.attempt(lambda: kept.store().revoke(share_id, owner=owner))
    st.session_state.pop(_SURE, None)
    st.session_state.pop(_MADE, None)
