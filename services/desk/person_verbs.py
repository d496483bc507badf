"""Who sits at this desk, and how the planner is set."""

from services.desk.changes import made
from services.desk.desk import Desk
from services.planner.canonical import Value
from services.planner.edit import Change
from services.planner.errors import InputRejected
from services.planner.ids import PREF_RECORD, PersonId, new_id, who_record
from services.planner.text import clean_name, clean_picture
from services.planner.words import AgeBand, StepView
from services.planner.zone import is_zone


class PersonVerbs(Desk):
    """Verbs about oneself and the planner's settings."""

    async def arrive(
        self, name: str, picture: str, age_band: AgeBand | None = None, person: PersonId | None = None
    ) -> None:
        """Says whose device this is, in a planner that others have begun.

        `person` is who one is on another device already. Errors: InputRejected("name"), ("picture"), and
        ("person") when it has been said.
        """
        await self._write(self._arrival(name, picture, age_band, person))

    async def set_person(self, name: str, picture: str, age_band: AgeBand | None = None) -> None:
        """Changes one's own name and picture. Errors: InputRejected("name"), InputRejected("picture")."""
        self._me()
        await self._write(self._said(who_record(self.device_hex), "who", _called(name, picture, age_band)))

    async def call_pupil(self, name: str, picture: str, age_band: AgeBand | None = None) -> None:
        """What the pupil is called until they have joined. Errors: as `set_person`."""
        await self._write(self._said(PREF_RECORD, "pref", called_pupil(name, picture, age_band)))

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

    def _arrival(
        self, name: str, picture: str, age_band: AgeBand | None, person: PersonId | None = None
    ) -> list[Change]:
        if self.planner.me is not None:
            raise InputRejected("person", "somebody is here")
        who: dict[str, Value] = {
            "person": person or new_id(self._random),
            "role": self.role.value,
            **_called(name, picture, age_band),
        }
        return made(who_record(self.device_hex), "who", who)

    async def _set_pref(self, name: str, value: Value) -> None:
        await self._write(self._said(PREF_RECORD, "pref", {name: value}))


def called_pupil(name: str, picture: str, age_band: AgeBand | None) -> dict[str, Value]:
    """The pref fields of a pupil who has not joined. Errors: InputRejected("name"), ("picture")."""
    return {
        f"pupil_{'age' if field == 'age_band' else field}": value
        for field, value in _called(name, picture, age_band).items()
    }


def _called(name: str, picture: str, age_band: AgeBand | None) -> dict[str, Value]:
    return {
        "name": clean_name(name, "name"),
        "picture": clean_picture(picture),
        "age_band": None if age_band is None else age_band.value,
    }
