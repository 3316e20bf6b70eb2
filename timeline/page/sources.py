"""Where the articles come from: an example, or whatever a visitor brings, many at once; and the row that says what is being read."""

from collections.abc import Collection

import streamlit as st

from timeline.drawing.escape import label
from timeline.drawing.wording import count_words
from timeline.errors import BadDate
from timeline.intake.publication import published_day
from timeline.intake.seeds import Seed, seeds
from timeline.page.bringing import bring, now, sentence
from timeline.page.words import publication
from timeline.page.workspace import ARCHIVE, EXAMPLE, MODE, OWN, YOURS, Held, Workspace, at, current, keep, turn_to

SOURCES = "Sources"  # the panel in which all this can be corrected too
PUBLISHED, TEXT = "published-", "text-of-"  # how the keys of the fields for the day and the text of a source begin
_FIRST = "russia-iran-pact"  # what a newcomer sees
_MOST_TOLD = 3


def choose_mode(archives: Collection[str] = ()) -> str:
    """Whether an example is read, the visitor's own text, or one of these archives where there are any."""
    modes = [EXAMPLE, YOURS, *([ARCHIVE] if archives else [])]
    if st.session_state.get(MODE) not in modes:
        st.session_state[MODE] = EXAMPLE if seeds() else YOURS
    return str(st.segmented_control("What is read", modes, required=True, key=MODE, label_visibility="collapsed"))


def choose(mode: str) -> Workspace:
    """The workspace to draw; without sources where there is none yet."""
    gallery = seeds()
    if mode == EXAMPLE and gallery:
        seed = _seed(gallery)
        if not turn_to(seed.slug):
            keep(Workspace(sources=(Held(seed.article, captured=now()),)))
    else:
        turn_to(OWN)
    workspace = current()
    if len(workspace.sources) == 1 and st.session_state.get("beside") != SOURCES:
        day_of_publication(0)
    elif workspace.sources:
        st.text(count_words(len(workspace.sources), "source"), width="content")
    if at() == OWN and workspace.sources:
        with st.popover("Add sources", icon=":material/add:", type="tertiary"):
            bring(gallery, "Add")
    return current()


def told() -> None:
    """What could not be taken in of the last that was brought, one sentence each; the list of sources has them too."""
    lost = [remark.message for remark in current().remarks if remark.lost]
    if lost:
        st.text("\n".join(map(label, lost[:_MOST_TOLD])))
        if len(lost) > _MOST_TOLD:
            st.text(f"{len(lost) - _MOST_TOLD} more are told under Sources.")


def welcome() -> None:
    """The field into which a newcomer pastes, and the other ways to bring something; where there is nothing to draw yet."""
    bring(seeds(), "Draw the timeline", tall=True)


def _seed(gallery: tuple[Seed, ...]) -> Seed:
    slugs = {seed.slug: seed for seed in gallery}
    slug = st.selectbox(
        "Example",
        sorted(slugs, key=lambda slug: (slug != _FIRST, slug)),
        format_func=lambda slug: f"{slugs[slug].title} · {slugs[slug].style}",
        key="seed",
        label_visibility="collapsed",
        filter_mode=None,
        width="stretch",
    )
    return slugs[slug]


def day_of_publication(place: int) -> None:
    """When the source at a place of the list was published and how that is known, with the way to correct it."""
    held = current().sources[place]
    words = publication(held.article)
    key = f"{PUBLISHED}{at()}-{held.found.id}"
    with st.popover(words[0].upper() + words.partition(",")[0][1:], type="tertiary", icon=":material/calendar_today:", key=f"open-{key}"):
        st.caption(words[0].upper() + words[1:] + ".")
        st.text_input(
            "Day of publication",
            key=key,
            placeholder="for example 18 January 2025",
            help="Dates such as yesterday or last month count from it. Leave it empty for the day that was found.",
            on_change=_redate,
            args=(key, held.found.id),
        )
    if fault := st.session_state.get(f"fault-{key}"):
        st.text(label(fault))


def _redate(key: str, found_id: str) -> None:
    """Takes the day that the visitor has typed, or says what is wrong with it; the field stays and can be put right."""
    words = str(st.session_state.get(key) or "").strip()
    st.session_state[f"fault-{key}"] = ""
    workspace = current()
    place = next((n for n, held in enumerate(workspace.sources) if held.found.id == found_id), None)
    if place is None:
        return
    try:
        keep(workspace.redated(place, published_day(words) if words else None))
    except BadDate as fault:
        st.session_state[f"fault-{key}"] = sentence(fault)
