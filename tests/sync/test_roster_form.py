"""The form of a roster's text: whatever else stands there is refused."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.crypto.canonical import decode, encode, to_base64url
from services.planner.errors import InputRejected
from services.sync.entry import ZERO_HASH, ZERO_ID, Kind, read_entry
from services.sync.roster import read_roster
from tests.sync.circle import STRANGER, family
from tests.sync.made_up_rosters import BACK


def rewritten(**changes: Any) -> bytes:
    """The JSON of a roster with members of it changed; None takes one out."""
    wire = decode(family().state.chain.roster.to_text())
    assert isinstance(wire, dict)
    return encode({name: value for name, value in (wire | changes).items() if value is not ...})


def one_member(**changes: Any) -> bytes:
    wire = decode(family().state.chain.roster.to_text())
    assert isinstance(wire, dict)
    members: Any = wire["members"]
    members[0] = {name: value for name, value in (members[0] | changes).items() if value is not ...}
    return encode(wire)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        rewritten(v=2),
        rewritten(v=True),
        rewritten(v=...),
        rewritten(more=1),
        rewritten(epoch=0),
        rewritten(epoch=True),
        rewritten(epoch=2**32),
        rewritten(rules="1"),
        rewritten(rules=True),
        rewritten(rules=0),
        rewritten(circle="AA"),
        rewritten(circle=to_base64url(ZERO_ID)),
        rewritten(prev=to_base64url(ZERO_HASH)),
        rewritten(commit=to_base64url(bytes(31))),
        rewritten(self_add=1),
        rewritten(self_add=...),
        rewritten(members=[]),
        rewritten(members={}),
        rewritten(members=[1]),
        rewritten(back=None),
        rewritten(back=to_base64url(BACK)),
        rewritten(recovery=None),
        rewritten(recovery={}),
        rewritten(expires=None),
        rewritten(expires="20261201"),
        rewritten(expires="2026-13-01"),
        rewritten(expires=20261201),
        one_member(id=to_base64url(STRANGER.id)),
        one_member(role="headteacher"),
        one_member(steward=False),
        one_member(steward=1),
        one_member(key=to_base64url(bytes(79))),
        one_member(sign=...),
        one_member(name="canary"),
        family().state.chain.roster.to_text() + b" ",
    ],
    ids=range(37),
)
def test_a_roster_of_another_form_is_refused(text: bytes) -> None:
    assert read_roster(rewritten()) == family().state.chain.roster
    with pytest.raises(InputRejected):
        read_roster(text)


WIRE: Any = decode(family().state.chain.roster.to_text())
ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text("AZaz09-_ é", max_size=44),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abcdekmnst", max_size=6), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.sampled_from([*sorted(WIRE), "back", "recovery", "expires"]), ANY, min_size=1))
def test_i5_no_json_makes_anything_of_a_roster_but_a_refusal(changes: dict[str, Any]) -> None:
    with suppress(InputRejected):
        text = encode(WIRE | changes)
        assert read_roster(text).to_text() == text


@given(st.binary(max_size=400))
def test_i5_no_bytes_make_anything_but_a_refusal(raw: bytes) -> None:
    with pytest.raises(InputRejected):
        read_roster(raw)
    with suppress(InputRejected):
        assert read_entry(b"\1\2" + raw).frame.kind is Kind.ROSTER
