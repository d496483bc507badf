"""Canonical JSON: equal values have equal bytes, and other bytes are not taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.canonical import MAX_INT, Json, decode, encode
from services.planner.errors import InputRejected

PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-MAX_INT, MAX_INT)
    | st.text(st.characters(exclude_categories=["Cs"]))
)
VALUES: st.SearchStrategy[Json] = st.recursive(
    PLAIN,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_what_is_written_reads_back_and_writes_the_same(value: Json) -> None:
    content = encode(value)
    assert decode(content) == value
    assert encode(decode(content)) == content


def test_keys_are_in_order_and_nothing_is_escaped_that_need_not_be() -> None:
    assert encode({"b": 1, "a": [True, None, "é\u0001"]}) == '{"a":[true,null,"é\\u0001"],"b":1}'.encode()


@pytest.mark.parametrize(
    "value", [1.5, float("nan"), 2**53, -(2**53), {1: 2}, (1,), {"a": {1}}, "\ud800", b"x"]
)
def test_what_json_without_floats_cannot_say_is_not_written(value: object) -> None:
    with pytest.raises(InputRejected):
        encode(value)  # type: ignore[arg-type]  # that is what is tried


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" 1",
        b"1 ",
        b"1.0",
        b"1e3",
        b"-0",
        b"01",
        b"NaN",
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b"[1, 2]",
        b'"\\u0041"',
        b'"\\ud800"',
        b'"\xff"',
        b"9007199254740992",
        b"\xef\xbb\xbf1",
        b"[" * 100_000,
    ],
)
def test_bytes_that_are_not_canonical_are_not_read(content: bytes) -> None:
    with pytest.raises(InputRejected):
        decode(content)
