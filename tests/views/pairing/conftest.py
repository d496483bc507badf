"""Two devices that pair, for every test that asks for them."""

import pytest

from tests.views.pairing.pairing_house import PairingHouse


@pytest.fixture
def house() -> PairingHouse:
    return PairingHouse()
