"""What a browser's Python is asked to do with the client and with pairing; the report is one JSON text."""

import asyncio
import json
import traceback
from typing import Any

import httpx

from services.crypto.choose import crypto_here
from services.crypto.device_keys import new_device_keys
from services.crypto.web_browser import WebCrypto
from services.planner.errors import EndpointUnreachable
from services.sync.client import EndpointClient
from services.sync.fetch_browser import FetchTransport
from services.sync.http_here import http_here
from tests.crypto.samples import CountedRandom
from tests.sync import client_contract
from tests.sync.pairing_samples import check, make

PATIENCE_S = 0.3
NOBODY = "http://127.0.0.1:9"


async def do(origin: str, pairings: str) -> str:
    """Everything; the report, or what went wrong."""
    try:
        return json.dumps(await _do(origin, json.loads(pairings)))
    except BaseException:  # noqa: BLE001  # the test shows it, there is nobody else to tell
        return json.dumps({"broken": traceback.format_exc()})


async def _do(origin: str, pairings: list[dict[str, Any]]) -> dict[str, Any]:
    device = await new_device_keys(WebCrypto(CountedRandom("device pupil")))
    counted = await make(WebCrypto(CountedRandom("Firstbell pairing vectors 1")))
    async with http_here() as http:
        for contract in client_contract.CHECKS.values():
            await contract(client_contract.Visit(http, origin, device))
        nobody = await _is_unreachable(EndpointClient(http, NOBODY, crypto_here(), device))
        late = [await _is_late(http, f"{origin}/slow"), await _is_late(http, f"{origin}/slow-body")]
        stopped = await _is_stopped(http, f"{origin}/slow")
        await asyncio.sleep(PATIENCE_S)
        left = (await http.get(f"{origin}/left")).text
    return {
        "held": [*client_contract.CHECKS],
        "is_fetch": isinstance(vars(http)["_transport"], FetchTransport),
        "nobody": nobody,
        "late": late,
        "stopped": stopped,
        "left": left.split(","),
        "pairings": await check(crypto_here(), pairings),
        "same_again": counted == pairings,
        "fresh": await make(crypto_here()),
    }


async def _is_unreachable(client: EndpointClient) -> bool:
    try:
        await client.about()
    except EndpointUnreachable:
        return True
    return False


async def _is_late(http: httpx.AsyncClient, url: str) -> bool:
    try:
        await http.get(url, timeout=PATIENCE_S)
    except httpx.ReadTimeout:
        return True
    return False


async def _is_stopped(http: httpx.AsyncClient, url: str) -> bool:
    asking = asyncio.ensure_future(http.get(url, timeout=60))
    await asyncio.sleep(PATIENCE_S)
    asking.cancel()
    return (await asyncio.gather(asking, return_exceptions=True))[0].__class__ is asyncio.CancelledError
