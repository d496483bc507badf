"""The pupil's desk: every verb of a pupil, in small groups, and the beginning of a planner."""

from collections.abc import Collection, Sequence

from services.desk.beginning import MINUTES_IN_A_DAY, first_contacts, first_routines, first_settings
from services.desk.changes import made
from services.desk.contact_verbs import ContactVerbs
from services.desk.day_verbs import DayVerbs
from services.desk.pause_verbs import PauseVerbs
from services.desk.person_verbs import PersonVerbs
from services.desk.step_verbs import StepVerbs
from services.desk.target_verbs import TargetVerbs
from services.planner.canonical import Value
from services.planner.errors import InputRejected
from services.planner.ids import new_id, who_record
from services.planner.text import clean_name, clean_picture
from services.planner.words import AgeBand, Part
from services.planner.zone import is_zone


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
        if not is_zone(zone):
            raise InputRejected("zone")
        if leave_at_minute is not None and not 0 <= leave_at_minute < MINUTES_IN_A_DAY:
            raise InputRejected("leave_at")
        who: dict[str, Value] = {
            "person": new_id(self._random),
            "name": clean_name(name, "name"),
            "picture": clean_picture(picture),
            "role": self.role.value,
            "age_band": None if age_band is None else age_band.value,
        }
        await self._write(
            [
                *made(who_record(self.device_hex), "who", who),
                *first_settings(zone),
                *first_routines(self._random, packs, leave_at_minute, without),
                *first_contacts(self._random),
            ]
        )
