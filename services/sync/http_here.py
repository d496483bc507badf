"""How this device reaches the network: sockets, or in a browser its own fetch."""

import sys
from collections.abc import Callable
from typing import TypeAlias

import httpx

Network: TypeAlias = Callable[[], httpx.AsyncClient]
"""A new way to the network."""


def http_here() -> httpx.AsyncClient:
    """A client for `client.EndpointClient`; whoever takes it closes it."""
    if sys.platform == "emscripten":
        from services.sync.fetch_browser import FetchTransport  # its modules exist in a browser only

        return http_over(FetchTransport())
    return http_over(None)


def http_over(transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
    """A client that goes where it is told: no redirects, and nothing from the environment.

    Answers are asked for uncompressed: they are mostly sealed, and their size is judged as they come. Nothing
    else is said of this program.
    """
    asked = {"Accept-Encoding": "identity"}
    client = httpx.AsyncClient(transport=transport, follow_redirects=False, trust_env=False, headers=asked)
    for name in ("Accept", "Connection", "User-Agent"):  # httpx's own; they say nothing that we mean
        del client.headers[name]
    return client
