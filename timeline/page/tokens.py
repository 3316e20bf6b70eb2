"""Tokens: the one way in which the token of a link is tried, whoever asks; who tries too many wrong ones is let try no more for a while."""

import datetime as dt

from timeline.page import kept, limits
from timeline.store.document import Opened


def tried(token: str, client: str, now: dt.datetime, *, count: bool) -> Opened | None:
    """What a token opens, None for nothing; `count` notes that the link was opened.

    Raises: TooMany; StoreFailed.
    """
    limits.try_link(client)
    found = kept.store().open_share(token, now=now, count=count)
    if found is None:
        limits.wrong_link(client)
    return found
