"""How far a circle has come in the round that is under way: in memory only, begun again after every stop."""

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum

from services.sync.alarm import Alarm
from services.sync.clocking import CircleClock
from services.sync.content import MOST_EDITS
from services.sync.pulled import Pulled


class Errand(StrEnum):
    """What a circle needs of its endpoint beside rounds."""

    HOST = "host"
    REOFFER = "reoffer"
    SNAPSHOT = "snapshot"


class Turn:
    """One circle in a round. Shape: `problem` is what the endpoint said last, empty when all went well.

    `is_behind`: there is more to pull. `is_rebuilding`: the log is read from its beginning; `keeps_own`: own
    edits that it lacks wait again then. `is_offered`: the endpoint got back what it had lost. `is_doubted`:
    what it showed could not be the log; of `doubts` adults were not told yet. `clock` and `most_edits`, of
    one entry, outlive the round.
    """

    def __init__(self) -> None:
        self.clock: CircleClock | None = None
        self.most_edits = MOST_EDITS
        self.is_rebuilding = False
        self.keeps_own = True
        self.is_compaction_asked = False
        self.begin(is_done=True)

    def begin(self, *, is_done: bool) -> None:
        """A round begins."""
        self.is_done = is_done
        self.is_behind = True
        self.is_offered = False
        self.is_doubted = False
        self.doubts: Counter[Alarm] = Counter()
        self.refusals = 0
        self.errands = 0
        self.errand: Errand | None = None
        self.problem = ""
        self.pulled = Pulled()

    def read_anew(self, *, keeps_own: bool = True) -> None:
        """The whole log is asked for."""
        self.is_rebuilding, self.keeps_own = True, keeps_own
        self.pulled = Pulled()
        self.is_behind = True

    def doubt(self, alarms: Mapping[Alarm, int]) -> None:
        """No honest endpoint shows this: the whole log is asked for, once in a round."""
        if not self.is_doubted:
            self.is_doubted, self.doubts = True, Counter(alarms)
            self.read_anew()

    def was_read(self) -> None:
        """The whole log is kept."""
        self.is_rebuilding = self.is_offered = False
        self.pulled, self.doubts = Pulled(), Counter()

    def offered_again(self) -> None:
        """The endpoint was given what it had lost; now its log is read from the beginning."""
        self.errand, self.is_offered = None, True
        self.read_anew()

    def go_on(self) -> None:
        """Something new stands in the log, and is read."""
        self.errand, self.is_behind = None, True

    def stop(self, problem: str) -> None:
        """Nothing more is asked in this round."""
        self.problem = problem
        self.is_done = True
        self.errand = None
