"""The mentor's desk over one pupil's planner."""

from datetime import date

from services.desk.adult import AdultDesk
from services.desk.target_verbs import TargetVerbs
from services.planner.ids import RecordId


class MentorDesk(AdultDesk, TargetVerbs):
    """What a mentor can do in one pupil's planner."""

    async def look(self, on: date) -> None:
        """Writes down once a day, for everybody in the planner to see, that the mentor looked."""
        record = RecordId(f"looked:{self.device_hex}")
        known = self._journal.records.get(record)
        if known is None or known.fields.get("on") != on.isoformat():
            await self._write(self._said(record, "looked", {"on": on.isoformat(), "person": self._me()}))
