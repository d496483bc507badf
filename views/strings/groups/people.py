"""What is said of the people of a planner: who is in and sees what, the ways out, and how sharing goes."""

from collections.abc import Mapping
from dataclasses import dataclass

from services.sync.concern import Concern
from views.strings.plural import Counted


@dataclass(frozen=True, slots=True)
class SeesWords:
    """The names of what can be seen, under their pictures. Shape: `said` has {name} and {things}."""

    title: str
    routines: str
    days: str
    targets: str
    help: str
    home: str
    private: str
    staff: str
    said: str


@dataclass(frozen=True, slots=True)
class PageWords:
    """Who is in. Shape: `whose`, `open_child` and `take_off` have {name}; `devices` and `with_this` {n}."""

    title: str
    whose: str
    open: str
    open_note: str
    open_child: str
    looking: str
    alone_title: str
    alone_text: str
    unread_title: str
    unread_text: str
    me: str
    nameless: str
    devices: Counted
    only_this: str
    with_this: Counted
    steward: str
    has_left: str
    take_out: str
    take_out_note: str
    take_off: str
    self_add: str
    self_add_note: str
    lost: str
    lost_note: str
    leave: str
    leave_note: str
    health: str
    health_note: str
    known: str
    known_note: str
    sees: SeesWords


@dataclass(frozen=True, slots=True)
class ApartWords:
    """This device reads the planner no more, or not yet. Shape: titles and texts for adults by standing."""

    outside_title: str
    outside_pupil: str
    outside_adult: str
    ask: str
    pupil_title: str
    pupil_text: str
    titles: Mapping[Concern, str]
    texts: Mapping[Concern, str]
    unsent: str
    export: str
    export_note: str
    share_anew: str
    share_anew_note: str
    join_again: str
    join_again_note: str
    take_away: str
    take_away_note: str


@dataclass(frozen=True, slots=True)
class OutWords:
    """Taking out. Shape: `device_of`, `sure_title`, `past`, `from_now`, `done_…` have {name}; `nth` {device}
    and {n}; `lost_sure_title` {device}.
    """

    title: str
    lost_title: str
    hint: str
    lost_hint: str
    nobody_title: str
    nobody_text: str
    device_of: str
    own_device: str
    nth: str
    sure_title: str
    lost_sure_title: str
    from_now: str
    past: str
    with_devices: str
    lost_from_now: str
    lost_past: str
    lost_everywhere: str
    lost_next: str
    do: str
    lost_do: str
    working: str
    done_title: str
    done_text: str
    lost_done_title: str
    lost_done_text: str
    make_ticket: str
    offline: str


@dataclass(frozen=True, slots=True)
class LeaveWords:
    """Leaving, off the device, and making a device ready. Shape: `others` has {n}, `heir` {name}."""

    title: str
    stays_title: str
    stays: str
    goes_title: str
    goes: str
    goes_pupil: str
    others: Counted
    heir_title: str
    heir: str
    do: str
    stay: str
    working: str
    left_title: str
    left_pupil: str
    left_adult: str
    away_title: str
    away_text: str
    away_copy: str
    away_do: str
    away_working: str
    renew_title: str
    renew_text: str
    renew_do: str
    renew_working: str


@dataclass(frozen=True, slots=True)
class ConcernWords:
    """What it is, and what to do."""

    what: str
    to_do: str


@dataclass(frozen=True, slots=True)
class HealthWords:
    """How sharing goes. Shape: `heard` has {day} and {time}, `waits` and `line_…_many` {n}."""

    title: str
    heard: str
    never: str
    waits: Counted
    nothing_waits: str
    well: str
    nobody: str
    concerns: Mapping[Concern, ConcernWords]
    put_away: str
    put_away_note: str
    line_look: str
    line_look_many: Counted
    line_apart: str
    line_outside: str
    line_outside_many: Counted
    look: str


@dataclass(frozen=True, slots=True)
class KnownWords:
    """What the service knows of a device. Shape: `since` `seen` have {day}; `is_in` `leads` {role} {size}."""

    title: str
    intro: str
    asking: str
    since: str
    seen: str
    is_in: str
    leads: str
    nothing_else: str
    save: str
    file_name: str


@dataclass(frozen=True, slots=True)
class PeopleSentences:
    """All of it."""

    page: PageWords
    apart: ApartWords
    out: OutWords
    leave: LeaveWords
    health: HealthWords
    known: KnownWords
