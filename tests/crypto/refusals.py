"""Key files that must not open, each with the one answer it gets. Made once; frozen in tests/vectors.

Every change but the first few carries a right checksum again: what is judged is the format behind it.
"""

from typing import Any

from services.crypto.hkdf import sha256
from services.crypto.key_file import new_key_file, seal_key_file, with_card
from services.crypto.key_slot import SLOT_BYTES
from services.crypto.port import Crypto
from services.crypto.recovery_card import new_card
from services.crypto.seal import seal
from services.crypto.secret_text import Asks
from services.crypto.stretch import EVERYWHERE, TRAVELLING
from tests.crypto.samples import BODY, DEVICE_SECRET, PASSPHRASE, this_device

Case = dict[str, Any]
SLOT = 13
KIND, KDF, FLAGS, COST, MEMORY, LANES, SLOT_SEALED = 0, 1, 2, 3, 7, 11, 28
PIN = "4711"


async def make_refusals(crypto: Crypto) -> list[Case]:
    """All of them."""
    opened = await new_key_file(crypto, BODY, this_device)
    card, other_card = new_card(crypto), new_card(crypto)
    plain = await seal_key_file(crypto, opened, 7)
    carded = await seal_key_file(crypto, await with_card(crypto, opened, card), 7)
    digits = await seal_key_file(
        crypto, await new_key_file(crypto, BODY, this_device, Asks.DIGITS, PIN, EVERYWHERE), 7
    )
    alone = await seal_key_file(
        crypto, await new_key_file(crypto, BODY, None, Asks.PASSPHRASE, PASSPHRASE, TRAVELLING), 7
    )
    by_pin = {"text": PIN}
    device_part, card_part = (
        plain[SLOT : SLOT + SLOT_BYTES],
        carded[SLOT + SLOT_BYTES : SLOT + 2 * SLOT_BYTES],
    )
    body_at = SLOT + SLOT_BYTES
    listed = await _inside_out(crypto, plain, opened.file_key, b"[1]")
    spaced = await _inside_out(crypto, plain, opened.file_key, b'{"a": 1}')
    return [
        _case("nothing", "vault_damaged", b""),
        _case("zeros", "vault_damaged", bytes(500)),
        _case("cut short by one byte", "vault_damaged", plain[:-1]),
        _case("cut in the middle", "vault_damaged", plain[: len(plain) // 2]),
        _case("one byte too many", "vault_damaged", plain + b"\0"),
        _case("one bit of the body", "vault_damaged", _flip(plain, body_at + 80)),
        _case("one bit of the magic", "vault_damaged", _flip(plain, 3)),
        _case("one bit of the checksum", "vault_damaged", _flip(plain, len(plain) - 1)),
        _case("a newer format", "vault_from_newer_version", _put(plain, 0, b"FBK2")),
        _case("another file", "header_unknown", _put(plain, 0, b"FBV1")),
        _case("only a beginning", "header_unknown", _summed(b"FBK1")),
        _case("no slot", "header_unknown", _put(plain, 12, b"\0")),
        _case("three slots", "header_unknown", _put(plain, 12, b"\3")),
        _case("two slots said, one there", "header_unknown", _put(plain[: body_at + 40], 12, b"\2")),
        _case("generation zero", "header_unknown", _put(plain, 4, bytes(8))),
        _case("two device slots", "header_unknown", _with_slots(plain, device_part * 2)),
        _case("card before device", "header_unknown", _with_slots(plain, card_part + device_part)),
        _case("slot kind 3", "header_unknown", _put(plain, SLOT + KIND, b"\3")),
        _case("kdf 3", "header_unknown", _put(digits, SLOT + KDF, b"\3"), **by_pin),
        _case("unknown flag", "header_unknown", _put(plain, SLOT + FLAGS, b"\x09")),
        _case("no flag", "header_unknown", _put(plain, SLOT + FLAGS, b"\0")),
        _case("digits without device", "header_unknown", _put(digits, SLOT + FLAGS, b"\0"), **by_pin),
        _case("pictures and passphrase", "header_unknown", _put(digits, SLOT + FLAGS, b"\7"), **by_pin),
        _case("rounds without kdf", "header_unknown", _put(plain, SLOT + COST, _u32(600_000))),
        _case("kdf on the card", "header_unknown", _put(carded, SLOT + SLOT_BYTES + KDF, b"\1")),
        _case("flag on the card", "header_unknown", _put(carded, SLOT + SLOT_BYTES + FLAGS, b"\1")),
        *(
            _case(f"{rounds} rounds", "header_unknown", _put(digits, SLOT + COST, _u32(rounds)), **by_pin)
            for rounds in (0, 1, 599_999, 10_000_001, 2**32 - 1)
        ),
        _case("memory for PBKDF2", "header_unknown", _put(digits, SLOT + MEMORY, _u32(65536)), **by_pin),
        _case("lanes for PBKDF2", "header_unknown", _put(digits, SLOT + LANES, b"\1"), **by_pin),
        _case(
            "600,000 rounds without device",
            "header_unknown",
            _put(alone, SLOT + COST, _u32(600_000)),
            text=PASSPHRASE,
        ),
        *(
            _case(f"Argon2id {how}", "header_unknown", _argon2id(digits, *how), **by_pin)
            for how in (
                (1, 65536, 1),
                (11, 65536, 1),
                (3, 19 * 1024 - 1, 1),
                (3, 256 * 1024 + 1, 1),
                (3, 65536, 0),
                (3, 65536, 2),
            )
        ),
        _case("wrong PIN", "wrong_pin", digits, text="4712"),
        _case("the PIN of another device", "wrong_pin", digits, text=PIN, device_secret=bytes(32).hex()),
        _case("PIN never asked", "input_rejected", digits, text=None),
        _case("PIN without a device secret", "key_missing", digits, text=PIN, device_secret=None),
        _case("wrong passphrase", "wrong_pin", alone, text=PASSPHRASE + "x", device_secret=None),
        _case("another device", "key_missing", plain, device_secret=bytes(32).hex()),
        _case("no device secret", "key_missing", plain, device_secret=None),
        _case("another card", "wrong_pin", carded, card=other_card.printed()),
        _case("a card where there is none", "key_missing", plain, card=card.printed()),
        _case("the device where only a card opens", "key_missing", _with_slots(plain, card_part)),
        _case("commitment of a slot", "key_missing", _flipped(plain, SLOT + SLOT_SEALED + 30)),
        _case("commitment of a PIN slot", "wrong_pin", _flipped(digits, SLOT + SLOT_SEALED + 30), **by_pin),
        _case("tag of a slot", "vault_damaged", _flipped(plain, body_at - 1)),
        _case(
            "tag of the card's slot", "vault_damaged", _flipped(carded, body_at + 131), card=card.printed()
        ),
        _case("the card's slot, by the device", "vault_damaged", _flipped(carded, body_at + 131)),
        _case("body, summed again", "vault_damaged", _flipped(plain, body_at + 80)),
        _case("commitment of the body", "vault_damaged", _flipped(plain, body_at + 30)),
        _case("generation raised", "vault_damaged", _put(plain, 11, b"\x08")),
        _case("a slot taken away", "vault_damaged", _with_slots(carded, device_part, 2)),
        _case("body too short to be sealed", "vault_damaged", _summed(plain[: body_at + 71])),
        _case("body is a list", "vault_damaged", listed),
        _case("body with a space", "vault_damaged", spaced),
    ]


def _case(
    why: str,
    error: str,
    file: bytes,
    text: str | None = "",
    device_secret: str | None = DEVICE_SECRET.hex(),
    card: str | None = None,
) -> Case:
    opening = {"text": text, "device_secret": device_secret, "card": card}
    return {"why": why, "error": error, "file": file.hex()} | opening


def _summed(content: bytes) -> bytes:
    return content + sha256(content)


def _put(raw: bytes, at: int, new: bytes) -> bytes:
    return _summed(raw[:at] + new + raw[at + len(new) : -32])


def _flip(raw: bytes, at: int) -> bytes:
    return raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]


def _flipped(raw: bytes, at: int) -> bytes:
    return _summed(_flip(raw, at)[:-32])


def _argon2id(raw: bytes, passes: int, memory_kib: int, lanes: int) -> bytes:
    how = b"\2" + raw[SLOT + FLAGS : SLOT + COST] + _u32(passes) + _u32(memory_kib) + bytes([lanes])
    return _put(raw, SLOT + KDF, how)


def _with_slots(raw: bytes, slots: bytes, had: int = 1) -> bytes:
    count = bytes([len(slots) // SLOT_BYTES])
    return _summed(raw[: SLOT - 1] + count + slots + raw[SLOT + had * SLOT_BYTES : -32])


def _u32(number: int) -> bytes:
    return number.to_bytes(4, "big")


async def _inside_out(crypto: Crypto, raw: bytes, file_key: bytes, body: bytes) -> bytes:
    front = raw[: SLOT + SLOT_BYTES]
    return _summed(front + await seal(crypto, file_key, "keyfile", front, body))
