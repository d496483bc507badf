"""Every error that a person may meet, in one tree.

    FirstbellError
    |- InputRejected            a word, number, code or file that cannot be used
    |- NotPermitted             this role may not write this field
    |- VaultLocked              there is no key in memory
    |- VaultReadOnly            another tab or process is writing
    |- WrongPin                 the PIN, pictures, passphrase or card do not open it   (wait_ms)
    |- PinMustWait              too many wrong tries; nothing was tried                (wait_ms)
    |- VaultDamaged             bytes on the disk are not what was written
    |- VaultFromNewerVersion    a newer app wrote this
    |- StorageFull              the device has no room
    |- StorageUnavailable       the device refuses to read or write
    |- HeaderUnknown            bytes that are not ours, or of a format we do not know
    |- AuthenticationFailed     the key is right and the bytes were changed
    |- KeyMissing               the key does not fit these bytes, or is not on this device
    |- CryptoUnavailable        this browser lacks what sealing needs
    `- EndpointError
       |- EndpointUnreachable   no network, or nobody answers
       |- EndpointBusy          it asks us to wait
       |- EndpointRefused       it will not do this
       |- ProtocolMismatch      it speaks another version
       `- DeviceRemoved         a steward took this device off the planner

Each leaf has a stable `code`, which views turn into a sentence, and `retry`: whether doing the same
again later may work. An error never carries personal data.
"""

from typing import ClassVar


class FirstbellError(Exception):
    """Root of the tree. `note` is for a developer's log: counts and codes only."""

    code: ClassVar[str] = "unknown"
    retry: ClassVar[bool] = False

    def __init__(self, note: str = "") -> None:
        super().__init__(note or self.code)
        self.note = note


class InputRejected(FirstbellError):
    """Something typed, chosen or loaded cannot be used. `field` names the place, never its content."""

    code = "input_rejected"

    def __init__(self, field: str, note: str = "") -> None:
        super().__init__(note or field)
        self.field = field


class NotPermitted(FirstbellError):
    """The access table does not let this role write this field."""

    code = "not_permitted"


class VaultLocked(FirstbellError):
    """No key is in memory."""

    code = "vault_locked"
    retry = True


class VaultReadOnly(FirstbellError):
    """Another tab or process holds the pen."""

    code = "vault_read_only"


class WrongPin(FirstbellError):
    """What was entered does not open the vault. Units: `wait_ms` milliseconds until the next try."""

    code = "wrong_pin"
    retry = True

    def __init__(self, wait_ms: int = 0) -> None:
        super().__init__()
        self.wait_ms = wait_ms


class PinMustWait(FirstbellError):
    """Too many wrong tries; this one was not even looked at. Units: `wait_ms` milliseconds."""

    code = "pin_must_wait"
    retry = True

    def __init__(self, wait_ms: int) -> None:
        super().__init__()
        self.wait_ms = wait_ms


class VaultDamaged(FirstbellError):
    """Bytes on the disk are not the ones that were written."""

    code = "vault_damaged"


class VaultFromNewerVersion(FirstbellError):
    """A newer Firstbell wrote this; it opens for reading at most."""

    code = "vault_from_newer_version"


class StorageFull(FirstbellError):
    """The device has no room. What was there before is whole."""

    code = "storage_full"
    retry = True


class StorageUnavailable(FirstbellError):
    """The device refuses to read or to write."""

    code = "storage_unavailable"
    retry = True


class HeaderUnknown(FirstbellError):
    """Bytes that are not ours, or of a format this version does not know."""

    code = "header_unknown"


class AuthenticationFailed(FirstbellError):
    """The key fits and the bytes were changed."""

    code = "authentication_failed"


class KeyMissing(FirstbellError):
    """The key does not fit these bytes, or is not on this device."""

    code = "key_missing"


class CryptoUnavailable(FirstbellError):
    """This browser lacks what sealing needs."""

    code = "crypto_unavailable"


class EndpointError(FirstbellError):
    """Root of what can go wrong on the way to the endpoint. `problem` is its name for it, or empty."""

    code = "endpoint_error"

    def __init__(self, problem: str = "", note: str = "") -> None:
        super().__init__(note or problem)
        self.problem = problem


class EndpointUnreachable(EndpointError):
    """No network, or nobody answers."""

    code = "endpoint_unreachable"
    retry = True


class EndpointBusy(EndpointError):
    """It asks us to wait. Units: `wait_ms` milliseconds, 0 when it did not say how long."""

    code = "endpoint_busy"
    retry = True

    def __init__(self, wait_ms: int = 0, problem: str = "", note: str = "") -> None:
        super().__init__(problem, note)
        self.wait_ms = wait_ms


class EndpointRefused(EndpointError):
    """It will not do this, now or later."""

    code = "endpoint_refused"


class ProtocolMismatch(EndpointError):
    """It speaks another version."""

    code = "protocol_mismatch"


class DeviceRemoved(EndpointError):
    """The endpoint says that a steward took this device off the planner.

    Shape: `rosters` are the entries that shall show it; until they verify it is not believed.
    """

    code = "device_removed"

    def __init__(self, rosters: tuple[bytes, ...] = (), problem: str = "") -> None:
        super().__init__(problem)
        self.rosters = rosters
