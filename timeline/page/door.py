"""The door: whoever may not make timelines here is told so, with the way to sign in; whoever has signed in can sign out."""

import streamlit as st

from timeline.drawing.escape import label
from timeline.page.access import access, visitor
from timeline.page.drafts import said
from timeline.page.room import fitting

_FAULT = "sign-in-fault"  # in the session: why signing in could not begin


def closed() -> bool:
    """Whether the visitor may not work here; then why not stands there, and nothing of the workbench is built."""
    who = visitor()
    if who.may_read:
        return False
    fitting()  # which also brings the page's letters
    if words := said():
        st.text(label(words))
    st.text(label(who.why or "You may only look at what has been shared here."))
    if who.may_sign_in:
        st.button("Sign in", key="sign-in", type="primary", icon=":material/login:", on_click=_sign_in)
    elif _signed_in():
        _way_out()
    if fault := st.session_state.pop(_FAULT, ""):
        st.text(label(fault))
    return True


def sign_out() -> None:
    """Who has signed in and the way out; nothing where nobody signs in here."""
    if _signed_in():
        st.text(label(visitor().name), width="content")
        _way_out()


def _signed_in() -> bool:
    return access().rule == "login" and bool(st.user.get("is_logged_in"))


def _way_out() -> None:
    st.button("Sign out", key="sign-out", type="tertiary", icon=":material/logout:", on_click=st.logout)


def _sign_in() -> None:
    from streamlit.errors import StreamlitAuthError

    try:
        st.login()
    except (StreamlitAuthError, FileNotFoundError):
        # What is wrong with the settings is for whoever runs the page, and no visitor's business.
        st.session_state[_FAULT] = "Signing in is not set up rightly here. Tell whoever runs this page."
