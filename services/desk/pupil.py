"""The pupil's desk: every verb of a pupil, in small groups, and the beginning of a planner."""

from collections.abc import Collection, Sequence

from services.desk.beginning import FirstPlan, first_changes
from services.desk.contact_verbs import ContactVerbs
from services.desk.day_verbs import DayVerbs
from services.desk.pause_verbs import PauseVerbs
from services.desk.person_verbs import PersonVerbs
from services.desk.step_verbs import StepVerbs
from services.desk.target_verbs import TargetVerbs
from services.planner.errors import InputRejected
from services.planner.words import AgeBand, Part


class PupilDesk(DayVerbs, PauseVerbs, StepVerbs, TargetVerbs, ContactVerbs, PersonVerbs):
    """What a pupil can do."""

    async def begin(
        self,
        name: str,
        picture: str,
        age_band: AgeBand | None,
        zone: str,
        packs: Sequence[Part],
        leave_at_minute: int | None = None,
        without: Collection[str] = (),
    ) -> None:
        """Makes a usable planner in one durable write. Units: minutes after local midnight.

        `without` are keys of starter steps that this pupil does not want. Errors: InputRejected with the name
        of the answer that cannot be used; "planner" when it has begun already.
        """
        if self.planner.me is not None:
            raise InputRejected("planner", "it has begun")
        plan = FirstPlan(zone, packs, leave_at_minute, without)
        who = self._arrival(name, picture, age_band)
        await self._write([*who, *first_changes(self._random, plan, {})])
