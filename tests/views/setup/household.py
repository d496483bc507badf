"""What set-up asks of the app, with a pupil who answers."""

from services.desk.answers import AdultAnswers, NewLock, PupilAnswers
from services.planner.errors import StorageFull
from services.planner.words import AgeBand
from services.vault.vault_state import LockKind
from views.action import Actions
from views.setup.setup_model import SetupModel, SetupPage

CARD = "0108-1G81-860W-40J2-GB1G-6GW3-RG="


class Household:
    """What set-up asks of the app. `fill_disk` is its weather."""

    def __init__(self, is_web: bool = False) -> None:
        self.made: list[tuple[PupilAnswers, NewLock]] = []
        self.happened: list[str] = []
        self.is_full = False
        self.actions = Actions()
        self.model = SetupModel(
            self.begin,
            self.actions,
            zone="Europe/London",
            is_web=is_web,
            on_done=lambda: self.happened.append("done"),
            on_leave=lambda: self.happened.append("left"),
        )

    def fill_disk(self, is_full: bool = True) -> None:
        self.is_full = is_full

    async def begin(
        self, answers: PupilAnswers, adult: AdultAnswers | None, lock: NewLock | None
    ) -> str | None:
        if self.is_full:
            raise StorageFull
        assert lock is not None
        self.made.append((answers, lock))
        return CARD if lock.with_card else None

    def answer_up_to_lock(self) -> None:
        self.model.set_name(" Sam ")
        self.model.next()
        self.model.choose_age(AgeBand.FROM_8_TO_11)
        while self.model.state.page is not SetupPage.LOCK:
            self.model.next()

    def choose_pin(self, pin: str = "258036") -> None:
        self.model.new_lock.choose(LockKind.PIN)
        self.model.next()
        for digit in pin + pin:
            self.model.new_lock.secret.press(digit)
