"""Who may do what: each rule, what a visitor may say of themselves, and what they may not."""

from collections.abc import Mapping
from typing import Any

import pytest

from timeline.page.access import CLIENT, GATED, MACHINE, NAMED, Access, Asked, NotAllowed, Visitor, from_environment, visitor

GATE = {GATED: "1", CLIENT: "203.0.113.5"}


def asked(headers: Mapping[str, str] = GATE, user: Mapping[str, object] | None = None, **more: Any) -> Asked:
    return Asked(headers, user or {}, **more)


def signed_in(address: object, verified: object = True) -> Asked:
    return asked(user={"is_logged_in": True, "email": address, "email_verified": verified})


def test_at_this_machine_one_may_do_everything() -> None:
    found = Access("machine").visitor(asked())
    assert (found.owner, found.may_read, found.may_fetch, found.may_write) == (MACHINE, True, True, True)


@pytest.mark.parametrize("rule", ["machine", "proxy"])
def test_a_request_that_went_round_the_gate_may_nothing(rule: Any) -> None:
    found = Access(rule).visitor(asked({"Host": "localhost", NAMED: "ann@example.org"}))
    assert not (found.owner or found.may_read or found.may_write)


def test_who_has_not_signed_in_is_told_to() -> None:
    found = Access("login", frozenset({"example.org"})).visitor(asked())
    assert found.may_sign_in
    assert not (found.owner or found.may_read or found.may_write)
    with pytest.raises(NotAllowed, match="Sign in"):
        found.demand_write()


@pytest.mark.parametrize("address", ["ann@example.org", "Ann@Example.ORG", "bob@elsewhere.net"])
def test_who_is_of_an_allowed_domain_or_address_may_write(address: str) -> None:
    found = Access("login", frozenset({"example.org", "bob@elsewhere.net"})).visitor(signed_in(address))
    assert found.may_write
    assert found.owner == address.lower()


@pytest.mark.parametrize(
    ("address", "verified"),
    [
        ("ann@evil.example.org", True),
        ("ann@example.org.evil.net", True),
        ("example.org", True),
        ("@example.org@evil.net", True),
        ("eve@elsewhere.net", True),
        ("ann@example.org", False),
        ("ann@example.org", None),
        ("ann@example.org", "true"),
        ("ann@example.org\n", None),
        ("ann@example.org\x00", True),
        ("", True),
        (None, True),
        (["ann@example.org"], True),
        ("a" * 250 + "@example.org", True),
    ],
)
def test_who_is_not_allowed_may_nothing_though_signed_in(address: object, verified: object) -> None:
    found = Access("login", frozenset({"example.org", "bob@elsewhere.net"})).visitor(signed_in(address, verified))
    assert not (found.owner or found.may_read or found.may_write or found.may_sign_in)
    assert found.why


def test_letters_that_only_look_alike_make_no_other_owner() -> None:
    rule = Access("login", frozenset({"kent.org"}))
    assert not rule.visitor(signed_in("ann@\u212aent.org")).may_write


def test_addresses_of_a_provider_of_ones_own_may_be_believed_unchecked() -> None:
    rule = Access("login", frozenset({"example.org"}), unverified=True)
    assert rule.visitor(signed_in("ann@example.org", None)).may_write
    assert not rule.visitor(signed_in("ann@elsewhere.net", None)).may_write


def test_a_proxy_names_the_visitor_and_may_be_narrowed() -> None:
    named = asked(GATE | {NAMED: "Ann@example.org"})
    assert Access("proxy").visitor(named).owner == "ann@example.org"
    assert not Access("proxy", frozenset({"bob@example.org"})).visitor(named).may_write
    assert not Access("proxy").visitor(asked()).may_read


def test_shares_alone_let_nobody_read_or_write_articles() -> None:
    found = Access("shares").visitor(signed_in("ann@example.org"))
    assert not (found.owner or found.may_read or found.may_write or found.may_sign_in)


def test_in_a_frame_nobody_changes_anything() -> None:
    assert not Access("machine").visitor(asked(embedded=True)).may_write
    assert not Access("machine").visitor(asked(embedded=True)).may_edit


def test_an_edit_link_may_be_used_by_whoever_holds_it_unless_nobody_may_write_here() -> None:
    assert Access("login", frozenset({"example.org"})).visitor(asked()).may_edit
    assert not Access("shares").visitor(asked()).may_edit
    assert not Access("proxy").visitor(asked({"Host": "localhost"})).may_edit


def test_a_server_that_fetches_nothing_says_so() -> None:
    assert not Access("machine", fetching=False).visitor(asked()).may_fetch


@pytest.mark.parametrize(
    ("headers", "local", "owner"),
    [
        ({}, False, MACHINE),
        ({"Host": "localhost:8501"}, True, MACHINE),
        ({"Host": "[::1]:8501"}, True, MACHINE),
        ({"Host": "localhost:8501"}, False, ""),
        ({"Host": "timeline.example.org"}, True, ""),
        ({"Host": "localhost.evil.net"}, True, ""),
        ({"Host": "localhost:8501", "X-Forwarded-For": "203.0.113.5"}, True, ""),
        ({"Host": "localhost:8501", "Forwarded": "for=203.0.113.5"}, True, ""),
    ],
)
def test_a_page_of_plain_streamlit_saves_for_this_machine_alone(headers: Mapping[str, str], local: bool, owner: str) -> None:
    found = Access().visitor(asked(headers, local=local))
    assert found.may_read
    assert (found.owner, found.may_write) == (owner, bool(owner))


def test_the_environment_says_who_may_sign_in_on_a_page_of_plain_streamlit() -> None:
    rule = from_environment({"TIMELINE_ALLOW": "Example.org, bob@elsewhere.net", "TIMELINE_FETCH": "off"})
    assert (rule.rule, rule.allowed, rule.fetching) == ("login", frozenset({"example.org", "bob@elsewhere.net"}), False)
    assert rule.visitor(asked({}, {"is_logged_in": True, "email": "ann@example.org", "email_verified": True})).may_write
    assert from_environment({}) == Access()


def test_a_test_of_the_page_without_a_server_is_at_this_machine() -> None:
    assert visitor() == Visitor(owner=MACHINE, may_read=True, may_fetch=True, may_write=True, may_edit=True)
