"""Files that were made once and must open for ever, whoever made them."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.crypto.native import NativeCrypto
from tests.crypto.refusals import make_refusals
from tests.crypto.samples import CountedRandom, make, open_all, refuse_all
from tests.crypto.vector_files import COUNTED_SEED, MAKERS, made_by, vector_file

Run = Callable[[Awaitable[Any]], Any]


@pytest.mark.parametrize("maker", MAKERS)
def test_what_any_backend_sealed_opens_here(maker: str, run: Run) -> None:
    assert run(open_all(NativeCrypto(), made_by(maker))) > 15


def test_the_same_bytes_come_out_as_on_the_day_the_format_was_frozen(run: Run) -> None:
    counted = NativeCrypto(CountedRandom(COUNTED_SEED))
    assert run(make(counted, with_argon2id=True)) == vector_file("frozen")


def test_every_broken_key_file_gets_the_answer_it_always_got(run: Run) -> None:
    assert run(refuse_all(NativeCrypto(), vector_file("key_file_refused"))) > 50


def test_every_way_of_breaking_a_key_file_is_among_the_frozen_ones(run: Run) -> None:
    made = run(make_refusals(NativeCrypto()))
    frozen = vector_file("key_file_refused")["cases"]
    assert [(case["why"], case["error"]) for case in made] == [
        (case["why"], case["error"]) for case in frozen
    ]
