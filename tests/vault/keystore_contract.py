"""What every Keystore promises, as checks that run in CPython and in a browser alike.

A `KeystorePlace` makes keystores: `fresh()` over nothing, `again()` over the same device later on.
"""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Protocol

from services.vault.ports import Keystore

SALT = bytes(range(16))


class KeystorePlace(Protocol):
    """Where keystores are made."""

    def fresh(self) -> Keystore:
        """A keystore of a device that has none yet."""

    def again(self) -> Keystore:
        """The keystore of the last fresh one's device, after the app was started anew."""


async def there_is_no_secret_before_it_is_made(place: KeystorePlace) -> None:
    keystore = place.fresh()
    assert await keystore.device_secret(SALT) is None
    assert await keystore.read_attempts() is None


async def the_secret_is_the_same_for_ever(place: KeystorePlace) -> None:
    keystore = place.fresh()
    await keystore.make()
    secret = await keystore.device_secret(SALT)
    assert secret is not None
    assert len(secret) == 32
    await keystore.make()
    assert await keystore.device_secret(SALT) == secret
    assert await place.again().device_secret(SALT) == secret


async def two_that_begin_at_once_have_one_secret(place: KeystorePlace) -> None:
    one, other = place.fresh(), place.again()
    await asyncio.gather(one.make(), other.make())
    secret = await one.device_secret(SALT)
    assert secret is not None
    assert await other.device_secret(SALT) == secret


async def two_devices_have_two_secrets(place: KeystorePlace) -> None:
    one = place.fresh()
    await one.make()
    secret = await one.device_secret(SALT)
    other = place.fresh()
    await other.make()
    assert await other.device_secret(SALT) != secret


async def attempts_outlive_the_app(place: KeystorePlace) -> None:
    keystore = place.fresh()
    await keystore.make()
    await keystore.write_attempts(b"first")
    await keystore.write_attempts(b"second")
    assert await keystore.read_attempts() == b"second"
    assert await place.again().read_attempts() == b"second"


async def forgetting_leaves_nothing_and_a_new_secret_is_another(place: KeystorePlace) -> None:
    keystore = place.fresh()
    await keystore.make()
    await keystore.write_attempts(b"first")
    before = await keystore.device_secret(SALT)
    await keystore.forget()
    assert await keystore.device_secret(SALT) is None
    assert await keystore.read_attempts() is None
    await keystore.make()
    assert await keystore.device_secret(SALT) not in (None, before)
    await keystore.forget()


CHECKS: dict[str, Callable[[KeystorePlace], Awaitable[None]]] = {
    check.__name__: check
    for check in (
        there_is_no_secret_before_it_is_made,
        the_secret_is_the_same_for_ever,
        two_that_begin_at_once_have_one_secret,
        two_devices_have_two_secrets,
        attempts_outlive_the_app,
        forgetting_leaves_nothing_and_a_new_secret_is_another,
    )
}
