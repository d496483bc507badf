"""Every Keystore passes one suite. The browser's passes it in test_browser.py."""

from collections.abc import Callable
from pathlib import Path

import pytest

from services.planner.errors import VaultDamaged
from services.vault.keystore_file import FileKeystore
from tests.vault.keystore_contract import CHECKS, SALT, KeystorePlace
from tests.vault.places import FileKeystorePlace, MemoryKeystorePlace

PLACES: dict[str, Callable[[Path], KeystorePlace]] = {
    "files": FileKeystorePlace,
    "memory": lambda _: MemoryKeystorePlace(),
}


@pytest.mark.parametrize("where", PLACES)
@pytest.mark.parametrize("check", CHECKS)
def test_a_keystore_keeps_its_promises(run, tmp_path: Path, where: str, check: str) -> None:
    run(CHECKS[check](PLACES[where](tmp_path)))


def test_a_secret_of_another_length_is_damaged_and_not_used(run, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"short")
    keystore = FileKeystore(tmp_path, bytes)
    with pytest.raises(VaultDamaged):
        run(keystore.device_secret(SALT))
    assert (tmp_path / "secret").read_bytes() == b"short"
