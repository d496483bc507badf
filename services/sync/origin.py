"""An endpoint's origin: scheme://host[:port] in lower case, a default port left out.

It is what a device is configured with, signs for a token, and stretches a typed code with. https always;
http only on this very machine.
"""

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit

from services.planner.errors import InputRejected

_DEFAULT_PORTS: Final = {"https": 443, "http": 80}
_MOST_CHARACTERS: Final = 255
_HOST: Final = re.compile(r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")


def origin_of(address: str) -> str:
    """The origin of an address as somebody has typed it, or as a link carries it.

    Errors: InputRejected("endpoint") when it is no such address, or unprotected and not this machine.
    """
    text = address.strip().removesuffix("/")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as problem:
        raise InputRejected("endpoint") from problem
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    is_bare = not (
        parts.path or parts.query or parts.fragment or "@" in parts.netloc or set(text) & set("?#")
    )
    if len(text) > _MOST_CHARACTERS or not is_bare or scheme not in _DEFAULT_PORTS:
        raise InputRejected("endpoint")
    number = _number(host)
    if number is None and not _HOST.fullmatch(host):
        raise InputRejected("endpoint")
    if scheme == "http" and host != "localhost" and not (number and number.is_loopback):
        raise InputRejected("endpoint", "not protected")
    if number is not None:
        host = f"[{number}]" if number.version == 6 else str(number)
    return f"{scheme}://{host}" + (f":{port}" if port not in (None, _DEFAULT_PORTS[scheme]) else "")


def _number(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """A host that is a number. With a zone, or one inside the other, it has more than one spelling: none."""
    try:
        number = ipaddress.ip_address(host)
    except ValueError:
        return None
    if isinstance(number, ipaddress.IPv6Address) and (number.scope_id or number.ipv4_mapped):
        return None
    return number
