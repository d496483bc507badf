"""A circle to play with: devices with the same keys in every run, a log, and ways to make entries."""

from dataclasses import dataclass, field
from typing import Any

from services.crypto import hpke
from services.crypto.device_keys import DeviceKeys, new_device_keys
from services.crypto.native import NativeCrypto
from services.planner.edit import Edit
from services.planner.ids import RecordId
from services.planner.stamp import Stamp, make
from services.planner.words import Role
from services.sync.content import Content, Snap
from services.sync.entry import Entry, Frame, Kind, seal_entry
from services.sync.epoch_keys import About, CircleKeys, CircleKind
from services.sync.log import Accepted, LogState, Verdict, begin_log, judge
from services.sync.roster_wish import NOBODY, Device, MadeRoster, RosterWish, first_roster, next_roster
from tests.crypto.finish import finish
from tests.crypto.samples import CountedRandom

NOW_MS = 1_789_372_801_123
ABOUT = About(CircleKind.SHARED, bytes(range(16)))


class CountedCrypto(NativeCrypto):
    """Every random byte from one counted source, also those of HPKE."""

    def __init__(self, seed: str = "Firstbell sync 1") -> None:
        super().__init__(CountedRandom(seed))

    async def hpke_seal(self, public: bytes, info: bytes, plaintext: bytes) -> bytes:
        return await hpke.hpke_seal(self, public, info, plaintext)


def device_of(seed: str) -> DeviceKeys:
    """A device that is the same in every run."""
    return finish(new_device_keys(CountedCrypto(f"device {seed}")))


PUPIL, PARENT, MENTOR, TABLET, STRANGER = map(device_of, ("pupil", "parent", "mentor", "tablet", "stranger"))


def public(device: DeviceKeys) -> Device:
    """What a device shows of itself."""
    return Device(device.sign.public, device.kem.public)


def edit_by(
    device: DeviceKeys,
    value: Any = "done",
    field: str = "bed",
    ms: int = NOW_MS - 1,
    record: str = "day:2026-09-14",
) -> Edit:
    """One edit of this device."""
    return Edit(RecordId(record), "day", field, value, make(ms, 0, device.id.hex()))


def tick(device: DeviceKeys) -> Edit:
    """The one tick that the specification measures."""
    stamp = Stamp("019943f1a2c00000" + device.id[:4].hex())
    return Edit(RecordId("day:2026-09-14"), "day", "t.brush", ["done", "p7Qk"], stamp)


@dataclass
class Circle:
    """One log and everybody's keys to it, growing by what its rules accept."""

    crypto: NativeCrypto
    state: LogState
    keys: CircleKeys
    log: list[Entry] = field(default_factory=list)

    def frame(self, device: DeviceKeys, kind: Kind = Kind.EDITS, **other: Any) -> Frame:
        """The frame of this device's next entry."""
        last = self.state.lasts.get(device.id, NOBODY)
        chain = self.state.chain
        usual = Frame(kind, chain.circle, device.id, last.n + 1, chain.epoch, NOW_MS, last.hash, chain.hash)
        return usual._replace(**other)

    def edits(self, device: DeviceKeys, *edits: Edit, **other: Any) -> Entry:
        """This device's next entry, sealed and signed, not yet in the log."""
        return self.sealed(device, Content(edits or (edit_by(device),)), self.frame(device, **other))

    def part(self, device: DeviceKeys, snap: Snap, *edits: Edit, **other: Any) -> Entry:
        """A part of a snapshot by this device."""
        frame = self.frame(device, Kind.SNAPSHOT, is_last_part=snap.part == snap.of)._replace(**other)
        return self.sealed(device, Content(edits, snap), frame)

    def sealed(self, device: DeviceKeys, content: Content, frame: Frame) -> Entry:
        return finish(seal_entry(self.crypto, device, frame, self.keys.current, content.to_text()))

    def roster(self, device: DeviceKeys, wish: RosterWish, n: int | None = None) -> MadeRoster:
        """The next roster by this device, not yet in the log."""
        last = self.state.lasts.get(device.id, NOBODY)
        return finish(
            next_roster(self.crypto, device, self.state.chain, self.keys, wish, last, n or last.n + 1, NOW_MS)
        )

    def judged(self, entry: Entry) -> Verdict:
        """What the log's rules say of an entry now."""
        return judge(self.state, entry, NOW_MS, {stands.hash: seq for seq, stands in enumerate(self.log, 1)})

    def put(self, entry: Entry) -> Entry:
        """Puts an entry into the log; it must be accepted."""
        verdict = self.judged(entry)
        assert isinstance(verdict, Accepted), verdict
        self.state = verdict.state
        self.log.append(entry)
        return entry

    def change(self, device: DeviceKeys, **wish: Any) -> Entry:
        """Puts the next roster into the log."""
        made = self.roster(device, RosterWish(**wish))
        self.keys = made.keys
        return self.put(made.entry)


def founded(
    founder: DeviceKeys = PUPIL,
    role: Role = Role.PUPIL,
    about: About = ABOUT,
    card: Device | None = None,
    seed: str = "Firstbell sync 1",
) -> Circle:
    """A circle with its founder alone."""
    crypto = CountedCrypto(seed)
    made = finish(first_roster(crypto, founder, role, about, NOW_MS, card))
    return Circle(crypto, begin_log(made.entry), made.keys, [made.entry])


def family() -> Circle:
    """Pupil, parent and mentor, who is the steward."""
    circle = founded()
    circle.change(PUPIL, add=((public(PARENT), Role.PARENT),))
    circle.change(PARENT, add=((public(MENTOR), Role.MENTOR),))
    return circle
