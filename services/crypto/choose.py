"""Picks the backend that exists where we run."""

import sys

from services.crypto.port import Crypto


def crypto_here() -> Crypto:
    """WebCrypto in a browser's Python, the `cryptography` package everywhere else."""
    if sys.platform == "emscripten":
        from services.crypto.web_browser import WebCrypto  # its modules exist in a browser only

        return WebCrypto()
    from services.crypto.native import NativeCrypto  # its package does not exist in a browser

    return NativeCrypto()
