"""A made-up pupil to look around with: a real planner in a real vault, in memory, gone with the tab."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from services.crypto.port import Crypto
from services.desk import made_up_story
from services.desk.changes import made, told
from services.desk.made_up_story import Cast, Plot
from services.desk.made_up_words import MadeUpPupil, MadeUpWords
from services.desk.pupil import PupilDesk
from services.planner.canonical import Json, Value
from services.planner.edit import Change
from services.planner.ids import PersonId, TargetId, new_id
from services.planner.order import spread
from services.planner.planner_day import part_now, planner_day
from services.planner.words import ContactKind, Part, Role
from services.vault.journal import Journal
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind

Random = Callable[[int], bytes]
LEAVE_AT_MINUTE = 8 * 60 + 10
GOAL = 8


async def made_up_vault(crypto: Crypto, random: Random, now_ms: Callable[[], int]) -> Vault:
    """A vault of which nothing is kept."""
    vault = Vault(MemoryStore(), MemoryKeystore(random), crypto, now_ms)
    await vault.create(LockKind.NONE)
    return vault


async def made_up_planner(
    role: Role,
    crypto: Crypto,
    random: Random,
    now_ms: Callable[[], int],
    zone: str,
    words: MadeUpWords,
) -> tuple[Vault, Journal]:
    """The planner of a pupil who does not exist, with four weeks behind it, on a device of this role."""
    vault = await made_up_vault(crypto, random, now_ms)
    journal = await tell_story(vault, role, random, now_ms, zone, words, words.pupil, Plot())
    return vault, journal


async def tell_story(
    vault: Vault,
    role: Role,
    random: Random,
    now_ms: Callable[[], int],
    zone: str,
    words: MadeUpWords,
    about: MadeUpPupil,
    plot: Plot,
) -> Journal:
    """One more made-up planner in this vault, in two writes, so that six of them are quick."""
    journal = await vault.add_planner(role=role)
    device_by_role = {**made_up_story.DEVICE_BY_ROLE, role: vault.device_hex}
    desk = PupilDesk(journal, Role.PUPIL, device_by_role[Role.PUPIL], random, now_ms)
    await desk.begin(about.name, plot.picture, plot.age_band, zone, tuple(Part), LEAVE_AT_MINUTE)
    assert desk.planner.me is not None
    cast = Cast(desk.planner.me.id, PersonId(new_id(random)), PersonId(new_id(random)))
    today, now = planner_day(now_ms(), desk.zone), part_now(now_ms(), desk.zone)
    targets = [TargetId(new_id(random)) for _ in about.targets]
    # Past the desk: two of the three voices are those of adults, whose desks are not here.
    await journal.write(
        [
            *_named_people(desk, words, about),
            *_every_day(desk),
            *_targets(targets, about, plot, today),
            *made_up_story.adults(cast, about.carer_name, words.mentor_name, device_by_role),
            *made_up_story.days(cast, made_up_story.daily(desk.planner.routines), today, now, plot),
            *made_up_story.ratings(cast, targets, about.targets, today, plot),
        ]
    )
    desk.close()
    return journal


def _every_day(desk: PupilDesk) -> Iterator[Change]:
    """Whoever looks around on a Saturday sees a day."""
    for routine in desk.planner.routines:
        yield from told(routine.id, "routine", {"days": list(range(7))})


def _named_people(desk: PupilDesk, words: MadeUpWords, about: MadeUpPupil) -> Iterator[Change]:
    names = {ContactKind.KEY_ADULT: words.key_adult_name, ContactKind.FAMILY: about.carer_name}
    for contact in desk.planner.contacts:
        if contact.kind in names:
            yield from told(contact.id, "contact", {"name": names[contact.kind]})


def _targets(ids: Sequence[TargetId], about: MadeUpPupil, plot: Plot, today: date) -> Iterator[Change]:
    review_on = today + timedelta(days=plot.review_in_days)
    for target, one, picture, order in zip(ids, about.targets, plot.pictures, spread(len(ids)), strict=True):
        helpers: list[Json] = list(one.helpers)
        fields: dict[str, Value] = {
            "words": one.words,
            "picture": picture,
            "next_step": one.next_step,
            "helpers": helpers,
            "review_on": review_on.isoformat(),
            "goal": GOAL,
            "order": order,
        }
        yield from made(target, "target", fields)
