"""What an endpoint must prove before a device gives anything up: that it was removed, or a circle erased."""

from collections.abc import Iterable

from services.crypto.port import Crypto
from services.planner.errors import FirstbellError
from services.sync.chain import Chain, verified_chain
from services.sync.entry import read_entry
from services.sync.statement import EraseOrder, verify_erase
from services.sync.wire_form import EraseSent


async def removal_holds(
    crypto: Crypto, circle: bytes, chain: Chain | None, rosters: Iterable[bytes], device: bytes
) -> bool:
    """Whether these entries continue the chain, or begin it, to a roster without a device that was in it."""
    known = chain.hashes if chain else frozenset[bytes]()
    try:
        new = [raw for raw in rosters if read_entry(raw).hash not in known]
        after = await verified_chain(crypto, new, chain)
    except FirstbellError:
        return False
    return after.circle == circle and device in after.origins and device not in after.roster.members


async def erasure_holds(crypto: Crypto, chain: Chain, sent: EraseSent) -> bool:
    """Whether a steward of the latest known roster, or a card that may, ordered it."""
    try:
        await verify_erase(crypto, chain, EraseOrder(sent.circle, sent.day, sent.by, sent.sig))
    except FirstbellError:
        return False
    return True
