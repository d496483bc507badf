"""What a browser's Python is asked to do; everything in and out is one JSON text."""

import json
import time
import traceback
from typing import Any

from services.crypto.choose import crypto_here
from services.crypto.seal import open_sealed, seal
from services.crypto.web_browser import WebCrypto
from tests.crypto.published import PUBLISHED
from tests.crypto.samples import CountedRandom, make, open_all, refuse_all, without_argon2id

ROUNDS = 50


async def do(asked: str) -> str:
    """Checks every vector and every set, makes two sets; the report, or what went wrong."""
    try:
        return json.dumps(await _do(json.loads(asked)))
    except BaseException:  # noqa: BLE001  # the test shows it, there is nobody else to tell
        return json.dumps({"broken": traceback.format_exc()})


async def _do(asked: Any) -> dict[str, Any]:
    crypto = crypto_here()
    assert isinstance(crypto, WebCrypto)
    await crypto.check()
    checked = {name: await PUBLISHED[name](crypto, vectors) for name, vectors in asked["published"].items()}
    for name, samples in asked["sets"].items():
        checked[name] = await open_all(crypto, samples)
    checked["refusals"] = await refuse_all(crypto, asked["refusals"])
    counted = await make(WebCrypto(CountedRandom(asked["seed"])), with_argon2id=False)
    return {
        "checked": checked,
        "same_again": counted == without_argon2id(asked["counted"]),
        "fresh": await make(crypto, with_argon2id=False),
        "ms": await _measured(crypto),
    }


async def _measured(crypto: WebCrypto) -> dict[str, float]:
    began = time.perf_counter()
    for _ in range(ROUNDS):
        sealed = await seal(crypto, bytes(32), "bench", b"", bytes(512))
    sealing = time.perf_counter()
    for _ in range(ROUNDS):
        await open_sealed(crypto, bytes(32), "bench", b"", sealed)
    opening = time.perf_counter()
    await crypto.pbkdf2(b"4711", bytes(16), 600_000)
    stretching = time.perf_counter()
    return {
        "seal 512 B": (sealing - began) * 1000 / ROUNDS,
        "open 512 B": (opening - sealing) * 1000 / ROUNDS,
        "pbkdf2 600,000": (stretching - opening) * 1000,
    }
