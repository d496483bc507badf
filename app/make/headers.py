"""The headers of every answer: what the page may do, and how long a file may be kept."""

import re
from collections.abc import Sequence

_HASHED = re.compile(r"(^|/)[^/]+-[0-9a-f]{12}[/.]")
_UNCHANGING = "public, max-age=31536000, immutable"
_ALWAYS_ASK = "no-cache"

_OFF = ("accelerometer", "autoplay", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer")
_OFF_TOO = ("microphone", "midi", "payment", "usb", "browsing-topics")


def content_policy(endpoint_origins: Sequence[str] = ()) -> str:
    """The Content-Security-Policy: our own origin for everything, other endpoints only to talk to."""
    connect = " ".join(["'self'", *endpoint_origins, "data:", "blob:"])
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self' 'wasm-unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",  # Flutter writes style elements of its own
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src {connect}",
            "worker-src 'self' blob:",
            "manifest-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        ]
    )


def safety_headers(endpoint_origins: Sequence[str] = ()) -> dict[str, str]:
    """Sent with every answer."""
    return {
        "content-security-policy": content_policy(endpoint_origins),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": ", ".join(f"{name}=()" for name in _OFF + _OFF_TOO),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }


def cache_rule(path: str) -> str:
    """Files with their hash in the name never change; everything else is asked for again each time."""
    return _UNCHANGING if _HASHED.search(path) else _ALWAYS_ASK
