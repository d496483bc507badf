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
    """Whether these entries continue the chain, or begin it, to a roster without a device that was in it.

    After a restore the endpoint's chain may have gone on from an older roster than the known one. It is
    believed too, from the circle's first roster on, when who took the device out is a steward still.
    """
    raws = list(rosters)
    known = chain.hashes if chain else frozenset[bytes]()
    try:
        new = [raw for raw in raws if read_entry(raw).hash not in known]
        after = await verified_chain(crypto, new, chain)
    except FirstbellError:
        return chain is not None and await _was_taken_out_elsewhere(crypto, circle, chain, raws, device)
    return after.circle == circle and device in after.origins and device not in after.roster.members


async def _was_taken_out_elsewhere(
    crypto: Crypto, circle: bytes, known: Chain, rosters: Iterable[bytes], device: bytes
) -> bool:
    chain: Chain | None = None
    by = b""
    try:
        for raw in rosters:
            before, chain = chain, await verified_chain(crypto, [raw], chain)
            if before and device in before.roster.members and device not in chain.roster.members:
                by = read_entry(raw).frame.device
    except FirstbellError:
        return False
    return chain is not None and chain.circle == circle and by in known.roster.stewards


async def erasure_holds(crypto: Crypto, chain: Chain, sent: EraseSent) -> bool:
    """Whether a steward of the latest known roster, or a card that may, ordered it."""
    try:
        await verify_erase(crypto, chain, EraseOrder(sent.circle, sent.day, sent.by, sent.sig))
    except FirstbellError:
        return False
    return True
