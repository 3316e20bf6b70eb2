"""Who may do what on the page: one `Access` for the whole server says of each visitor who they are and what they may.

What a visitor may is asked here by the server before it acts; that a button is not shown protects nothing.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from timeline.errors import TimelineError

Rule = Literal["machine", "login", "proxy", "shares", "open"]
MACHINE = "local"  # the owner of what is saved where nobody else gets in

# Set by the gate in page/server.py and taken from whatever comes from outside, so that no visitor can send them.
CLIENT, NAMED, GATED = "X-Timeline-Client", "X-Timeline-Visitor", "X-Timeline-Gate"
EDITS, MOST_EDITS = "timeline_edit", 8  # the cookie with the tokens of edit links, and how many it holds
GUEST = "guest"  # in the session: an edit link let the visitor in, to work on that one timeline
_FORWARDED = ("X-Forwarded-For", "X-Forwarded-Host", "X-Real-Ip", "Forwarded", "Via")
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_LONGEST_OWNER = 254  # no address of a person is longer


class NotAllowed(TimelineError):
    """A visitor asked for what they may not."""


@dataclass(frozen=True)
class Visitor:
    """Who is there: `owner` is who saved things belong to ("" for nobody), `name` what to call them.

    `may_read`: bring articles and have them read. `may_fetch`: have an address fetched. `may_write`: save, correct what is saved, share.
    `may_edit`: change a timeline that they hold an edit link to. `may_sign_in`: signing in would help. `why`: a sentence for what they may
    not. `client`: what their requests are counted by. Shares to look at are open to whoever holds their token.
    """

    owner: str = ""
    name: str = ""
    may_read: bool = False
    may_fetch: bool = False
    may_write: bool = False
    may_edit: bool = False
    may_sign_in: bool = False
    why: str = ""
    client: str = MACHINE

    def demand_read(self) -> None:
        """Raises: NotAllowed where the visitor may not bring articles."""
        if not self.may_read:
            raise NotAllowed(self.why or "You may only look at what has been shared here.")

    def demand_write(self) -> None:
        """Raises: NotAllowed where the visitor may not save or share."""
        if not self.may_write:
            raise NotAllowed(self.why or "Nothing can be saved here.")


@dataclass(frozen=True)
class Asked:
    """What is known of a request: its headers, the user who signed in (the claims of the provider), and whether it is in a frame."""

    headers: Mapping[str, str]
    user: Mapping[str, object]
    embedded: bool = False
    local: bool = False  # the server listens to this machine alone


@dataclass(frozen=True)
class Access:
    """The rule of this server.

    `machine`: whoever sits at this machine. `login`: who signs in and is among `allowed` (addresses, or domains without an @). `proxy`: who
    the trusted proxy names, among `allowed` if there are any. `shares`: everyone, for shares alone. `open`: served by plain
    `streamlit run`, where nothing is known: articles are read for everyone, and saved for this machine alone.
    """

    rule: Rule = "open"
    allowed: frozenset[str] = frozenset()
    fetching: bool = True  # whether the server may fetch addresses at all
    unverified: bool = False  # the provider is one's own and does not say that it has checked an address

    def visitor(self, asked: Asked) -> Visitor:
        """Who asks, and what they may; in a frame nobody may more than look."""
        found = self._visitor(asked)
        client, edits = asked.headers.get(CLIENT) or MACHINE, self.rule != "shares" and found is not _ROUND_THE_GATE and not asked.embedded
        found = replace(found, client=client, may_edit=edits, may_fetch=found.may_read and self.fetching)
        if asked.embedded and found.may_write:
            return replace(found, may_write=False, why="Nothing can be changed in a frame. Open the page itself.")
        return found

    def _visitor(self, asked: Asked) -> Visitor:
        if self.rule in ("machine", "proxy") and not asked.headers.get(GATED):
            return _ROUND_THE_GATE
        if self.rule == "machine":
            return _AT_THE_MACHINE
        if self.rule == "login":
            return self._signed_in(asked.user)
        if self.rule == "proxy":
            return self._named(asked.headers.get(NAMED, "").strip())
        if self.rule == "shares":
            return Visitor(why="Here you can look at timelines that were shared with you. Open one by its link.")
        if _from_this_machine(asked):
            return _AT_THE_MACHINE
        return Visitor(may_read=True, why="Nothing is saved on this page. Download what you want to keep.")

    def _signed_in(self, user: Mapping[str, object]) -> Visitor:
        if not user.get("is_logged_in"):
            return Visitor(may_sign_in=True, why="Sign in to make timelines.")
        address = _folded(user.get("email"))
        if not address:
            return Visitor(why="Whoever signed you in does not say your e-mail address, by which people are let in here.")
        if user.get("email_verified") is not True and not self.unverified:
            return Visitor(name=address, why=f"Nobody has checked that {address} is yours. Confirm it where you signed in.")
        return self._named(address)

    def _named(self, name: str) -> Visitor:
        name = _folded(name)
        if not name:
            return Visitor(why="The proxy in front of this page does not say who you are.")
        _, at, domain = name.rpartition("@")
        among = bool(at) and (name in self.allowed or domain in self.allowed)
        if (self.allowed or self.rule == "login") and not among:
            return Visitor(name=name, why=f"{name} is not among those who may make timelines here. Ask whoever runs this page.")
        return Visitor(owner=name, name=name, may_read=True, may_write=True)


_ROUND_THE_GATE = Visitor(why="This request did not come through the gate.")
_AT_THE_MACHINE = Visitor(owner=MACHINE, may_read=True, may_write=True)


def _folded(name: object) -> str:
    """An address in small letters. Only plain letters are made small: others would make one name of two."""
    text = name.strip() if isinstance(name, str) else ""
    text = text.lower() if text.isascii() else text
    return text if text.isprintable() and len(text) <= _LONGEST_OWNER else ""


def _from_this_machine(asked: Asked) -> bool:
    """Whether a request came straight to a server that listens to this machine alone, under one of its own names."""
    if not asked.headers:
        return True  # no request at all: the page runs in a test
    if not asked.local or any(name in asked.headers for name in _FORWARDED):
        return False
    return host_name(asked.headers.get("Host", "")) in _LOOPBACK


def host_name(host: str) -> str:
    """The name in a Host header, without its port: small letters, no final dot, no brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower().rstrip(".")


def from_environment(environment: Mapping[str, str]) -> Access:
    """The rule of a page that plain `streamlit run` serves.

    TIMELINE_ALLOW: who may sign in and save, addresses and domains. TIMELINE_FETCH=off: no address is fetched.
    """
    allowed = frozenset(_folded(name) for name in environment.get("TIMELINE_ALLOW", "").replace(",", " ").split())
    return Access("login" if allowed else "open", allowed, fetching=environment.get("TIMELINE_FETCH", "").lower() not in ("off", "0", "no"))


_access: Access | None = None


def use(access: Access | None) -> None:
    """Sets the rule of this process, before the server starts; None is back to what the environment says."""
    global _access
    _access = access


def access() -> Access:
    """The rule of this process."""
    return from_environment(os.environ) if _access is None else _access


def edit_tokens() -> tuple[str, ...]:
    """The tokens of edit links that this browser has opened, the last one first. The gate keeps them in a cookie no script can read."""
    import streamlit as st

    return tuple(token for token in st.context.cookies.get(EDITS, "").split(".", MOST_EDITS)[:MOST_EDITS] if token)


def visitor(*, guest: bool = True) -> Visitor:
    """Who is looking at the page now, asked of Streamlit by the running page; also what an edit link lets a `guest` read, if asked."""
    import streamlit as st

    headers = {name.title(): value for name, value in st.context.headers.items()}
    rule = access()
    user = dict(st.user) if rule.rule == "login" else {}
    local = st.get_option("server.address") in _LOOPBACK
    found = rule.visitor(Asked(headers, user, bool(st.context.is_embedded), local))
    return replace(found, may_read=True) if guest and found.may_edit and st.session_state.get(GUEST) else found
