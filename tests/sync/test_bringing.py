"""A pupil who began alone joins a mentor, and the planner that was there comes along."""

from dataclasses import replace

import pytest

from services.planner.errors import FirstbellError, InputRejected
from services.planner.words import Role
from services.sync.bringing import bring, found_brought, take_in
from services.sync.circle import Circle
from services.sync.client import EndpointClient
from services.sync.epoch_keys import About, CircleKind
from services.sync.hello import Welcome
from services.sync.pairing import Inviter, Joiner
from services.sync.roster_wish import Device
from services.sync.round import Rounds
from services.vault.kept_circles import KeptCircles
from services.vault.settling import Replacement
from tests.sync.shared_house import ORIGIN, Phone, SharedHouse
from tests.sync.test_membership import heard, rounds, says, says_who

STAMP = "0199a0000000000000000001"


def client_of(one: Phone) -> EndpointClient:
    return one.sharing.client(ORIGIN, one.vault.device)


async def alone(house: SharedHouse) -> tuple[Phone, Phone]:
    """A mentor whom the endpoint knows, with no planner; and a pupil with one, whom it does not know."""
    mentor = house.device(Role.MENTOR, 1, has_page=True)
    await mentor.begins("caseload")
    await mentor.inviting(mentor.vault.journals()[0]).spend_grant(await house.grant())
    pupil = house.device(Role.PUPIL, 2)
    await pupil.begins()
    await says_who(pupil, "p")
    await says(pupil, "before")
    return mentor, pupil


def public(one: Phone) -> Device:
    keys = one.vault.device
    return Device(keys.sign.public, keys.kem.public)


def about_of(one: Phone) -> About:
    return About(CircleKind.SHARED, bytes.fromhex(one.journal.planner_id))


def _changed(raw: bytes) -> bytes:
    return raw[:-1] + bytes([raw[-1] ^ 1])


def test_the_planner_comes_along_in_the_hello(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, pupil = await alone(house)
            base = {"day:2026-09-13 day": {"bed": ["out of a backup", STAMP]}}
            await pupil.journal.settle(lambda _: Replacement(base=base))
            inviter = Inviter(mentor.home.crypto, client_of(mentor), mentor.vault.device, house.clock)
            joiner = Joiner(pupil.home.crypto, client_of(pupil), pupil.vault.device)
            invitation = await inviter.open(Role.PUPIL)
            offer = await joiner.offer(invitation.link)
            bringing = await bring(
                pupil.home.crypto,
                pupil.vault.device,
                Role.PUPIL,
                about_of(pupil),
                (offer.says.device, Role.MENTOR),
                house.clock(),
            )
            asked = await joiner.ask(offer, (bringing.brought,))
            assert pupil.sharing.kept(pupil.journal) is None, "nothing is kept before the proof holds"
            invitation = await inviter.look(invitation)
            assert invitation.claim is not None
            (brought,) = invitation.claim.brings
            welcomed = await take_in(
                mentor.home.crypto, mentor.vault.device, Role.MENTOR, client_of(mentor), brought
            )
            journal = await mentor.vault.add_planner("shared", Role.MENTOR, welcomed.planner.hex())
            await mentor.sharing.join(journal, welcomed)
            await inviter.approve(invitation, Welcome((welcomed,)))
            welcome = await joiner.look(asked)
            assert welcome is not None
            assert welcome.circles == (welcomed,)
            store = await found_brought(
                pupil.home.crypto, KeptCircles(pupil.vault), pupil.journal, bringing, ORIGIN
            )
            assert heard(pupil) == "before"
            await Rounds(client_of(pupil)).run([Circle(store, house.clock)])
            await pupil.restarts()
            await rounds(mentor, pupil)
            assert heard(mentor) == "before"
            assert journal.kept().base.keys() == pupil.journal.kept().base.keys()
            assert "day:2026-09-13 day" in journal.kept().base
            circle = await mentor.sharing.circle(journal)
            assert circle is not None
            assert circle.is_steward
            assert not circle.health().is_amber

    run(story())


def test_what_is_brought_must_hold_and_have_this_device_in_it(run) -> None:
    async def story() -> None:
        async with SharedHouse().open() as house:
            mentor, pupil = await alone(house)
            crypto, client = mentor.home.crypto, client_of(mentor)
            stranger = house.device(Role.PARENT, 9)
            await stranger.begins()
            good, other = [
                (
                    await bring(
                        pupil.home.crypto,
                        pupil.vault.device,
                        Role.PUPIL,
                        about_of(pupil),
                        (public(one), Role.MENTOR),
                        house.clock(),
                    )
                ).brought
                for one in (mentor, stranger)
            ]
            bad = [
                other,
                replace(good, kind=CircleKind.HOME),
                replace(good, rosters=good.rosters[:1]),
                replace(good, rosters=good.rosters[::-1]),
                replace(good, rosters=(good.rosters[0], other.rosters[1])),
                replace(good, rosters=(_changed(good.rosters[0]), good.rosters[1])),
            ]
            for one in bad:
                with pytest.raises(FirstbellError):
                    await take_in(crypto, mentor.vault.device, Role.MENTOR, client, one)
            with pytest.raises(InputRejected):
                await take_in(crypto, mentor.vault.device, Role.PARENT, client, good)
            await take_in(crypto, mentor.vault.device, Role.MENTOR, client, good)

    run(story())
