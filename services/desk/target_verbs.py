"""Targets, at most three open: adding, changing, putting away, taking up again."""

from collections.abc import Collection
from datetime import date
from typing import TypedDict, Unpack

from services.desk.changes import made, told
from services.desk.checks import checked_helpers, checked_score, written
from services.desk.rating_verbs import RatingVerbs
from services.planner.canonical import Value
from services.planner.errors import InputRejected
from services.planner.ids import TargetId, new_id
from services.planner.order import next_order
from services.planner.target import MAX_OPEN_TARGETS
from services.planner.text import clean_picture, clean_words


class TargetChange(TypedDict, total=False):
    """What can be changed of a target; what is left out stays, None takes a goal or a day away."""

    words: str
    picture: str
    next_step: str
    helpers: Collection[str]
    review_on: date | None
    goal: int | None


class TargetVerbs(RatingVerbs):
    """Verbs about targets. Errors of each: InputRejected with the name of the field."""

    async def add_target(
        self,
        words: str,
        picture: str,
        next_step: str = "",
        helpers: Collection[str] = (),
        review_on: date | None = None,
        goal: int | None = None,
    ) -> TargetId:
        """A new target. Errors: InputRejected("targets") when three are open."""
        change = TargetChange(
            words=words, picture=picture, next_step=next_step, helpers=helpers, review_on=review_on, goal=goal
        )
        fields = _checked(change)
        async with self._in_turn:
            self._must_have_room()
            target = TargetId(new_id(self._random))
            order = next_order(one.order for one in self.planner.targets)
            await self._write(made(target, "target", {**fields, "order": order}))
        return target

    async def change_target(self, target: TargetId, **changes: Unpack[TargetChange]) -> None:
        """Changes what is named."""
        self._target(target)
        await self._write(told(target, "target", _checked(changes)))

    async def close_target(self, target: TargetId, on: date, *, is_reached: bool = False) -> None:
        """Puts a target away, with all that was said of it, because it is reached or only for now."""
        self._target(target)
        closed: dict[str, Value] = {"closed_on": on.isoformat(), "reached": is_reached}
        await self._write(told(target, "target", closed))

    async def reopen_target(self, target: TargetId) -> None:
        """Takes a target up again. Errors: InputRejected("targets") when three are open."""
        async with self._in_turn:
            if not self._target(target).is_open:
                self._must_have_room()
                await self._write(told(target, "target", {"closed_on": None, "reached": False}))

    def _must_have_room(self) -> None:
        if len(self.planner.open_targets) >= MAX_OPEN_TARGETS:
            raise InputRejected("targets", "three are open")


def _checked(changes: TargetChange) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    if "words" in changes:
        fields["words"] = clean_words(changes["words"], "words")
        if not fields["words"]:
            raise InputRejected("words", "empty")
    if "picture" in changes:
        fields["picture"] = clean_picture(changes["picture"])
    if "next_step" in changes:
        fields["next_step"] = clean_words(changes["next_step"], "next_step")
    if "helpers" in changes:
        fields["helpers"] = checked_helpers(changes["helpers"])
    if "review_on" in changes:
        fields["review_on"] = written(changes["review_on"])
    if "goal" in changes:
        goal = changes["goal"]
        fields["goal"] = None if goal is None else checked_score(goal, "goal")
    return fields
