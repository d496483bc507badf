"""What must hold in every world, by the names that docs/threat-model.md and the tests use.

    I1   members that have read equally far have the same state
    I2   what an app acknowledged is not lost
    I3   an edit leaves the outbox only because the log took it, or the person replaced it
    I4   a value that somebody saw and replaced does not come back
    I5   nothing stops: in good weather every app gets everything out and in, whatever was met on the way
    I6   a request that comes again changes nothing
    I7   a removed device opens nothing of a later epoch
    I8   nobody outside the rosters opens anything
    I9   changed and moved entries are refused
    I10  wrong PIN, damaged and newer are told apart and write nothing
    I11  after erasure nobody has the circle's bytes or keys
    I12  the endpoint never holds a word

`watch` is asked while things happen, `settle` in good weather at the end, `check_all` after that.
"""

from collections.abc import Awaitable

from services.planner.edit import DELETED
from services.planner.errors import FirstbellError
from services.sync.circle_kept import Standing
from services.sync.entry import Kind, open_entry
from services.sync.epoch_keys import open_keys
from services.sync.roster import Roster
from tests.simulation.households import come_back_in
from tests.simulation.ledger import Place, Said
from tests.simulation.phone import Phone
from tests.simulation.quick_crypto import QuickCrypto
from tests.simulation.world import Circle, World

ROUNDS_AT_MOST = 40


class Broken(AssertionError):
    """A promise that does not hold."""


def watch(world: World) -> None:
    """I1 and I3, for everybody who is at rest right now."""
    for circle in world.circles.values():
        _same_state_at_same_place(world, circle)
    for phone in world.living():
        if phone.is_running and phone.is_idle:
            _still_held(world, phone.name)


async def settle(world: World) -> None:
    """Good weather, until nobody has anything to say any more."""
    world.weather.clear()
    world.note("the weather clears")
    for phone in world.living():
        if phone.power is not None:
            phone.power.go_out_after(None)
    await world.network.settle()
    for _ in range(ROUNDS_AT_MOST):
        for phone in list(world.living()):
            await world.start(phone)
            await phone.sync()
        if not await come_back_in(world) and await _is_quiet(world):
            return
    raise Broken(f"I5: after {ROUNDS_AT_MOST} rounds in good weather: {await _unrest(world)}")


async def check_all(world: World) -> None:
    """Every promise that can be checked of a world at rest."""
    for circle in world.circles.values():
        _same_state_at_same_place(world, circle)
    for phone in world.living():
        _said_and_taken(world, phone)
    _no_replaced_value_shows(world)
    _every_place_once(world)
    await _nobody_else_reads(world)
    await _no_word_at_the_endpoint(world)


def _same_state_at_same_place(world: World, circle: Circle) -> None:
    seen: dict[object, tuple[str, object]] = {}
    for name in circle.phones:
        phone = world.phones[name]
        if not phone.is_running or phone.is_gone or circle.name not in phone.file_by_circle:
            continue
        place = phone.app.place_in_log(circle.name)
        if place is None:
            continue
        base = phone.app.base(circle.name)
        other, state = seen.setdefault(place, (name, base))
        if state != base:
            raise Broken(
                f"I1: {name} and {other} differ at {place} in {circle.name}: {_difference(state, base)}"
            )


def _still_held(world: World, name: str) -> None:
    held, ledger = world.phones[name].app.everything(), world.ledger
    for words in ledger.last_words(name):
        if not any(_quoted(said) in held or ledger.was_taken(said.place, said.value) for said in words):
            raise Broken(f"I3: {[said.value for said in words]} of {name}: neither kept nor taken")


def _quoted(said: Said) -> str:
    """As it stands in any JSON, so that the first is not found in the twelfth."""
    return f'"{said.value}"'


def _said_and_taken(world: World, phone: Phone) -> None:
    ledger = world.ledger
    for words in ledger.last_words(phone.name):
        place = words[0].place
        if phone.app.standing(place.circle) is not Standing.LIVE:
            continue
        shown = phone.app.stamp(place)
        is_taken = any(
            ledger.is_taken(place, said.value) or ledger.was_overtaken(place, said.value, shown)
            for said in words
        )
        if not is_taken and not _was_ever_deleted(world, place):
            raise Broken(
                f"I2: {[said.value for said in words]} of {phone.name} never came into the log; "
                + _about(world, place)
            )


def _no_replaced_value_shows(world: World) -> None:
    for place in world.ledger.said:
        final = _final(world, place)
        counting = world.ledger.counting(place)
        is_of_nobody = final is _NOBODY or place.field in (DELETED, "")
        if is_of_nobody or not counting or _was_ever_deleted(world, place):
            continue
        _nothing_greater_was_lost(world, place)
        if final is None:
            raise Broken(f"I2: nothing is left of {[one.value for one in counting]} in {place}")
        if str(final) in world.ledger.replaced(place) and (place, str(final)) not in world.ledger.doubled:
            raise Broken(f"I4: {final!r} was seen and replaced, and shows again; " + _about(world, place))


def _nothing_greater_was_lost(world: World, place: Place) -> None:
    """What was in the log before a restore is there again, or what took its place is."""
    ever = [stamp for stamps in world.ledger.ever_taken.get(place, {}).values() for stamp in stamps]
    shown = next(
        phone.app.stamp(place)
        for phone in world.living()
        if phone.is_running and phone.app.standing(place.circle) is Standing.LIVE
    )
    if ever and (shown is None or shown < max(ever)):
        raise Broken("I2: the greatest stamp is lost; " + _about(world, place))


def _about(world: World, place: Place) -> str:
    """Everything known of a field, for whoever has to understand a seed."""
    ledger = world.ledger
    said = [
        (one.value, one.over, one.phone, one.is_sure, one.is_excused) for one in ledger.said.get(place, ())
    ]
    taken, ever = ledger.taken.get(place), ledger.ever_taken.get(place)
    shown = {
        phone.name: (phone.app.visible(place), phone.app.stamp(place))
        for phone in world.living()
        if phone.is_running and place.circle in phone.file_by_circle
    }
    return f"{place} said {said} in the log {taken} ever {ever} shown {shown}"


_NOBODY = object()


def _final(world: World, place: Place) -> object:
    for name in world.circles[place.circle].phones:
        phone = world.phones[name]
        if not phone.is_gone and phone.app.standing(place.circle) is Standing.LIVE:
            return phone.app.visible(place)
    return _NOBODY


def _was_ever_deleted(world: World, place: Place) -> bool:
    return place._replace(field=DELETED) in world.ledger.said


def _every_place_once(world: World) -> None:
    for lineage in world.observer.lineages.values():
        numbers = [(read.entry.frame.device, read.entry.frame.n) for read in lineage.log]
        if len(set(numbers)) != len(numbers):
            raise Broken(f"I6: a number was used twice in {lineage.name}")
        places = [read.seq for read in lineage.log]
        if places != sorted(set(places)):
            raise Broken(f"I6: places out of order in {lineage.name}")


async def _nobody_else_reads(world: World) -> None:
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


async def _no_word_at_the_endpoint(world: World) -> None:
    for kept in world.endpoint.every_byte():
        if b"canary" in kept:
            raise Broken("I12: the endpoint holds a word")


async def _is_quiet(world: World) -> bool:
    return not await _unrest(world)


async def _unrest(world: World) -> list[str]:
    unrest = []
    for circle in world.circles.values():
        if circle.id is None:
            continue
        head = await world.endpoint.head(circle.id)
        for name in circle.phones:
            phone = world.phones[name]
            if phone.is_gone or name in circle.removed:
                continue
            if not phone.is_running:
                unrest.append(f"{name} does not start")
            elif not phone.app.is_at(circle.name, head):
                unrest.append(f"{name} is not at {head} of {circle.name}: {phone.app.how_it_is(circle.name)}")
    return unrest


def _difference(one: object, other: object) -> str:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return "…"
    keys = sorted(key for key in {*one, *other} if one.get(key) != other.get(key))
    return "; ".join(f"{key}: {one.get(key)} / {other.get(key)}" for key in keys[:3])
