"""A made-up caseload of six to look around with, each with four weeks; in memory, gone with the tab."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from services.crypto.port import Crypto
from services.desk.caseload import Caseload
from services.desk.changes import made
from services.desk.made_up import made_up_vault, tell_story
from services.desk.made_up_story import Plot
from services.desk.made_up_words import MadeUpWords
from services.desk.mentor import MentorDesk
from services.planner.canonical import Value
from services.planner.edit import Change
from services.planner.planner_day import planner_day
from services.planner.tally import tally
from services.planner.words import AgeBand, Phase, Role

Random = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class MadeUpCase:
    """A pupil's plot, and what the mentor keeps. Shape: `unseen` others' numbers are new."""

    plot: Plot
    phase: Phase
    meeting_in_days: int
    meeting_at: str
    unseen: int = 0


CASES = (
    MadeUpCase(Plot(), Phase.CHANGE, 0, "11:00"),
    MadeUpCase(
        Plot("dragon", AgeBand.FROM_12_TO_14, ("backpack",), shift=1, review_in_days=-1),
        Phase.CAUSES,
        3,
        "09:30",
    ),
    MadeUpCase(
        Plot("hedgehog", AgeBand.FROM_5_TO_7, ("alarm_clock",), shift=2, ill=(1, 0), quiet=(2, 3)),
        Phase.TRUST,
        1,
        "10:15",
    ),
    MadeUpCase(
        Plot("rabbit", AgeBand.FROM_8_TO_11, ("gate",), shift=3, ill=(20,)),
        Phase.CHANGE,
        6,
        "14:00",
        unseen=2,
    ),
    MadeUpCase(
        Plot("rocket", AgeBand.FROM_12_TO_14, ("card",), shift=4, ill=(), quiet=(1, 2, 3, 8, 9)),
        Phase.TRUST,
        2,
        "13:15",
    ),
    MadeUpCase(Plot("cat", AgeBand.FROM_15_TO_16, ("bed",), shift=5, ill=()), Phase.ENDING, 8, "15:45"),
)


async def made_up_caseload(
    crypto: Crypto, random: Random, now_ms: Callable[[], int], zone: str, words: MadeUpWords
) -> Caseload:
    """Six pupils who do not exist. Nothing of them is kept."""
    vault = await made_up_vault(crypto, random, now_ms)
    desks: list[MentorDesk] = []
    cases: list[Change] = []
    for case, about in zip(CASES, (words.pupil, *words.others), strict=True):
        journal = await tell_story(vault, Role.MENTOR, random, now_ms, zone, words, about, case.plot)
        desk = MentorDesk(journal, Role.MENTOR, vault.device_hex, random, now_ms)
        desks.append(desk)
        cases += _kept(desk, case, planner_day(now_ms(), zone))
    journal = await vault.add_planner("caseload", Role.MENTOR)
    await journal.write(cases)
    return Caseload(tuple(desks), journal)


def _kept(desk: MentorDesk, case: MadeUpCase, today: date) -> Iterator[Change]:
    now = tally(desk.planner)
    is_paused_now = 0 in case.plot.ill
    seen = replace(now, numbers=now.numbers - case.unseen, pauses=now.pauses - is_paused_now)
    fields: dict[str, Value] = {
        "planner": desk.planner_id,
        "phase": case.phase.value,
        "meeting_on": (today + timedelta(days=case.meeting_in_days)).isoformat(),
        "meeting_at": case.meeting_at,
        "seen": seen.to_wire(),
        "seen_on": (today - timedelta(days=1)).isoformat(),
    }
    yield from made(desk.fresh_id(), "case", fields)
