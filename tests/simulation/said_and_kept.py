"""I1 to I4: nothing that was said is lost, nothing that was replaced returns, and everybody agrees."""

from services.planner.edit import DELETED
from services.sync.circle_kept import Standing
from tests.simulation.broken import Broken
from tests.simulation.ledger import Place, Said
from tests.simulation.phone import Phone
from tests.simulation.world import Circle, World


def same_state_at_same_place(world: World, circle: Circle) -> None:
    """I1, for those whose app runs."""
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


def still_held(world: World, name: str) -> None:
    """I3, for one phone that does nothing right now."""
    held, ledger = world.phones[name].app.everything(), world.ledger
    for words in ledger.last_words(name):
        if not any(_quoted(said) in held or ledger.was_taken(said.place, said.value) for said in words):
            raise Broken(f"I3: {[said.value for said in words]} of {name}: neither kept nor taken")


def _quoted(said: Said) -> str:
    """As it stands in any JSON, so that the first is not found in the twelfth."""
    return f'"{said.value}"'


def said_and_taken(world: World, phone: Phone) -> None:
    """I2, for one phone that has nothing more to say."""
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


def no_replaced_value_shows(world: World) -> None:
    """I4, and I2 for what somebody said who is gone."""
    for place in world.ledger.said:
        final = _final(world, place)
        counting = world.ledger.counting(place)
        if (
            final is _NOBODY
            or place.field in (DELETED, "")
            or not counting
            or _was_ever_deleted(world, place)
        ):
            continue
        _nothing_greater_was_lost(world, place)
        if final is None:
            raise Broken(f"I2: nothing is left of {[one.value for one in counting]} in {place}")
        if str(final) in world.ledger.replaced(place) and (place, str(final)) not in world.ledger.doubled:
            raise Broken(f"I4: {final!r} was seen and replaced, and shows again; " + _about(world, place))


def _nothing_greater_was_lost(world: World, place: Place) -> None:
    """What was in the log before a restore is there again, or what took its place is."""
    ledger = world.ledger
    ever = {
        value: max(stamps)
        for value, stamps in ledger.ever_taken.get(place, {}).items()
        if ledger.must_be_left(place, value)
    }
    if not ever:
        return
    phone = next(one for one in world.living() if one.is_in(place.circle))
    shown, value = phone.app.stamp(place), str(phone.app.visible(place))
    greatest = max(ever.values())
    if (shown is None or shown < greatest) and ever.get(value) != greatest:
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


def _difference(one: object, other: object) -> str:
    if not isinstance(one, dict) or not isinstance(other, dict):
        return "…"
    keys = sorted(key for key in {*one, *other} if one.get(key) != other.get(key))
    return "; ".join(f"{key}: {one.get(key)} / {other.get(key)}" for key in keys[:3])
