"""I7, I8 and I12: who opens what, tried with everything that they have."""

from collections.abc import Awaitable

from services.planner.errors import FirstbellError
from services.sync.entry import Kind, open_entry
from services.sync.epoch_keys import open_keys
from services.sync.roster import Roster
from tests.simulation.broken import Broken
from tests.simulation.quick_crypto import QuickCrypto
from tests.simulation.world import World


async def nobody_else_reads(world: World) -> None:
    """I7 for who was removed, I8 for who never was in."""
    crypto = QuickCrypto(bytes, world.book)
    for lineage in world.observer.lineages.values():
        chain, keys = lineage.chain, lineage.keys
        if chain is None or keys is None:
            continue
        for phone in world.phones.values():
            if phone.keys is None or phone.keys.id in chain.roster.members:
                continue
            epochs = [epoch for epoch, roster in chain.by_epoch.items() if phone.keys.id in roster.members]
            promise, last = ("I7", max(epochs)) if epochs else ("I8", 0)
            known = [key for epoch, key in keys.by_epoch.items() if epoch <= last]
            for read in lineage.log:
                if read.entry.frame.kind is not Kind.ROSTER and read.entry.frame.epoch > last:
                    for key in known:
                        await _refused(
                            open_entry(crypto, read.entry, key), f"{promise}: {phone.name} reads on"
                        )
            await _refused(
                open_keys(crypto, chain, phone.keys.id, phone.keys.kem.seed),
                f"{promise}: {phone.name} opens the latest key",
            )
            for member in chain.roster.members.values():
                letter = crypto.hpke_open(
                    phone.keys.kem.seed, _letter_info(chain.roster, member.id), member.key
                )
                await _refused(letter, f"{promise}: {phone.name} opens another's letter")


def _letter_info(roster: Roster, reader: bytes) -> bytes:
    return b"fb1 epoch" + roster.circle + roster.epoch.to_bytes(4, "big") + reader


async def _refused(attempt: Awaitable[object], words: str) -> None:
    try:
        await attempt
    except FirstbellError:
        return
    raise Broken(words)


async def no_word_at_the_endpoint(world: World) -> None:
    """I12: each value that anybody writes in a world begins with one word."""
    for kept in world.endpoint.every_byte():
        if b"canary" in kept:
            raise Broken("I12: the endpoint holds a word")
