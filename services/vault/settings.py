"""How this device looks and speaks: read before anything is unlocked, sealed under the device secret.

    | offset | size | field                                                        |
    |--------|------|--------------------------------------------------------------|
    | 0      | 4    | `FBS1`                                                       |
    | 4      | 16   | salt                                                         |
    | 20     | …    | seal(K, "settings", bytes[0:20], canonical JSON)             |
    | end-32 | 32   | SHA-256 of all before it                                     |

    K = HKDF-SHA-256(ikm = device secret for the salt, salt, info = "fb1 settings", 32)

Settings that cannot be read are the usual ones, never an error: a person must always reach a screen. What
a newer app added is passed over. Specification: docs/spec/vault.md.
"""

import logging
from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from services.crypto.canonical import Json, decode, encode
from services.crypto.hkdf import hkdf
from services.crypto.port import KEY_BYTES, Crypto
from services.crypto.seal import open_sealed, seal
from services.planner.errors import AuthenticationFailed, HeaderUnknown, InputRejected, KeyMissing
from services.vault.checksum import CHECKSUM_BYTES, is_whole, with_checksum
from services.vault.ports import Keystore, Store

SETTINGS_NAME: Final = "settings"
TEXT_SCALE_PERCENT: Final = range(50, 301)
_MAGIC: Final = b"FBS1"
_HEADER_BYTES: Final = 20
_SALT_BYTES: Final = 16
_LONGEST: Final = 40
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DeviceSettings:
    """What a person chose on this device. Names that a screen does not know, it shows as its usual ones.

    Units: `text_scale_percent` of the usual size. `motion` and `sound` say whether there may be any.
    An empty `language` means that nobody has chosen.
    """

    language: str = ""
    theme: str = "calm"
    font: str = "Lexend"
    text_scale_percent: int = 100
    motion: bool = True
    sound: bool = False

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if type(value) is not type(field.default):
                raise InputRejected(field.name)
            if isinstance(value, str) and len(value) > _LONGEST:
                raise InputRejected(field.name)
        if self.text_scale_percent not in TEXT_SCALE_PERCENT:
            raise InputRejected("text_scale_percent")


async def load(store: Store, keystore: Keystore, crypto: Crypto) -> DeviceSettings:
    """The settings of this device, or the usual ones. Errors: StorageUnavailable."""
    content = await store.read(SETTINGS_NAME)
    if content is None:
        return DeviceSettings()
    front, sealed = content[:_HEADER_BYTES], content[_HEADER_BYTES:-CHECKSUM_BYTES]
    secret = await keystore.device_secret(front[4:])
    if not is_whole(content) or front[:4] != _MAGIC or secret is None:
        _log.warning("settings not readable, usual ones taken")
        return DeviceSettings()
    try:
        text = await open_sealed(crypto, _key(secret, front[4:]), "settings", front, sealed)
        return _known(decode(text))
    except (AuthenticationFailed, HeaderUnknown, InputRejected, KeyMissing) as problem:
        _log.warning("settings not readable, usual ones taken cause=%s", type(problem).__name__)
        return DeviceSettings()


async def save(store: Store, keystore: Keystore, crypto: Crypto, settings: DeviceSettings) -> None:
    """Keeps them; makes the device secret if there is none. Errors: StorageFull, StorageUnavailable."""
    await keystore.make()
    front = _MAGIC + crypto.random(_SALT_BYTES)
    secret = await keystore.device_secret(front[4:])
    assert secret is not None
    key = _key(secret, front[4:])
    sealed = await seal(crypto, key, "settings", front, encode(asdict(settings)))
    await store.write(SETTINGS_NAME, with_checksum(front + sealed))


def _known(kept: Json) -> DeviceSettings:
    names = [field.name for field in fields(DeviceSettings)]
    if not isinstance(kept, dict):
        raise InputRejected("settings")
    chosen: dict[str, Any] = {name: kept[name] for name in names if name in kept}
    return DeviceSettings(**chosen)


def _key(secret: bytes, salt: bytes) -> bytes:
    return hkdf(secret, salt, b"fb1 settings", KEY_BYTES)
