"""Routines: adding, changing, taking away, bringing back."""

from collections.abc import Collection
from typing import TypedDict, Unpack

from services.desk.changes import brought_back, made, taken_away, told
from services.desk.checks import checked_days
from services.desk.desk import Desk
from services.planner.canonical import Value
from services.planner.errors import InputRejected
from services.planner.ids import RoutineId, new_id
from services.planner.order import next_order
from services.planner.routine import Routine
from services.planner.text import clean_name, clean_picture
from services.planner.words import Part


class RoutineChange(TypedDict, total=False):
    """What can be changed of a routine; what is left out stays."""

    title: str
    picture: str
    days: Collection[int]


class RoutineVerbs(Desk):
    """Verbs about routines. Errors of each: InputRejected with the name of the field."""

    async def add_routine(self, part: Part, title: str, picture: str, days: Collection[int]) -> RoutineId:
        """A new, empty routine, after the others of its part of the day."""
        fields: dict[str, Value] = {
            "part": part.value,
            "title": clean_name(title, "title"),
            "picture": clean_picture(picture),
            "days": checked_days(days),
        }
        async with self._in_turn:
            order = next_order(one.order for one in self.planner.routines if one.part is part)
            routine = RoutineId(new_id(self._random))
            await self._write(made(routine, "routine", {**fields, "order": order}))
        return routine

    async def change_routine(self, routine: RoutineId, **changes: Unpack[RoutineChange]) -> None:
        """Changes what is named. A typed title wins over the starter's own."""
        self._routine(routine)
        fields: dict[str, Value] = {}
        if "title" in changes:
            fields["title"] = clean_name(changes["title"], "title")
        if "picture" in changes:
            fields["picture"] = clean_picture(changes["picture"])
        if "days" in changes:
            fields["days"] = checked_days(changes["days"])
        await self._write(told(routine, "routine", fields))

    async def remove_routine(self, routine: RoutineId) -> None:
        """Takes a routine away; what was done in it stays written in its days."""
        self._routine(routine)
        await self._write(taken_away(routine, "routine"))

    async def restore_routine(self, routine: RoutineId) -> None:
        """Brings a routine back, with its steps."""
        self._must_have_been(routine, "routine")
        await self._write(brought_back(routine, "routine"))

    def _routine(self, routine: RoutineId) -> Routine:
        known = self.planner.routine(routine)
        if known is None:
            raise InputRejected("routine", "no such routine")
        return known
