"""Who sits at this desk, and how the planner is set."""

from services.desk.desk import Desk
from services.planner.canonical import Value
from services.planner.errors import InputRejected
from services.planner.ids import PREF_RECORD, who_record
from services.planner.text import clean_name, clean_picture
from services.planner.words import AgeBand, StepView
from services.planner.zone import is_zone


class PersonVerbs(Desk):
    """Verbs about oneself and the planner's settings."""

    async def set_person(self, name: str, picture: str, age_band: AgeBand | None = None) -> None:
        """Changes one's own name and picture. Errors: InputRejected("name"), InputRejected("picture")."""
        self._me()
        fields: dict[str, Value] = {
            "name": clean_name(name, "name"),
            "picture": clean_picture(picture),
            "age_band": None if age_band is None else age_band.value,
        }
        await self._write(self._said(who_record(self.device_hex), "who", fields))

    async def set_view(self, view: StepView) -> None:
        """How many steps Today shows."""
        await self._set_pref("view", view.value)

    async def set_zone(self, zone: str) -> None:
        """Where the planner's days begin and end. Errors: InputRejected("zone")."""
        if not is_zone(zone):
            raise InputRejected("zone")
        await self._set_pref("zone", zone)

    async def set_adult_ticks(self, may_tick: bool) -> None:
        """Whether adults may tick for the pupil; off until somebody switches it on."""
        await self._set_pref("adult_ticks", may_tick)

    async def _set_pref(self, name: str, value: Value) -> None:
        await self._write(self._said(PREF_RECORD, "pref", {name: value}))
