"""One of everything Firstbell seals, made by one backend so that another can open it.

`make` writes a set, `open_all` opens a set wherever it came from, `refuse_all` meets broken files. All of
it runs in CPython and in a browser's Python alike; sets are JSON, bytes in hexadecimal.
"""

import hashlib
from collections.abc import Awaitable
from typing import Any

from services.crypto import hpke
from services.crypto.canonical import decode, encode
from services.crypto.device_keys import device_keys_from_seeds, device_keys_from_wire, new_device_keys
from services.crypto.key_file import (
    new_key_file,
    open_with_card,
    open_with_device,
    read_header,
    seal_key_file,
    with_card,
)
from services.crypto.key_slot import DeviceSecret
from services.crypto.padding import pad_blocks, pad_entry, unpad_blocks, unpad_entry
from services.crypto.port import Crypto
from services.crypto.recovery_card import new_card, read_card
from services.crypto.seal import open_sealed, seal
from services.crypto.secret_text import Asks, text_of_pictures
from services.crypto.stretch import EVERYWHERE, NATIVE_ADULT, NO_STRETCH, TRAVELLING, Stretch
from services.planner.errors import CryptoUnavailable, FirstbellError

Sample = dict[str, Any]
BODY = {"circles": {}, "device": {"kem": "AA", "sign": "AA"}, "note": "Bore da, عليكم, 🪥", "vault_key": "AA"}
DEVICE_SECRET = bytes(range(32))
PICTURE_TEXT = text_of_pictures([3, 11, 0, 7])
# A ligature, a loose accent and a full-width letter: NFKC gives each one spelling.
PASSPHRASE = "the oﬃce cafe\u0301 ｂell"  # noqa: S105  # a test's own
KEY_FILES: tuple[tuple[str, Asks, str, Stretch, bool, bool], ...] = (
    ("no PIN", Asks.NOTHING, "", NO_STRETCH, True, False),
    ("no PIN, card", Asks.NOTHING, "", NO_STRETCH, True, True),
    ("digits, card", Asks.DIGITS, "4711", EVERYWHERE, True, True),
    ("pictures", Asks.PICTURES, PICTURE_TEXT, EVERYWHERE, True, False),
    ("passphrase", Asks.PASSPHRASE, PASSPHRASE, EVERYWHERE, True, False),
    ("passphrase alone", Asks.PASSPHRASE, PASSPHRASE, TRAVELLING, False, False),
    ("passphrase, Argon2id", Asks.PASSPHRASE, PASSPHRASE, NATIVE_ADULT, True, True),
)


class CountedRandom:
    """Bytes that look random and are the same in every run, so that files made twice are the same file."""

    def __init__(self, seed: str) -> None:
        self._seed, self._drawn = seed, 0

    def __call__(self, n: int) -> bytes:
        self._drawn += 1
        return hashlib.shake_256(f"{self._seed} {self._drawn}".encode()).digest(n)


async def this_device(_: bytes) -> bytes:
    return DEVICE_SECRET


async def make(crypto: Crypto, *, with_argon2id: bool) -> Sample:
    """A set of everything. Asks `crypto` for its random bytes in a fixed order, Argon2id last."""
    samples: Sample = {
        "seal": [await _make_seal(crypto, size) for size in (0, 1, 31, 512, 5000)],
        "key_file": [
            await _make_key_file(crypto, *mode) for mode in KEY_FILES if mode[3] is not NATIVE_ADULT
        ],
        "card": await _make_card(crypto),
        "device": await _make_device(crypto),
        "hpke": await _make_hpke(crypto),
        "canonical": _make_canonical(),
    }
    if with_argon2id:
        only_native = [await _make_key_file(crypto, *mode) for mode in KEY_FILES if mode[3] is NATIVE_ADULT]
        samples["key_file"] += only_native
    return samples


def without_argon2id(samples: Sample) -> Sample:
    """What every platform can make of a set."""
    return samples | {"key_file": [case for case in samples["key_file"] if not case["needs_argon2id"]]}


async def open_all(crypto: Crypto, samples: Sample) -> int:
    """Opens every piece of a set and compares what comes out. Returns how many there were."""
    for case in samples["seal"]:
        key, header, sealed = (bytes.fromhex(case[name]) for name in ("key", "header", "sealed"))
        opened = await open_sealed(crypto, key, case["info"], header, sealed)
        assert opened.hex() == case["plaintext"]
    for case in samples["key_file"]:
        await _open_key_file(crypto, case)
    await _check_card(crypto, samples["card"])
    await _check_device(crypto, samples["device"])
    case = samples["hpke"]
    opened = await crypto.hpke_open(*(bytes.fromhex(case[name]) for name in ("seed", "info", "sealed")))
    assert opened.hex() == case["plaintext"]
    for case in samples["canonical"]:
        raw = bytes.fromhex(case["json"])
        assert encode(decode(raw)) == raw
        assert unpad_entry(bytes.fromhex(case["entry"])) == raw
        assert unpad_blocks(pad_blocks(raw)) == raw
    return sum(len(samples[name]) for name in ("seal", "key_file", "canonical")) + 3


async def refuse_all(crypto: Crypto, refused: Sample) -> int:
    """Meets every broken or foreign file of a set, and gives each the answer that was frozen for it."""
    for case in refused["cases"]:
        raw, text, secret = bytes.fromhex(case["file"]), case["text"], _secret_of(case)
        attempt: Awaitable[object]
        if case["card"]:
            attempt = open_with_card(crypto, raw, read_card(case["card"]))
        else:
            attempt = open_with_device(crypto, raw, secret, text)
        answer = await _answer_to(attempt)
        assert answer == case["error"], f"{case['why']}: {answer}"
    return len(refused["cases"])


async def _answer_to(attempt: Awaitable[object]) -> str:
    try:
        await attempt
    except FirstbellError as error:
        return error.code
    return "opened"


def _secret_of(case: Sample) -> DeviceSecret | None:
    if case["device_secret"] is None:
        return None
    given = bytes.fromhex(case["device_secret"])

    async def secret(_: bytes) -> bytes:
        return given

    return secret


async def _make_seal(crypto: Crypto, size: int) -> Sample:
    key, header, plaintext = crypto.random(32), crypto.random(30), crypto.random(size)
    sealed = await seal(crypto, key, "vault", header, plaintext)
    named = {"key": key, "header": header, "plaintext": plaintext, "sealed": sealed}
    return {"info": "vault"} | {name: raw.hex() for name, raw in named.items()}


async def _make_key_file(
    crypto: Crypto, name: str, asks: Asks, text: str, stretch: Stretch, beside: bool, carded: bool
) -> Sample:
    opened = await new_key_file(crypto, BODY, this_device if beside else None, asks, text, stretch)
    card = new_card(crypto) if carded else None
    if card:
        opened = await with_card(crypto, opened, card)
    return {
        "name": name,
        "asks": asks.value,
        "text": text,
        "device_secret": DEVICE_SECRET.hex() if beside else None,
        "card": card.printed() if card else None,
        "needs_argon2id": stretch is NATIVE_ADULT,
        "generation": 7,
        "body": BODY,
        "file": (await seal_key_file(crypto, opened, 7)).hex(),
    }


async def _open_key_file(crypto: Crypto, case: Sample) -> None:
    raw = bytes.fromhex(case["file"])
    header = read_header(raw)
    assert (header.asks, header.generation) == (Asks(case["asks"]), case["generation"]), case["name"]
    assert header.has_card is (case["card"] is not None), case["name"]
    assert header.has_device_secret is (case["device_secret"] is not None), case["name"]
    if case["card"]:
        by_card = await open_with_card(crypto, raw, read_card(case["card"]))
        assert by_card.body == case["body"], case["name"]
    try:
        opened = await open_with_device(crypto, raw, _secret_of(case), case["text"])
    except CryptoUnavailable:
        assert case["needs_argon2id"], case["name"]
        assert not crypto.has_argon2id, case["name"]
        return
    assert opened.body == case["body"], case["name"]


async def _make_card(crypto: Crypto) -> Sample:
    card = new_card(crypto)
    keys = await card.keys(crypto)
    return {
        "value": card.value.hex(),
        "printed": card.printed(),
        "sign": keys.sign.public.hex(),
        "kem": keys.kem.public.hex(),
        "id": keys.id.hex(),
    }


async def _check_card(crypto: Crypto, case: Sample) -> None:
    card = read_card(case["printed"].lower().replace("-", " "))
    assert card.value.hex() == case["value"]
    keys = await card.keys(crypto)
    assert (keys.sign.public.hex(), keys.kem.public.hex()) == (case["sign"], case["kem"])
    assert keys.id.hex() == case["id"]


async def _make_device(crypto: Crypto) -> Sample:
    keys = await new_device_keys(crypto)
    signature = await crypto.ed25519_sign(keys.sign.seed, b"Firstbell")
    return {
        "wire": keys.to_wire(),
        "sign": keys.sign.public.hex(),
        "kem": keys.kem.public.hex(),
        "id": keys.id.hex(),
        "signature": signature.hex(),
    }


async def _check_device(crypto: Crypto, case: Sample) -> None:
    keys = await device_keys_from_wire(crypto, case["wire"])
    assert keys == await device_keys_from_seeds(crypto, keys.sign.seed, keys.kem.seed)
    assert (keys.sign.public.hex(), keys.kem.public.hex()) == (case["sign"], case["kem"])
    assert keys.id.hex() == case["id"]
    await crypto.ed25519_verify(keys.sign.public, b"Firstbell", bytes.fromhex(case["signature"]))


async def _make_hpke(crypto: Crypto) -> Sample:
    pair, plaintext = await crypto.x25519_generate(), crypto.random(32)
    # The shared construction, whose random bytes come from `crypto`: a library's own draws elsewhere.
    sealed = await hpke.hpke_seal(crypto, pair.public, b"fb1 epoch", plaintext)
    named = {"seed": pair.seed, "info": b"fb1 epoch", "sealed": sealed, "plaintext": plaintext}
    return {name: raw.hex() for name, raw in named.items()}


def _make_canonical() -> list[Sample]:
    values: list[Any] = [
        None,
        {},
        [0, -1, 2**53 - 1, 1 - 2**53, True, False],
        {"b": 1, "a": [{"é": '\u2028\x7f\x00"\\/'}], "": "🪥"},
        {"edits": [["day:2026-09-14", "day", "t.brush", ["done", "p7Qk"], "019943f1a2c00000a1b2c3d4"]] * 9},
    ]
    return [{"json": encode(value).hex(), "entry": pad_entry(encode(value)).hex()} for value in values]
