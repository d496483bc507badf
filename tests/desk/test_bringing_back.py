"""A backup where nobody lives yet: seen at a glance, and brought back behind a lock, all or nothing."""

from datetime import date

import pytest

from services.crypto.recovery_card import RecoveryCard
from services.desk.answers import NewLock
from services.desk.bringing_back import bring_back_anew
from services.desk.glance import Glance, glances_at_backup, glances_at_vault
from services.desk.pupil import PupilDesk
from services.planner.errors import InputRejected, StorageFull, StorageUnavailable, WrongPin
from services.planner.words import Outcome, Role
from services.vault.backup import Backup
from services.vault.copies import Copies
from services.vault.keystore_memory import MemoryKeystore
from services.vault.store_memory import MemoryStore
from services.vault.vault import Vault
from services.vault.vault_state import Absent, LockKind
from tests.desk.room import MONDAY, NOW_MS, Room, counting, empty_room, room
from tests.views.lock.quick_crypto import QuickCrypto

WORDS = "four otters under the bridge"


NO_LOCK = NewLock(LockKind.NONE)


class Phone:
    """A device on which nothing has been set up."""

    def __init__(self) -> None:
        self.store, self.keystore = MemoryStore(), MemoryKeystore(QuickCrypto().random)
        self.vault = self.fresh_vault()

    def fresh_vault(self) -> Vault:
        return Vault(self.store, self.keystore, QuickCrypto(), lambda: NOW_MS)

    def copies(self) -> Copies:
        return Copies(self.vault, self.store, QuickCrypto(), lambda: NOW_MS)

    async def bring_back(self, backup: Backup, lock: NewLock = NO_LOCK) -> RecoveryCard | None:
        return await bring_back_anew(self.vault, self.copies(), backup, lock, has_key_store=False)


async def backup_of(made: Room) -> Backup:
    copies = Copies(made.vault, made.store, QuickCrypto(), lambda: NOW_MS)
    return await copies.read(await copies.make(WORDS), WORDS)


async def ticked_room() -> Room:
    made = await room()
    await made.desk.set_outcome(MONDAY, made.step("dressed"), Outcome.DONE)
    return made


def test_a_backup_shows_whose_it_is_and_how_much_is_in_it(run) -> None:
    async def story() -> None:
        made = await ticked_room()
        await made.desk.add_target("Up by my time", "alarm_clock", "", (), None, None)
        (glance,) = glances_at_backup(await backup_of(made))
        steps = sum(len(routine.steps) for routine in made.desk.planner.routines)
        assert glance == Glance("shared", Role.PUPIL, "Sam", "fox", 2, steps, 1, 1, date(2026, 9, 14))
        assert glances_at_vault(made.vault) == (glance,)
        made.vault.lock()
        assert glances_at_vault(made.vault) == ()

    run(story())


def test_a_planner_that_others_share_says_so(run) -> None:
    async def story() -> None:
        backup = await backup_of(await room())
        (tables,) = backup.planners
        base = {"r9 routine": {"_new": ["routine", "019943f1a2c0000000000001"]}}
        shared = Backup(backup.device_hex, backup.made_ms, ({**tables, "base": base},))
        assert [each.is_shared for each in glances_at_backup(shared)] == [True]
        assert [each.is_shared for each in glances_at_backup(backup)] == [False]

    run(story())


def test_on_a_new_phone_the_pupil_sits_at_their_desk_again(run) -> None:
    async def story() -> None:
        made = await ticked_room()
        phone = Phone()
        lock = NewLock(LockKind.PIN, "4938", with_card=True)
        card = await phone.bring_back(await backup_of(made), lock)
        assert card is not None
        (journal,) = phone.vault.journals()
        desk = PupilDesk(journal, Role.PUPIL, phone.vault.device_hex, counting(), lambda: NOW_MS)
        assert desk.planner.me == made.desk.planner.me
        assert desk.planner.day_by_date == made.desk.planner.day_by_date
        await desk.set_outcome(MONDAY, made.step("teeth"), Outcome.DONE)
        await desk.set_person("Sammy", "otter", None)
        await phone.vault.close()
        phone.vault = phone.fresh_vault()
        with pytest.raises(WrongPin):
            await phone.vault.open_("1111")
        await phone.vault.open_with_card(card.printed())
        assert glances_at_vault(phone.vault)[0].name == "Sammy"

    run(story())


@pytest.mark.parametrize("nth", range(1, 14))
def test_where_the_disk_says_no_there_is_no_vault_as_before(run, nth: int) -> None:
    async def story() -> None:
        backup = await backup_of(await ticked_room())
        phone = Phone()
        phone.store.fail_at(nth)
        try:
            await phone.bring_back(backup)
        except (StorageFull, StorageUnavailable):
            phone.vault = phone.fresh_vault()
            assert isinstance(await phone.vault.look(), Absent)
            await phone.bring_back(backup)
        assert glances_at_vault(phone.vault)[0].days == 1

    run(story())


def test_a_set_up_that_was_cut_off_makes_room(run) -> None:
    async def story() -> None:
        phone = Phone()
        await phone.vault.create(LockKind.NONE)
        backup = await backup_of(await ticked_room())
        await phone.bring_back(backup)
        assert glances_at_vault(phone.vault)[0].name == "Sam"

    run(story())


def test_where_a_planner_lives_it_is_not_touched(run) -> None:
    async def story() -> None:
        made = await ticked_room()
        backup = await backup_of(made)
        copies = Copies(made.vault, made.store, QuickCrypto(), lambda: NOW_MS)
        contents = dict(made.store.content_by_name)
        with pytest.raises(InputRejected):
            await bring_back_anew(made.vault, copies, backup, NO_LOCK, has_key_store=False)
        assert made.store.content_by_name == contents

    run(story())


def test_a_mentors_planners_come_back_behind_a_lock_where_the_system_keeps_no_secret(run) -> None:
    async def story() -> None:
        made = await empty_room(Role.MENTOR)
        phone = Phone()
        with pytest.raises(InputRejected, match="a mentor needs one here"):
            await phone.bring_back(await backup_of(made))
        assert isinstance(await phone.vault.look(), Absent)
        await phone.bring_back(await backup_of(made), NewLock(LockKind.PIN, "493817"))
        assert phone.vault.journals()[0].role is Role.MENTOR

    run(story())
