"""Who holds the key of a circle can read it, and nobody else: every kind of ticket, and what it brings."""

import pytest

from services.planner.edit import NEW, Change
from services.planner.ids import RecordId
from services.planner.words import Role
from services.sync.pairing_port import Guest
from services.sync.sharing import Sharing
from services.vault.journal import Journal
from tests.sync.shared_house import ORIGIN, Phone, SharedHouse, lets_in

CANARY = "Zanzibar marmalade"
RECORD = {"private": ("n1", "note"), "home": ("l1", "lift"), "staff": ("m1", "meeting")}


async def begins(house: SharedHouse, role: Role, *kinds: str) -> Phone:
    """A device with a planner, and circles of these kinds beside it, each with a word in it."""
    phone = house.device(role, seed=1)
    await phone.begins()
    await phone.makes_routine()
    for kind in kinds:
        journal = await phone.vault.add_planner(kind, role, phone.journal.planner_id)
        record, type_ = RECORD[kind]
        said = {NEW: type_, "words": CANARY}
        await journal.write([Change(RecordId(record), type_, *one) for one in said.items()])
    await phone.inviting().spend_grant(await house.grant(), ORIGIN)
    return phone


async def joined(house: SharedHouse, inviter: Phone, guest: Guest, role: Role, seed: int) -> Phone:
    """Somebody whom a ticket of this kind has let in, after a round of both."""
    phone = house.device(role, seed=seed)
    await lets_in(inviter.inviting(), guest, phone)
    await inviter.sharing.round()
    await phone.sharing.round()
    return phone


def kinds(phone: Phone) -> set[str]:
    return {journal.kind for journal in phone.vault.journals()}


def words(journal: Journal) -> str:
    return repr([dict(part) for part in (journal.kept().base, journal.kept().outbox, journal.kept().meta)])


def knows(phone: Phone) -> bool:
    """Whether the word stands anywhere on this device, opened with every key that it has."""
    return any(CANARY in words(journal) for journal in phone.vault.journals())


async def ids(sharing: Sharing, kind: str) -> set[bytes]:
    found = [await sharing.circle(one) for one in sharing.journals() if one.kind == kind]
    return {circle.id for circle in found if circle is not None}


@pytest.mark.parametrize(
    ("kind", "inviter", "guest", "role", "reads"),
    [
        ("private", Role.PUPIL, Guest.MINE, Role.PUPIL, True),
        ("private", Role.PUPIL, Guest.PARENT, Role.PARENT, False),
        ("private", Role.PUPIL, Guest.MENTOR, Role.MENTOR, False),
        ("home", Role.PUPIL, Guest.MINE, Role.PUPIL, True),
        ("home", Role.PUPIL, Guest.PARENT, Role.PARENT, True),
        ("home", Role.PUPIL, Guest.MENTOR, Role.MENTOR, False),
        ("home", Role.PARENT, Guest.PUPIL, Role.PUPIL, True),
        ("home", Role.PARENT, Guest.MINE, Role.PARENT, True),
        ("home", Role.PARENT, Guest.MENTOR, Role.MENTOR, False),
        ("staff", Role.MENTOR, Guest.MENTOR, Role.MENTOR, True),
        ("staff", Role.MENTOR, Guest.MINE, Role.MENTOR, True),
        ("staff", Role.MENTOR, Guest.PUPIL, Role.PUPIL, False),
        ("staff", Role.MENTOR, Guest.PARENT, Role.PARENT, False),
    ],
)
def test_one_ticket_brings_the_circles_that_the_guest_may_read_and_no_other(
    run, kind: str, inviter: Role, guest: Guest, role: Role, reads: bool
) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            host = await begins(house, inviter, kind)
            phone = await joined(house, host, guest, role, seed=2)
            assert phone.routines() == {"r1"}
            assert (kind in kinds(phone)) is reads
            assert knows(phone) is reads
            known = await ids(phone.sharing, kind)
            assert known == (await ids(host.sharing, kind) if reads else set())

    run(story())


@pytest.mark.parametrize(
    ("inviter", "guest", "role", "expected"),
    [
        (Role.PUPIL, Guest.MINE, Role.PUPIL, {"shared", "home", "private"}),
        (Role.PUPIL, Guest.PARENT, Role.PARENT, {"shared", "home"}),
        (Role.PUPIL, Guest.MENTOR, Role.MENTOR, {"shared"}),
        (Role.PARENT, Guest.PUPIL, Role.PUPIL, {"shared", "home"}),
        (Role.PARENT, Guest.PARENT, Role.PARENT, {"shared", "home"}),
        (Role.MENTOR, Guest.PUPIL, Role.PUPIL, {"shared"}),
        (Role.MENTOR, Guest.MENTOR, Role.MENTOR, {"shared", "staff"}),
    ],
)
def test_a_ticket_begins_the_circles_that_it_carries(
    run, inviter: Role, guest: Guest, role: Role, expected: set[str]
) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            phone = await joined(house, await begins(house, inviter), guest, role, seed=2)
            assert kinds(phone) == expected

    run(story())


def test_an_endpoint_that_keeps_no_more_circles_still_lets_people_into_the_planner(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            house.office.settings = house.office.settings.model_copy(update={"hosted_each_device": 0})
            mentor = await begins(house, Role.MENTOR)
            parent = await joined(house, mentor, Guest.PARENT, Role.PARENT, seed=2)
            second = await joined(house, parent, Guest.MINE, Role.PARENT, seed=3)
            assert kinds(second) == {"shared"}
            assert second.routines() == {"r1"}

    run(story())


def test_who_was_let_in_lets_nobody_into_what_they_are_not_in_themselves(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            pupil = await begins(house, Role.PUPIL, "private", "home")
            mentor = await joined(house, pupil, Guest.MENTOR, Role.MENTOR, seed=2)
            parent = await joined(house, mentor, Guest.PARENT, Role.PARENT, seed=3)
            assert kinds(mentor) == kinds(parent) == {"shared"}
            assert not any(map(knows, (mentor, parent)))

    run(story())


def test_a_mentors_second_tablet_has_the_whole_caseload_by_one_ticket(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor = await begins(house, Role.MENTOR, "staff")
            caseload = await mentor.vault.add_planner("caseload", Role.MENTOR)
            for number in range(20):
                pupil = await mentor.vault.add_planner("shared", Role.MENTOR)
                said = {NEW: "case", "name": f"Pupil {number}", "planner": pupil.planner_id}
                record = RecordId(f"case{number}")
                await caseload.write([Change(record, "case", *one) for one in said.items()])
            tablet = await joined(house, mentor, Guest.MINE, Role.MENTOR, seed=2)
            there = [journal.kind for journal in tablet.vault.journals()]
            assert sorted(there) == sorted(["caseload", *["staff"] * 21, *["shared"] * 21])
            assert knows(tablet)

    run(story())
