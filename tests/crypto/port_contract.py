"""What every `Crypto` promises, as checks that every one passes: the native one, and a test's quick one."""

from collections.abc import Awaitable, Callable

import pytest

from services.crypto.device_keys import new_device_keys
from services.crypto.port import HPKE_OVERHEAD_BYTES, SIGNATURE_BYTES, TAG_BYTES, Crypto
from services.planner.errors import AuthenticationFailed

Check = Callable[[Crypto], Awaitable[None]]
KEY, OTHER_KEY, IV, OTHER_IV = b"k" * 32, b"l" * 32, b"i" * 12, b"j" * 12
TEXTS = (b"", b"x", b"\0\0 words, and \xff bytes", bytes(range(256)) * 3)


def changed(raw: bytes) -> list[bytes]:
    """The bytes with one bit changed at the beginning, in the middle and at the end, and cut by one."""
    places = {0, len(raw) // 2, len(raw) - 1}
    return [raw[:-1], *(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :] for at in places)]


async def refuses(attempt: Awaitable[object]) -> None:
    with pytest.raises(AuthenticationFailed):
        await attempt


async def random_bytes_are_as_many_as_asked_and_never_the_same(crypto: Crypto) -> None:
    assert [len(crypto.random(n)) for n in (0, 1, 32, 100)] == [0, 1, 32, 100]
    assert crypto.random(32) != crypto.random(32)


async def stretching_depends_on_everything_it_is_given(crypto: Crypto) -> None:
    made = [
        await crypto.pbkdf2(secret, salt, rounds)
        for secret, salt, rounds in (
            (b"a", b"s" * 16, 2),
            (b"b", b"s" * 16, 2),
            (b"a", b"t" * 16, 2),
            (b"a", b"s" * 16, 3),
        )
    ]
    if crypto.has_argon2id:
        made += [
            await crypto.argon2id(b"a", b"s" * 16, passes=1, memory_kib=8),
            await crypto.argon2id(b"a", b"s" * 16, passes=2, memory_kib=8),
            await crypto.argon2id(b"a", b"s" * 16, passes=1, memory_kib=16),
        ]
    assert {len(one) for one in made} == {32}
    assert len(set(made)) == len(made)
    assert await crypto.pbkdf2(b"a", b"s" * 16, 2) == made[0]


async def what_was_sealed_opens_with_key_iv_and_header_alone(crypto: Crypto) -> None:
    for text in TEXTS:
        sealed = await crypto.aes_gcm_seal(KEY, IV, text, b"header")
        assert len(sealed) == len(text) + TAG_BYTES
        assert await crypto.aes_gcm_open(KEY, IV, sealed, b"header") == text
        assert await crypto.aes_gcm_seal(KEY, OTHER_IV, text, b"header") != sealed
        for key, iv, header in (
            (OTHER_KEY, IV, b"header"),
            (KEY, OTHER_IV, b"header"),
            (KEY, IV, b"headers"),
            (KEY, IV, b""),
        ):
            await refuses(crypto.aes_gcm_open(key, iv, sealed, header))
        for wrong in changed(sealed):
            await refuses(crypto.aes_gcm_open(KEY, IV, wrong, b"header"))
    await refuses(crypto.aes_gcm_open(KEY, IV, b"", b""))


async def a_signature_holds_for_its_key_and_its_message_alone(crypto: Crypto) -> None:
    pair, other = await crypto.ed25519_generate(), await crypto.ed25519_generate()
    assert pair.public != other.public
    assert await crypto.ed25519_public(pair.seed) == pair.public
    for text in TEXTS:
        signature = await crypto.ed25519_sign(pair.seed, text)
        assert len(signature) == SIGNATURE_BYTES
        await crypto.ed25519_verify(pair.public, text, signature)
        for public, message in ((other.public, text), (pair.public, text + b"!"), (bytes(32), text)):
            await refuses(crypto.ed25519_verify(public, message, signature))
        for wrong in changed(signature):
            await refuses(crypto.ed25519_verify(pair.public, text, wrong))


async def two_agree_on_a_secret_that_a_third_does_not_have(crypto: Crypto) -> None:
    one, two, third = [await crypto.x25519_generate() for _ in range(3)]
    assert await crypto.x25519_public(one.seed) == one.public
    shared = await crypto.x25519_exchange(one.seed, two.public)
    assert len(shared) == 32
    assert await crypto.x25519_exchange(two.seed, one.public) == shared
    assert await crypto.x25519_exchange(third.seed, one.public) != shared
    assert await crypto.x25519_exchange(third.seed, two.public) != shared
    await refuses(crypto.x25519_exchange(one.seed, bytes(32)))


async def a_letter_opens_for_whom_it_was_sealed_and_what_alone(crypto: Crypto) -> None:
    keys, other = (await new_device_keys(crypto)).kem, (await new_device_keys(crypto)).kem
    for text in TEXTS:
        sealed = await crypto.hpke_seal(keys.public, b"info", text)
        assert len(sealed) == len(text) + HPKE_OVERHEAD_BYTES
        assert await crypto.hpke_open(keys.seed, b"info", sealed) == text
        assert await crypto.hpke_seal(keys.public, b"info", text) != sealed
        await refuses(crypto.hpke_open(other.seed, b"info", sealed))
        await refuses(crypto.hpke_open(keys.seed, b"other", sealed))
        for wrong in changed(sealed):
            await refuses(crypto.hpke_open(keys.seed, b"info", wrong))
    await refuses(crypto.hpke_open(keys.seed, b"info", bytes(HPKE_OVERHEAD_BYTES - 1)))
    await refuses(crypto.hpke_seal(bytes(32), b"info", b""))


async def it_checks_itself(crypto: Crypto) -> None:
    await crypto.check()


CHECKS: dict[str, Check] = {
    check.__name__: check
    for check in (
        random_bytes_are_as_many_as_asked_and_never_the_same,
        stretching_depends_on_everything_it_is_given,
        what_was_sealed_opens_with_key_iv_and_header_alone,
        a_signature_holds_for_its_key_and_its_message_alone,
        two_agree_on_a_secret_that_a_third_does_not_have,
        a_letter_opens_for_whom_it_was_sealed_and_what_alone,
        it_checks_itself,
    )
}
