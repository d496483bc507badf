"""How this device reaches the network: sockets, or in a browser its own fetch."""

import sys
from collections.abc import Callable
from typing import Final, TypeAlias

import httpx

Network: TypeAlias = Callable[[], httpx.AsyncClient]
"""A new way to the network."""
USER_AGENT: Final = "Firstbell"


def http_here() -> httpx.AsyncClient:
    """A client for `client.EndpointClient`; whoever takes it closes it."""
    if sys.platform == "emscripten":
        from services.sync.fetch_browser import FetchTransport  # its modules exist in a browser only

        return http_over(FetchTransport())
    return http_over(None)


def http_over(transport: httpx.AsyncBaseTransport | None) -> httpx.AsyncClient:
    """A client that goes where it is told: no redirects, and nothing from the environment.

    Answers are asked for uncompressed: they are mostly sealed, and their size is judged as they come.
    """
    return httpx.AsyncClient(
        transport=transport,
        follow_redirects=False,
        trust_env=False,
        headers={"User-Agent": USER_AGENT, "Accept-Encoding": "identity"},
    )
