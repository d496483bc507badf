"""Steps of a routine: adding, changing, moving, taking away, bringing back."""

from collections.abc import Collection
from typing import TypedDict, Unpack

from services.desk.changes import brought_back, made, taken_away, told
from services.desk.checks import checked_clock, checked_days, checked_minutes, checked_sizes
from services.desk.routine_verbs import RoutineVerbs
from services.planner.canonical import Value
from services.planner.edit import Change
from services.planner.errors import InputRejected
from services.planner.ids import RoutineId, StepId, new_id
from services.planner.order import between, spread
from services.planner.routine import Step
from services.planner.text import clean_name, clean_picture
from services.planner.words import Size


class StepChange(TypedDict, total=False):
    """What can be changed of a step; what is left out stays, and None takes a time away."""

    title: str
    picture: str
    at: str | None
    minutes: int | None
    sizes: Collection[Size]
    days: Collection[int]


class StepVerbs(RoutineVerbs):
    """Verbs about steps. Errors of each: InputRejected with the name of the field."""

    async def add_step(
        self,
        routine: RoutineId,
        title: str,
        picture: str,
        at: str | None = None,
        sizes: Collection[Size] = (Size.USUAL,),
        days: Collection[int] = range(7),
        starter: str | None = None,
    ) -> StepId:
        """A new step at the end of its routine. With a `starter` key the title may be empty."""
        fields: dict[str, Value] = {
            "routine": routine,
            "title": None if starter and not title else clean_name(title, "title"),
            "starter": starter,
            "picture": clean_picture(picture),
            "at": checked_clock(at),
            "sizes": checked_sizes(sizes),
            "days": checked_days(days),
        }
        async with self._in_turn:
            steps = self._routine(routine).steps
            step = StepId(new_id(self._random))
            order, moved = _placed(steps, len(steps))
            await self._write([*made(step, "step", {**fields, "order": order}), *moved])
        return step

    async def change_step(self, step: StepId, **changes: Unpack[StepChange]) -> None:
        """Changes what is named. A typed title wins over the starter's own."""
        self._step(step)
        fields: dict[str, Value] = {}
        if "title" in changes:
            fields["title"] = clean_name(changes["title"], "title")
        if "picture" in changes:
            fields["picture"] = clean_picture(changes["picture"])
        if "at" in changes:
            fields["at"] = checked_clock(changes["at"])
        if "minutes" in changes:
            fields["minutes"] = checked_minutes(changes["minutes"])
        if "sizes" in changes:
            fields["sizes"] = checked_sizes(changes["sizes"])
        if "days" in changes:
            fields["days"] = checked_days(changes["days"])
        await self._write(told(step, "step", fields))

    async def move_step(self, step: StepId, after: StepId | None) -> None:
        """Puts a step after another of its routine; None is the first place."""
        async with self._in_turn:
            others = [one for one in self._routine(self._step(step).routine).steps if one.id != step]
            places = [None, *(one.id for one in others)]
            if after not in places:
                raise InputRejected("after", "not in this routine")
            order, moved = _placed(others, places.index(after))
            await self._write([*told(step, "step", {"order": order}), *moved])

    async def remove_step(self, step: StepId) -> None:
        """Takes a step away; what was done of it stays written in its days."""
        self._step(step)
        await self._write(taken_away(step, "step"))

    async def restore_step(self, step: StepId) -> None:
        """Brings a step back to its place."""
        self._must_have_been(step, "step")
        await self._write(brought_back(step, "step"))

    def _step(self, step: StepId) -> Step:
        for routine in self.planner.routines:
            for known in routine.steps:
                if known.id == step:
                    return known
        raise InputRejected("step", "no such step")


def _placed(others: Collection[Step], place: int) -> tuple[str, list[Change]]:
    """The order key for this place, and the others' new keys when there was no room between two of them.

    Two devices that add at once may give two steps the same key; then nothing fits between them.
    """
    keys = [one.order for one in others]
    try:
        before = keys[place - 1] if place > 0 else None
        return between(before, keys[place] if place < len(keys) else None), []
    except InputRejected:
        fresh = spread(len(keys) + 1)
        rest = zip((one.id for one in others), fresh[:place] + fresh[place + 1 :], strict=True)
        return fresh[place], [change for one, key in rest for change in told(one, "step", {"order": key})]
