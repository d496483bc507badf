"""What every ticket mailbox keeps to, whoever runs it. Each check takes a mailbox and leaves nothing open."""

from collections.abc import Awaitable, Callable

from services.crypto.canonical import from_base64url
from services.planner.errors import EndpointRefused
from services.sync.mailbox import Mailbox

HELLO, OTHER, MAC = b'{"v":1}', b'{"v":2}', bytes(range(32))


async def refused(work: Awaitable[object]) -> bool:
    """Whether a call was refused."""
    try:
        await work
    except EndpointRefused:
        return True
    return False


async def a_hello_is_given_back_byte_for_byte(mailbox: Mailbox) -> None:
    channel = await mailbox.open_pairing(HELLO, 600, is_typed=True)
    assert await mailbox.inviter_hello(channel) == HELLO
    assert channel.isdecimal()
    assert 3 <= len(channel) <= 6
    await mailbox.close_pairing(channel)


async def a_letters_channel_cannot_be_guessed(mailbox: Mailbox) -> None:
    channel = await mailbox.open_pairing(HELLO, 600, is_typed=False)
    assert len(from_base64url(channel)) == 16
    await mailbox.close_pairing(channel)


async def two_tickets_have_two_channels(mailbox: Mailbox) -> None:
    first = await mailbox.open_pairing(HELLO, 600, is_typed=True)
    second = await mailbox.open_pairing(OTHER, 600, is_typed=True)
    assert await mailbox.inviter_hello(first) == HELLO
    assert await mailbox.inviter_hello(second) == OTHER
    await mailbox.close_pairing(first)
    await mailbox.close_pairing(second)


async def joins_come_in_their_order_and_only_three(mailbox: Mailbox) -> None:
    channel = await mailbox.open_pairing(HELLO, 600, is_typed=True)
    assert await mailbox.joins(channel) == []
    slots = [(await mailbox.put_join(channel, b'{"n":%d}' % number, MAC)).slot for number in range(3)]
    assert await refused(mailbox.put_join(channel, OTHER, MAC))
    joins = await mailbox.joins(channel)
    assert [join.slot for join in joins] == slots
    assert [join.hello for join in joins] == [b'{"n":0}', b'{"n":1}', b'{"n":2}']
    assert {join.mac for join in joins} == {MAC}
    await mailbox.close_pairing(channel)


async def a_welcome_is_for_its_slot_and_its_key_alone(mailbox: Mailbox) -> None:
    channel = await mailbox.open_pairing(HELLO, 600, is_typed=True)
    first = await mailbox.put_join(channel, OTHER, MAC)
    second = await mailbox.put_join(channel, HELLO, MAC)
    assert await mailbox.welcome(channel, first.slot, first.key) is None
    await mailbox.put_welcome(channel, first.slot, b"sealed", MAC)
    given = await mailbox.welcome(channel, first.slot, first.key)
    assert given is not None
    assert (given.welcome, given.mac) == (b"sealed", MAC)
    assert await mailbox.welcome(channel, second.slot, second.key) is None
    assert await refused(mailbox.welcome(channel, first.slot, second.key))
    await mailbox.put_welcome(channel, first.slot, b"another", MAC)
    again = await mailbox.welcome(channel, first.slot, first.key)
    assert again is not None
    assert again.welcome == b"another"
    await mailbox.close_pairing(channel)


async def what_was_closed_or_never_was_is_not_found(mailbox: Mailbox) -> None:
    channel = await mailbox.open_pairing(HELLO, 600, is_typed=True)
    await mailbox.close_pairing(channel)
    assert await refused(mailbox.inviter_hello(channel))
    assert await refused(mailbox.put_join(channel, OTHER, MAC))
    assert await refused(mailbox.inviter_hello("A" * 22))


CHECKS: dict[str, Callable[[Mailbox], Awaitable[None]]] = {
    check.__name__: check
    for check in (
        a_hello_is_given_back_byte_for_byte,
        a_letters_channel_cannot_be_guessed,
        two_tickets_have_two_channels,
        joins_come_in_their_order_and_only_three,
        a_welcome_is_for_its_slot_and_its_key_alone,
        what_was_closed_or_never_was_is_not_found,
    )
}
