"""The key file: every way in, every way of changing the lock, and what a stranger learns."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.crypto import key_file
from services.crypto.hkdf import sha256
from services.crypto.key_file import (
    OpenKeyFile,
    new_key_file,
    open_with_card,
    open_with_device,
    read_header,
    seal_key_file,
    with_body,
    with_card,
    with_lock,
    without_card,
)
from services.crypto.native import NativeCrypto
from services.crypto.recovery_card import new_card
from services.crypto.secret_text import Asks
from services.crypto.stretch import EVERYWHERE, NATIVE_ADULT, TRAVELLING, usual_stretch
from services.planner.errors import (
    FirstbellError,
    HeaderUnknown,
    InputRejected,
    KeyMissing,
    VaultDamaged,
    WrongPin,
)
from tests.crypto.finish import finish
from tests.crypto.samples import PASSPHRASE, PICTURE_TEXT, this_device

CRYPTO = NativeCrypto()
BODY = {"vault_key": "canary-key", "circles": {}}
Run = Callable[[Awaitable[Any]], Any]


class CountingCrypto(NativeCrypto):
    """Counts how often a secret is stretched."""

    def __init__(self) -> None:
        super().__init__()
        self.stretched = 0

    async def pbkdf2(self, secret: bytes, salt: bytes, iterations: int) -> bytes:
        self.stretched += 1
        return await super().pbkdf2(secret, salt, iterations)


async def another_device(_: bytes) -> bytes:
    return bytes(32)


async def no_secret(_: bytes) -> None:
    return None


def plain() -> OpenKeyFile:
    return finish(new_key_file(CRYPTO, BODY, this_device))


def saved(opened: OpenKeyFile, generation: int = 1) -> bytes:
    return finish(seal_key_file(CRYPTO, opened, generation))


@given(st.dictionaries(st.text(max_size=20), st.text(max_size=50), max_size=8), st.integers(1, 2**64 - 1))
def test_what_was_put_in_comes_out_again(body: dict[str, Any], generation: int) -> None:
    raw = saved(with_body(plain(), body), generation)
    opened = finish(open_with_device(CRYPTO, raw, this_device))
    assert (opened.body, opened.header.generation) == (body, generation)


@settings(max_examples=300)
@given(st.data())
def test_a_change_of_any_one_byte_is_damage_and_nothing_else(data: st.DataObject) -> None:
    raw = bytearray(saved(plain()))
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    with pytest.raises(VaultDamaged):
        read_header(bytes(raw))


@settings(max_examples=300)
@given(st.data())
def test_a_forger_who_sums_again_opens_nothing(data: st.DataObject) -> None:
    raw = bytearray(saved(plain()))
    raw[data.draw(st.integers(0, len(raw) - 33))] ^= data.draw(st.integers(1, 255))
    forged = bytes(raw[:-32]) + sha256(bytes(raw[:-32]))
    with pytest.raises(FirstbellError):
        finish(open_with_device(CRYPTO, forged, this_device))


@given(st.binary(max_size=600))
def test_any_bytes_at_all_get_one_of_our_answers(content: bytes) -> None:
    for raw in (content, content + sha256(content), b"FBK1" + content + sha256(b"FBK1" + content)):
        with pytest.raises(FirstbellError):
            read_header(raw)


def test_a_damaged_file_costs_no_stretching(run: Run) -> None:
    crypto = CountingCrypto()
    opened = run(new_key_file(crypto, BODY, this_device, Asks.DIGITS, "4711", EVERYWHERE))
    raw = run(seal_key_file(crypto, opened, 1))
    crypto.stretched = 0
    with pytest.raises(VaultDamaged):
        run(open_with_device(crypto, raw[:-1] + b"\0" * (raw[-1] != 0), this_device, "4711"))
    assert crypto.stretched == 0


def test_a_pin_is_set_changed_and_taken_away_and_the_card_goes_on_opening(run: Run) -> None:
    card = new_card(CRYPTO)
    opened = run(with_card(CRYPTO, plain(), card))
    for asks, text in ((Asks.DIGITS, "4711"), (Asks.PICTURES, PICTURE_TEXT), (Asks.PASSPHRASE, PASSPHRASE)):
        opened = run(with_lock(CRYPTO, opened, this_device, asks, text, EVERYWHERE))
        raw = saved(opened)
        assert read_header(raw).asks is asks
        assert run(open_with_device(CRYPTO, raw, this_device, text)).body == BODY
        assert run(open_with_card(CRYPTO, raw, card)).body == BODY
        with pytest.raises(WrongPin):
            run(open_with_device(CRYPTO, raw, this_device, text + "1"))
    opened = run(with_lock(CRYPTO, opened, this_device))
    raw = saved(opened)
    assert read_header(raw).asks is Asks.NOTHING
    assert run(open_with_device(CRYPTO, raw, this_device)).body == BODY


def test_saving_again_asks_nobody_for_a_pin(run: Run) -> None:
    crypto = CountingCrypto()
    opened = run(new_key_file(crypto, BODY, this_device, Asks.DIGITS, "4711", EVERYWHERE))
    stretched = crypto.stretched
    raw = run(seal_key_file(crypto, with_body(opened, BODY | {"more": 1}), 2))
    assert crypto.stretched == stretched
    assert run(open_with_device(crypto, raw, this_device, "4711")).body["more"] == 1


def test_a_new_card_closes_the_file_to_the_old_one(run: Run) -> None:
    old, new = new_card(CRYPTO), new_card(CRYPTO)
    opened = run(with_card(CRYPTO, run(with_card(CRYPTO, plain(), old)), new))
    raw = saved(opened)
    assert run(open_with_card(CRYPTO, raw, new)).body == BODY
    with pytest.raises(WrongPin):
        run(open_with_card(CRYPTO, raw, old))
    raw = saved(without_card(opened))
    assert not read_header(raw).has_card
    with pytest.raises(KeyMissing):
        run(open_with_card(CRYPTO, raw, new))


@pytest.mark.parametrize("secret", [None, no_secret, another_device])
def test_a_copied_file_without_its_device_stays_shut(secret: Any, run: Run) -> None:
    raw = saved(plain())
    with pytest.raises(KeyMissing):
        run(open_with_device(CRYPTO, raw, secret))


def test_a_device_secret_may_depend_on_the_salt_as_it_does_in_a_browser(run: Run) -> None:
    async def salted(salt: bytes) -> bytes:
        return sha256(b"of this browser", salt)

    opened = run(new_key_file(CRYPTO, BODY, salted))
    assert run(open_with_device(CRYPTO, saved(opened), salted)).body == BODY
    other = run(new_key_file(CRYPTO, BODY, salted))
    assert opened.header.slots[0].salt != other.header.slots[0].salt


def test_one_passphrase_typed_on_two_keyboards_is_one_passphrase(run: Run) -> None:
    composed = "the office caf\u00e9 bell"
    opened = run(new_key_file(CRYPTO, BODY, this_device, Asks.PASSPHRASE, PASSPHRASE, EVERYWHERE))
    assert run(open_with_device(CRYPTO, saved(opened), this_device, composed)).body == BODY


@pytest.mark.parametrize(
    ("asks", "text"),
    [
        (Asks.DIGITS, ""),
        (Asks.DIGITS, "123"),
        (Asks.DIGITS, "1234567"),
        (Asks.DIGITS, "12a4"),
        (Asks.DIGITS, "١٢٣٤"),
        (Asks.PICTURES, "03-11-00"),
        (Asks.PICTURES, "03-12-00-07"),
        (Asks.PASSPHRASE, "eleven char"),
        (Asks.PASSPHRASE, "12345"),
        (Asks.PASSPHRASE, "x" * 257),
        (Asks.PASSPHRASE, "lone surrogate \ud800"),
    ],
)
def test_a_secret_that_is_too_weak_or_no_text_is_not_taken(asks: Asks, text: str) -> None:
    with pytest.raises(InputRejected):
        finish(new_key_file(CRYPTO, BODY, this_device, asks, text, EVERYWHERE))


def test_six_digits_are_a_passphrase_only_beside_a_device_secret(run: Run) -> None:
    opened = run(new_key_file(CRYPTO, BODY, this_device, Asks.PASSPHRASE, "471147", EVERYWHERE))
    assert run(open_with_device(CRYPTO, saved(opened), this_device, "471147")).body == BODY
    with pytest.raises(InputRejected):
        run(new_key_file(CRYPTO, BODY, None, Asks.PASSPHRASE, "471147", TRAVELLING))
    with pytest.raises(HeaderUnknown):
        run(new_key_file(CRYPTO, BODY, None, Asks.PASSPHRASE, PASSPHRASE, EVERYWHERE))


def test_the_last_way_in_cannot_be_taken_away(run: Run) -> None:
    with_both = run(with_card(CRYPTO, plain(), new_card(CRYPTO)))
    card_slot = with_both.header.slots[1:]
    header = key_file.KeyFileHeader(1, card_slot)
    with pytest.raises(InputRejected):
        without_card(OpenKeyFile(header, with_both.file_key, BODY))


def test_a_stranger_learns_what_is_asked_and_not_a_word_more(run: Run) -> None:
    raw = saved(run(with_card(CRYPTO, plain(), new_card(CRYPTO))), 9)
    header = read_header(raw)
    assert (header.generation, header.asks, header.has_card) == (9, Asks.NOTHING, True)
    assert b"canary" not in raw
    assert "canary" not in repr(plain())


def test_an_adult_on_a_laptop_gets_argon2id_and_everybody_else_what_opens_everywhere() -> None:
    assert usual_stretch(CRYPTO, is_adult=True) == NATIVE_ADULT
    assert usual_stretch(CRYPTO, is_adult=False) == EVERYWHERE
    assert usual_stretch(CRYPTO, is_adult=False, has_device_secret=False) == TRAVELLING
