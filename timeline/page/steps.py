"""Steps: what a visitor did, edits and changes of sources alike, taken back and done again one by one."""

import dataclasses

import streamlit as st

from timeline.page.sources import PUBLISHED, TEXT
from timeline.page.workspace import Workspace, current, keep
from timeline.table.history import redone, undone


def undo_row() -> None:
    """The two ways through the steps; nothing before there is one."""
    workspace = current()
    back, forth = before(workspace), after(workspace)
    if back or forth:
        st.button("Undo", key="undo", icon=":material/undo:", type="tertiary", on_click=_go, args=(back,), disabled=back is None)
        st.button("Redo", key="redo", icon=":material/redo:", type="tertiary", on_click=_go, args=(forth,), disabled=forth is None)


def before(workspace: Workspace) -> Workspace | None:
    """The workspace before the last step: all edits that were made at one time, or a change of a source; None where there is none."""
    history, changes = workspace.history, workspace.changes
    if changes and changes[-1].edits >= history.done:
        *rest, last = changes
        sources = last.undone(workspace.sources)
        return dataclasses.replace(workspace, sources=sources, changes=tuple(rest), taken_back=(*workspace.taken_back, last))
    if not history.can_undo:
        return None
    since = changes[-1].edits if changes else 0
    at = history.active[-1].at
    return dataclasses.replace(workspace, history=undone(history, sum(edit.at == at for edit in history.active[since:])))


def after(workspace: Workspace) -> Workspace | None:
    """The workspace after the step that was taken back last; None where there is none."""
    history, waiting = workspace.history, workspace.taken_back
    if waiting and waiting[-1].edits <= history.done:
        *rest, next_ = waiting
        sources = next_.done(workspace.sources)
        return dataclasses.replace(workspace, sources=sources, changes=(*workspace.changes, next_), taken_back=tuple(rest))
    if not history.can_redo:
        return None
    ahead = history.edits[history.done : waiting[-1].edits if waiting else None]
    return dataclasses.replace(workspace, history=redone(history, sum(edit.at == ahead[0].at for edit in ahead)))


def _go(workspace: Workspace | None) -> None:
    """Makes it the one at work; fields for the day and the text of a source show again what is."""
    if workspace is not None:
        for key in [key for key in st.session_state if str(key).startswith((PUBLISHED, TEXT))]:
            del st.session_state[key]
        keep(workspace)
