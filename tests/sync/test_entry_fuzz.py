"""Broken entries and rosters: refused by our own answers, also where somebody who may sign has signed them.

as they come   nothing but the original is taken
signed anew    an entry with another frame opens nothing; a roster is taken only as its rules say
sealed anew    what a member sealed is taken only if it says exactly what it is read as
"""

import asyncio
from collections.abc import Callable, Iterator
from random import Random

from services.crypto.device_keys import DeviceKeys
from services.planner.errors import FirstbellError, InputRejected
from services.planner.words import Role
from services.sync.chain import Chain, follow, signer_key
from services.sync.content import Content, Snap, read_content
from services.sync.entry import Entry, Kind, open_entry, read_entry, seal_entry, sign_roster, verify_entry
from services.sync.log import judge
from services.sync.roster import read_roster
from services.sync.roster_wish import RosterWish
from tests.sync.circle import MENTOR, NOW_MS, PARENT, PUPIL, TABLET, edit_by, family, public, tick
from tests.sync.mutants import IN_JSON, mutants, seed_of, so_many

FAMILY = family()
CRYPTO, CHAIN = FAMILY.crypto, FAMILY.state.chain
KEY = FAMILY.keys.current
SIGNATURE_BYTES = 64
BODY_AT = 140
EDITS = Content((tick(PUPIL), edit_by(PUPIL, {"a": [1, None, True]}, "t.x"), edit_by(PUPIL, True, "_del")))
SNAP = Snap(3, 1, 1, {PUPIL.id: FAMILY.state.lasts[PUPIL.id]})
NEXT = [
    FAMILY.roster(MENTOR, RosterWish(remove=frozenset({PARENT.id}))).entry,
    FAMILY.roster(MENTOR, RosterWish(expires="2027-07-31")).entry,
    FAMILY.roster(PARENT, RosterWish(add=((public(TABLET), Role.PARENT),))).entry,
]
ENTRIES = [FAMILY.sealed(PUPIL, EDITS, FAMILY.frame(PUPIL)), FAMILY.part(MENTOR, SNAP, edit_by(PUPIL)), *NEXT]
RAWS = [entry.raw for entry in ENTRIES]
IN_BYTES = [b"", bytes(16), b"\xff" * 8, PUPIL.id, MENTOR.id, CHAIN.circle, CHAIN.hash, b"\1\1\0\0"]
ROSTER_WORDS = [
    *IN_JSON,
    b'"steward":true',
    b'"role":"mentor"',
    b'"epoch":1',
    b'"self_add":false',
    b'"back":',
]
EDIT_WORDS = [*IN_JSON, b'"snap":', b'"edits":[]', b'"_new"', b"=cmd|'/c'!A1", b"<script>", b"f" * 24]


async def taken(raw: bytes) -> Content | Chain:
    """All that a device does with bytes that somebody gave it."""
    entry = read_entry(raw)
    judge(FAMILY.state, entry, NOW_MS)
    await verify_entry(CRYPTO, entry, signer_key(CHAIN, entry))
    if entry.frame.kind is Kind.ROSTER:
        return follow(CHAIN, entry)
    return read_content(entry, await open_entry(CRYPTO, entry, KEY))


async def outcomes(raws: Iterator[bytes]) -> list[tuple[bytes, Content | Chain]]:
    """What of these is taken."""
    found = []
    for raw in raws:
        try:
            found.append((raw, await taken(raw)))
        except FirstbellError:
            continue
    return found


@so_many
def test_i9_no_broken_entry_is_taken(number: int) -> None:
    for raw, _ in asyncio.run(outcomes(mutants(RAWS, IN_BYTES, number, seed_of(number)))):
        assert raw in RAWS


@so_many
def test_i9_a_member_who_signs_a_broken_entry_has_signed_nothing_that_opens(number: int) -> None:
    async def signed(raw: bytes) -> bytes:
        signer = {device.id: device for device in (PUPIL, PARENT, MENTOR)}.get(raw[20:36], MENTOR)
        unsigned = raw[:20] + signer.id + raw[36:]
        return unsigned + await CRYPTO.ed25519_sign(signer.sign.seed, b"fb1 sig entry\0" + unsigned)

    async def story() -> None:
        sealed = [raw[:-SIGNATURE_BYTES] for raw in RAWS if raw[1] != Kind.ROSTER]
        for raw in mutants(sealed, IN_BYTES, number, seed_of(number)):
            for forged, _ in await outcomes(iter([await signed(raw)])):
                assert forged in RAWS

    asyncio.run(story())


@so_many
def test_what_a_member_seals_is_read_as_exactly_what_it_says_or_refused(number: int) -> None:
    texts = [EDITS.to_text(), Content((edit_by(PUPIL),), SNAP).to_text()]
    makers = {Kind.EDITS: PUPIL, Kind.SNAPSHOT: MENTOR}
    chance = Random(seed_of(number))  # noqa: S311  # no secret, a repeatable one

    async def story() -> int:
        read = 0
        for text in mutants(texts, EDIT_WORDS, number, chance.getrandbits(32)):
            kind = chance.choice(list(makers))
            frame = FAMILY.frame(makers[kind], kind)
            entry = await seal_entry(CRYPTO, makers[kind], frame, KEY, text)
            for _, content in await outcomes(iter([entry.raw])):
                assert isinstance(content, Content)
                assert content.to_text() == text
                read += 1
        return read

    assert 0 < asyncio.run(story()) < number // 2


def a_steward_s(after: Chain, entry: Entry) -> None:
    assert after.roster.stewards
    assert after.epoch - CHAIN.epoch in (0, 1)
    assert entry.frame.device == MENTOR.id


def a_member_s(after: Chain, entry: Entry) -> None:
    """One more device of the member's own role and nothing else, whatever was signed."""
    before, members = CHAIN.roster.members, after.roster.members
    (new,) = members.keys() - before.keys()
    assert (members[new].role, members[new].is_steward) == (Role.PARENT, False)
    assert {id_: members[id_] for id_ in before} == dict(before)
    assert (after.epoch, after.roster.may_self_add, after.roster.recovery) == (CHAIN.epoch, True, None)


SIGNERS: list[tuple[DeviceKeys, Entry, Callable[[Chain, Entry], None]]] = [
    (MENTOR, NEXT[0], a_steward_s),
    (MENTOR, NEXT[1], a_steward_s),
    (PARENT, NEXT[2], a_member_s),
]


@so_many
def test_i8_a_broken_roster_is_followed_by_nobody_beyond_what_its_signer_may(number: int) -> None:
    chance = Random(seed_of(number))  # noqa: S311  # no secret, a repeatable one
    bodies = [entry.body for entry in NEXT]

    async def story() -> int:
        followed = 0
        for body in mutants(bodies, ROSTER_WORDS, number, chance.getrandbits(32)):
            signer, entry, may = chance.choice(SIGNERS)
            signed = await sign_roster(CRYPTO, signer, entry.frame, body)
            for _, after in await outcomes(iter([signed.raw])):
                assert isinstance(after, Chain)
                assert after.roster.to_text() == body
                may(after, signed)
                followed += 1
        return followed

    assert 0 < asyncio.run(story()) < number // 2


@so_many
def test_a_roster_is_read_as_exactly_what_it_says_or_refused(number: int) -> None:
    bodies = [entry.body for entry in (*FAMILY.log, *NEXT)]
    for body in mutants(bodies, ROSTER_WORDS, number, seed_of(number)):
        try:
            roster = read_roster(body)
        except InputRejected:
            continue
        assert roster.to_text() == body
