"""A log of 50,000 edits read in this browser, beside the same edits as plain JSON."""

import json

from bench.many_edits import log_of, merged_ms, plain_ms
from services.crypto.choose import crypto_here


async def do(asked: str) -> str:
    """Asked: {"rounds": n}. Report: milliseconds by name."""
    crypto = crypto_here()
    log = await log_of(crypto)
    rounds = range(json.loads(asked)["rounds"])
    return json.dumps(
        {"ours": [await merged_ms(crypto, log) for _ in rounds], "plain": [plain_ms(log) for _ in rounds]}
    )
