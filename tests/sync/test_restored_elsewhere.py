"""A backup brought back on a new device: nobody in the circle until it is let in, and then a new one."""

from services.planner.words import Role
from services.sync.pairing_port import Guest
from services.vault.copies import Copies
from tests.sync.notes_beside import HOME, PRIVATE, at_home, begins_notes, notes, writes
from tests.sync.shared_house import ORIGIN, Phone, SharedHouse, lets_in
from tests.sync.test_membership import rounds

WORDS = "four otters under the bridge"


def copies(phone: Phone) -> Copies:
    return Copies(phone.vault, phone.home.memory, phone.home.crypto, phone.home.clock)


def test_a_backup_on_a_new_device_pushes_nothing_until_a_ticket_lets_it_in_as_a_new_one(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            parent = house.device(Role.PARENT, 1)
            await parent.begins()
            await parent.inviting().spend_grant(await house.grant(), ORIGIN)
            pupil = house.device(Role.PUPIL, 2)
            await lets_in(parent.inviting(), Guest.PUPIL, pupil)
            await pupil.makes_routine("r1")
            backup = await copies(pupil).make(WORDS)

            phone = house.device(Role.PUPIL, 3)
            await phone.begins()
            await copies(phone).bring_back(await copies(phone).read(backup, WORDS))
            assert phone.routines() == {"r1"}
            assert phone.sharing.kept(phone.journal) is None
            assert phone.vault.device_hex != pupil.vault.device_hex
            await phone.makes_routine("r2")
            phone.weather.is_offline = True  # a round that asked anybody anything would raise
            await phone.sharing.round()
            phone.weather.is_offline = False

            await lets_in(parent.inviting(), Guest.PUPIL, phone)
            await phone.sharing.round()
            await parent.sharing.round()
            await pupil.sharing.round()
            assert [one.kind for one in phone.vault.journals()] == ["shared", "home"]
            for one in (phone, parent, pupil):
                assert one.routines() == {"r1", "r2"}
            readers = parent.sharing.readers(parent.journal)
            assert readers == {one.vault.device_hex for one in (phone, parent, pupil)}

    run(story())


def test_notes_come_back_with_the_copy_and_are_shared_again_by_the_ticket_that_lets_it_in(run) -> None:
    async def story() -> None:
        async with at_home() as (house, mum, sam, dad):
            await writes(sam, HOME, "nan-on-thursday")
            await rounds(sam, mum)
            await begins_notes(sam, PRIVATE, "a-thought")
            backup = await copies(sam).make(WORDS)

            phone = house.device(Role.PUPIL, 9)
            await phone.begins()
            await copies(phone).bring_back(await copies(phone).read(backup, WORDS))
            assert notes(phone, PRIVATE) == {"a-thought"}
            assert notes(phone, HOME) == {"nan-on-thursday"}
            await lets_in(mum.inviting(), Guest.PUPIL, phone)
            await writes(phone, HOME, "swimming-on-friday")
            await rounds(phone, mum, dad)
            assert notes(dad, HOME) == {"nan-on-thursday", "swimming-on-friday"}
            assert notes(phone, PRIVATE) == {"a-thought"}

    run(story())
