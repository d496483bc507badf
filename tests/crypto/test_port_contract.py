"""Every `Crypto` passes one suite."""

from collections.abc import Callable

import pytest

from services.crypto.native import NativeCrypto
from services.crypto.port import Crypto
from tests.crypto.port_contract import CHECKS
from tests.crypto.samples import CountedRandom
from tests.simulation.quick_crypto import QuickCrypto

KINDS: dict[str, Callable[[], Crypto]] = {
    "native": NativeCrypto,
    "quick": lambda: QuickCrypto(CountedRandom("contract"), {}),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("check", CHECKS)
def test_a_crypto_keeps_its_promises(run, kind: str, check: str) -> None:
    run(CHECKS[check](KINDS[kind]()))
