"""What people were told, and what the log took: kept beside the world, to be held against it.

A value is written once in a world, so that it can be found again wherever it goes. `said` are the writes that
an app acknowledged; `taken` are the edits that are in the log, read by somebody who has every key;
`ever_taken` those too that a restore of the endpoint has taken out of it, and `held` says who had read them
then. `doubled` waited on a phone when it was copied, and may come twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from services.planner.canonical import Value
from services.planner.edit import Edit
from services.planner.stamp import Stamp


class Place(NamedTuple):
    """One field in one circle."""

    circle: str
    record: str
    type: str
    field: str


@dataclass
class Said:
    """One write. `over` is the value that the person saw and replaced.

    Not `is_sure`: the app ended before it could say whether it is kept. `is_excused`: it may be lost.
    """

    place: Place
    value: Value
    over: Value
    phone: str
    is_sure: bool = True
    is_excused: bool = False


@dataclass
class Ledger:
    """Everything that was said and taken in one world."""

    said: dict[Place, list[Said]] = field(default_factory=dict)
    taken: dict[Place, dict[str, list[Stamp]]] = field(default_factory=dict)
    ever_taken: dict[Place, dict[str, list[Stamp]]] = field(default_factory=dict)
    doubled: set[tuple[Place, str]] = field(default_factory=set)
    held: dict[tuple[Place, str], set[str]] = field(default_factory=dict)
    excused: set[tuple[str, str | None]] = field(default_factory=set)
    written: int = 0

    def fresh_value(self) -> str:
        """A value that nobody has written."""
        self.written += 1
        return f"canary {self.written}"

    def say(self, said: Said) -> None:
        """Somebody has written this."""
        self.said.setdefault(said.place, []).append(said)

    def take(self, circle: str, edits: Iterable[Edit]) -> None:
        """The log has taken these."""
        for edit in edits:
            place = Place(circle, edit.record, edit.type, edit.field)
            for taken in (self.taken, self.ever_taken):
                taken.setdefault(place, {}).setdefault(str(edit.value), []).append(edit.stamp)

    def hold(self, circle: str, edits: Iterable[Edit], names: Iterable[str]) -> None:
        """These phones have read these edits."""
        for edit in edits:
            place = Place(circle, edit.record, edit.type, edit.field)
            self.held.setdefault((place, str(edit.value)), set()).update(names)

    def must_be_left(self, place: Place, value: str) -> bool:
        """Whether a value that was in the log once may not be gone with a phone."""
        said = [one for one in self.said.get(place, ()) if str(one.value) == value]
        holders = {
            name
            for name in self.held.get((place, value), ())
            if not {(name, None), (name, place.circle)} & self.excused
        }
        return self.is_taken(place, value) or bool(holders) or any(not one.is_excused for one in said)

    def is_taken(self, place: Place, value: Value) -> bool:
        """Whether the log has this value."""
        return str(value) in self.taken.get(place, {})

    def was_taken(self, place: Place, value: Value) -> bool:
        """Whether the log ever had it."""
        return str(value) in self.ever_taken.get(place, {})

    def was_overtaken(self, place: Place, value: Value, by: Stamp | None) -> bool:
        """Whether the log once had this value, with no stamp greater than the one that shows now.

        The same stamp is the same edit, which a snapshot has kept; or one of a double, who stamps alike.
        """
        stamps = self.ever_taken.get(place, {}).get(str(value))
        return bool(stamps) and by is not None and max(stamps or ()) <= by

    def excuse(self, phone: str, circle: str | None = None) -> None:
        """Whatever this phone still had to say may be lost: it was removed, or is gone."""
        self.excused.add((phone, circle))
        for said in self._all():
            if said.phone == phone and circle in (None, said.place.circle):
                said.is_excused = True

    def double(self, phone: str) -> None:
        """This phone was copied: what it has not brought into the log yet, its double may bring too."""
        for said in self._all():
            if said.phone == phone and not self.is_taken(said.place, said.value):
                self.doubled.add((said.place, str(said.value)))

    def last_words(self, phone: str) -> list[tuple[Said, ...]]:
        """For each field what this phone said last, where it must hold: one of these, mostly the only one."""
        last: dict[Place, tuple[Said, ...]] = {}
        for said in self._all():
            if said.phone == phone:
                last[said.place] = (said,) if said.is_sure else (*last.get(said.place, ()), said)
        return [many for many in last.values() if any(one.is_sure and not one.is_excused for one in many)]

    def counting(self, place: Place) -> list[Said]:
        """What was said of this field and not lost with a phone."""
        return [
            said
            for said in self.said.get(place, ())
            if self.is_taken(place, said.value) or (said.is_sure and not said.is_excused)
        ]

    def replaced(self, place: Place) -> set[str]:
        """Values that somebody saw, and replaced by one that counts."""
        return {str(said.over) for said in self.counting(place) if said.over is not None}

    def _all(self) -> list[Said]:
        return [said for written in self.said.values() for said in written]
