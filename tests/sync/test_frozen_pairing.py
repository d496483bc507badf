"""Pairings that happened once, and must happen the same for ever."""

import hashlib
import hmac

import pytest

from services.crypto.canonical import from_base64url
from services.crypto.hkdf import hkdf
from tests.crypto.finish import finish
from tests.crypto.vector_files import vector_file
from tests.sync.freeze_pairing import made
from tests.sync.pairing_room import PairingCrypto
from tests.sync.pairing_samples import Sample, check

FROZEN = vector_file("pairing")


def test_every_frozen_pairing_is_gone_through_again() -> None:
    assert finish(check(PairingCrypto("another"), FROZEN)) == 3


def test_the_same_bytes_come_out_as_on_the_day_pairing_was_frozen() -> None:
    assert made() == FROZEN


@pytest.mark.parametrize("sample", FROZEN, ids=lambda sample: sample["way"])
def test_the_proofs_are_those_of_the_specification(sample: Sample) -> None:
    """Worked out from the parts alone, with nothing of ours but HKDF."""
    hello_i = from_base64url(sample["invitation"]["hello"])
    t = hashlib.sha256(hello_i + sample["hello"].encode()).digest()
    key = bytes.fromhex(sample["key"])
    if sample["way"] == "code":
        channel, code = sample["ticket"].replace("-", "").split()
        salt = b"fb1 pair" + sample["origin"].encode() + channel.encode()
        assert hashlib.pbkdf2_hmac("sha256", code.encode(), salt, 600_000) == key
    shared, sealed = bytes.fromhex(sample["shared"]), bytes.fromhex(sample["sealed"])
    key_j = hkdf(key + shared, t, b"fb1 pair J", 32)
    key_i = hkdf(key + shared, t, b"fb1 pair I", 32)
    assert hmac.digest(key_j, t, "sha256").hex() == sample["mac_j"]
    assert hmac.digest(key_i, hashlib.sha256(sealed).digest(), "sha256").hex() == sample["mac_i"]
    assert [byte & 63 for byte in hkdf(shared, t, b"fb1 pair pics", 3)] == sample["pictures"]
