"""What parent and mentor can both do at a pupil's planner, and how one begins on an adult's device."""

from services.desk.answers import PupilAnswers
from services.desk.beginning import FirstPlan, first_changes
from services.desk.contact_verbs import ContactVerbs
from services.desk.pause_verbs import PauseVerbs
from services.desk.person_verbs import PersonVerbs, called_pupil
from services.desk.rating_verbs import RatingVerbs
from services.desk.step_verbs import StepVerbs
from services.desk.tick_verbs import TickVerbs


class AdultDesk(TickVerbs, PauseVerbs, StepVerbs, RatingVerbs, ContactVerbs, PersonVerbs):
    """What every adult can do."""

    async def begin_for(self, pupil: PupilAnswers, name: str, picture: str) -> None:
        """Makes a usable planner for a pupil who has not joined yet; name and picture are the adult's own.

        Errors: InputRejected with the name of the answer that cannot be used; "person" when it has begun.
        """
        plan = FirstPlan(pupil.zone, pupil.packs, pupil.leave_at_minute)
        called = called_pupil(pupil.name, pupil.picture, pupil.age_band)
        who = self._arrival(name, picture, None)
        await self._write([*who, *first_changes(self._random, plan, called)])
