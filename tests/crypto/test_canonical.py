"""Canonical JSON, base64url and padding: one value, one row of bytes."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.crypto.canonical import MAX_INT, decode, encode, from_base64url, to_base64url
from services.crypto.padding import (
    BLOCK_BYTES,
    pad_blocks,
    pad_entry,
    padme,
    unpad_blocks,
    unpad_entry,
)
from services.planner.errors import InputRejected

LEAVES = st.none() | st.booleans() | st.integers(-MAX_INT, MAX_INT) | st.text(max_size=20)
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner), max_leaves=20
)
ANY_DEPTH = 10_000


def depth_of(value: Any) -> int:
    if isinstance(value, list):
        return 1 + max(map(depth_of, value), default=0)
    if isinstance(value, dict):
        return 1 + max(map(depth_of, value.values()), default=0)
    return 0


@given(VALUES)
def test_what_was_written_reads_as_it_was(value: Any) -> None:
    assert decode(encode(value), ANY_DEPTH) == value


@given(VALUES)
def test_the_limit_of_depth_is_exact(value: Any) -> None:
    raw, depth = encode(value), depth_of(value)
    decode(raw, depth)
    if depth:
        with pytest.raises(InputRejected):
            decode(raw, depth - 1)


@given(VALUES, st.integers(0, 4))
def test_another_way_of_writing_the_same_is_refused(value: Any, indent: int) -> None:
    raw = json.dumps(value, indent=indent, ensure_ascii=True).encode()
    if raw != encode(value):
        with pytest.raises(InputRejected):
            decode(raw, ANY_DEPTH)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b" null",
        b"{}\n",
        b'{"a":1,"a":1}',
        b'{"a":1,"a":2}',
        b'{"b":1,"a":2}',
        b'{"a": 1}',
        b"1.0",
        b"1e3",
        b"-0",
        b"01",
        b"NaN",
        b"Infinity",
        b"-Infinity",
        b"[1,]",
        b'"\\u0041"',
        b'"\\/"',
        b'"\\ud800"',
        b'"\xed\xa0\x80"',
        b'"\xff"',
        b"\xef\xbb\xbf{}",
        str(MAX_INT + 1).encode(),
        str(-MAX_INT - 1).encode(),
        b"9" * 5000,
        b"{",
        b'"never ends',
        b"]" * 9,
    ],
)
def test_what_is_not_the_one_way_is_refused(raw: bytes) -> None:
    with pytest.raises(InputRejected):
        decode(raw)


@pytest.mark.parametrize("raw", [b"[" * 200_000, b'{"a":' * 100_000, b'["\\"' * 50_000 + b'[]"'])
def test_a_tower_of_brackets_does_not_reach_the_parser(raw: bytes) -> None:
    with pytest.raises(InputRejected):
        decode(raw)


def test_brackets_in_words_are_no_depth() -> None:
    raw = encode(["[[[[{{{{", '"[', "\\", {"\\[": '\\"['}])
    assert decode(raw, 2) == ["[[[[{{{{", '"[', "\\", {"\\[": '\\"['}]


@pytest.mark.parametrize(
    "value",
    [1.0, float("nan"), {1: "a"}, {None: 1}, (1,), b"x", MAX_INT + 1, [{"a": 0.5}], "\ud800", {"\udfff": 1}],
)
def test_what_cannot_be_read_again_is_not_written(value: Any) -> None:
    with pytest.raises(InputRejected):
        encode(value)


@given(st.binary(max_size=100))
def test_bytes_as_text_come_back(raw: bytes) -> None:
    text = to_base64url(raw)
    assert "=" not in text
    assert from_base64url(text, len(raw)) == raw


@pytest.mark.parametrize("text", ["A", "AB==", "AB", "AAA=", "A+/A", "AA AA", "AAAé", "AA\nAA", "-_-_-"])
def test_text_that_is_not_the_one_spelling_of_some_bytes_is_refused(text: str) -> None:
    with pytest.raises(InputRejected):
        from_base64url(text)


def test_bytes_of_another_length_are_refused() -> None:
    with pytest.raises(InputRejected):
        from_base64url("AAAA", 4)


@given(st.integers(0, 10**9), st.integers(0, 10**4))
def test_padding_grows_with_the_text_and_by_an_eighth_at_most(length: int, more: int) -> None:
    assert length <= padme(length) <= padme(length + more)
    assert padme(length) <= length * 1.125 + 1
    assert padme(padme(length)) == padme(length)


@pytest.mark.parametrize(("length", "padded"), [(79, 256), (207, 256), (783, 800), (2575, 2688)])
def test_a_tick_three_ticks_and_a_morning_pad_as_the_design_says(length: int, padded: int) -> None:
    assert len(pad_entry(bytes(length))) == padded


@given(st.binary(max_size=9000))
def test_padded_text_comes_back(text: bytes) -> None:
    assert unpad_entry(pad_entry(text)) == text
    assert unpad_blocks(pad_blocks(text)) == text
    assert len(pad_blocks(text)) % BLOCK_BYTES == 0


@pytest.mark.parametrize(
    "padded",
    [
        b"",
        b"\0\0\0",
        bytes(255),
        bytes(257),
        pad_entry(b"x")[:-1] + b"\1",
        pad_entry(b"x") + bytes(8),
        b"\xff\xff\xff\xff" + bytes(252),
        b"\0\0\1\0" + bytes(252),
    ],
)
def test_padding_of_another_length_or_content_is_refused(padded: bytes) -> None:
    with pytest.raises(InputRejected):
        unpad_entry(padded)
    with pytest.raises(InputRejected):
        unpad_blocks(padded)
