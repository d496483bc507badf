"""I6, I9 and I10: what must change nothing."""

from services.crypto.hkdf import sha256
from services.planner.errors import KeyMissing, VaultDamaged, VaultFromNewerVersion, WrongPin
from services.sync.entry import HASH_BYTES
from services.sync.wire import SyncRequest
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.simulation.broken import Broken
from tests.simulation.observer import Lineage
from tests.simulation.quick_crypto import QuickCrypto
from tests.simulation.world import World

REPLAYED = 6
_SUM_BYTES = 32
_VERSION_AT = 3


async def nothing_happens_twice(world: World) -> None:
    """I6: no number and no place twice, and requests of before, asked again in any order, change nothing."""
    for lineage in world.observer.lineages.values():
        numbers = [(read.entry.frame.device, read.entry.frame.n) for read in lineage.log]
        if len(set(numbers)) != len(numbers):
            raise Broken(f"I6: a number was used twice in {lineage.name}")
        if [read.seq for read in lineage.log] != list(range(1, len(lineage.log) + 1)):
            raise Broken(f"I6: places out of order in {lineage.name}")
    stand = {read.entry.hash for lineage in world.observer.lineages.values() for read in lineage.log}
    done = [call for call in world.network.pushes if _hashes(call.body) <= stand]
    before = await _heads(world)
    for call in world.random.choices(done, k=REPLAYED) if done else ():
        await world.endpoint.answer(call)
    if await _heads(world) != before:
        raise Broken("I6: a request that came again changed a log")


async def changed_and_moved_entries_are_refused(world: World) -> None:
    """I9: one entry of each log, with one bit changed, and in another circle."""
    others = list(world.observer.lineages)
    for circle, lineage in world.observer.lineages.items():
        read = world.random.choice(lineage.log)
        at = world.random.randrange(len(read.entry.raw))
        bent = read.entry.raw[:at] + bytes([read.entry.raw[at] ^ 1]) + read.entry.raw[at + 1 :]
        for there, raw in ((circle, bent), *((other, read.entry.raw) for other in others if other != circle)):
            await _push_by_somebody(world, there, raw)
    for circle, lineage in world.observer.lineages.items():
        if await world.endpoint.head(circle) != lineage.head:
            raise Broken(f"I9: {lineage.name} took a changed or moved entry")


async def files_say_what_is_wrong_with_them(world: World) -> None:
    """I10: damaged, newer, another device's, a wrong PIN: four answers, and not a byte is written."""
    phone = next(phone for phone in world.living() if phone.file_by_circle)
    crypto = QuickCrypto(world.random.randbytes, world.book)
    places = [name for name in phone.content if len(name) > 32 and name.endswith((".a", ".b"))]
    damaged = phone.content | {name: _bent(phone.content[name]) for name in places}
    newer = phone.content | {name: _newer(phone.content[name]) for name in phone.content}
    stranger = MemoryKeystore(world.random.randbytes)
    await stranger.make()
    for content, keystore, answer in (
        (damaged, phone.keystore.copy(), VaultDamaged),
        (newer, phone.keystore.copy(), VaultFromNewerVersion),
        (phone.content, stranger, KeyMissing),
    ):
        store = MemoryStore(dict(content))
        try:
            await Vault(store, keystore, crypto, phone.clock).open_()
        except answer:
            if store.content_by_name != content:
                raise Broken(f"I10: {answer.__name__} and something was written") from None
        else:
            raise Broken(f"I10: it opened, and {answer.__name__} was due")
    await _wrong_pin(world, crypto)


async def _wrong_pin(world: World, crypto: QuickCrypto) -> None:
    store, keystore = MemoryStore(), MemoryKeystore(world.random.randbytes)
    vault = Vault(store, keystore, crypto, world.true_ms)
    await vault.create(LockKind.PIN, "4711")
    await vault.close()
    kept = {name: content for name, content in store.content_by_name.items() if name.startswith("keys")}
    try:
        await vault.open_("4712")
    except WrongPin:
        if not kept.items() <= store.content_by_name.items():
            raise Broken("I10: a wrong PIN and something was written") from None
    else:
        raise Broken("I10: it opened with a wrong PIN")


async def _push_by_somebody(world: World, circle: bytes, raw: bytes) -> None:
    chain = world.observer.lineages[circle].chain
    assert chain is not None
    for device in chain.roster.members:
        answer = await world.endpoint.pushed(device, circle, raw)
        if answer.acks and not _stands(world.observer.lineages[circle], raw):
            raise Broken("I9: a changed or moved entry was acknowledged")


def _stands(lineage: Lineage, raw: bytes) -> bool:
    return any(read.entry.raw == raw for read in lineage.log)


async def _heads(world: World) -> dict[bytes, int]:
    return {circle: await world.endpoint.head(circle) for circle in world.observer.lineages}


def _hashes(body: bytes) -> set[bytes]:
    asked = SyncRequest.model_validate_json(body)
    return {sha256(raw)[:HASH_BYTES] for circle in asked.circles for raw in circle.push}


def _bent(content: bytes) -> bytes:
    return content[:40] + bytes([content[40] ^ 1]) + content[41:]


def _newer(content: bytes) -> bytes:
    body = content[:_VERSION_AT] + b"9" + content[_VERSION_AT + 1 : -_SUM_BYTES]
    return body + sha256(body)
