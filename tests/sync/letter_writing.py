"""A tablet that writes letters home, and who is in its circle then."""

from services.planner.words import Role
from services.sync.letters import Letters
from services.sync.pairing_port import Guest, WrittenLetter
from tests.sync.shared_house import ORIGIN, ZONE, Phone, SharedHouse

DAY_MS = 24 * 60 * 60 * 1000


def letters(phone: Phone) -> Letters:
    return Letters(phone.sharing, phone.journal, zone=ZONE)


async def tablet(house: SharedHouse, role: Role = Role.MENTOR) -> Phone:
    """Whoever writes letters, with a planner that they began."""
    phone = house.device(role, 1)
    await phone.begins()
    await phone.makes_routine()
    await phone.inviting().spend_grant(await house.grant(), ORIGIN)
    return phone


async def writes(phone: Phone, guest: Guest = Guest.PARENT) -> tuple[WrittenLetter, str]:
    """A letter, and its name on this device."""
    written = await letters(phone).write(guest)
    return written, letters(phone).letters()[-1].id


async def members_are(phone: Phone, *others: Phone) -> None:
    circle = await phone.sharing.circle(phone.journal)
    assert circle is not None
    assert circle.store.state is not None
    assert set(circle.store.state.chain.roster.members) == {one.vault.device.id for one in others}
