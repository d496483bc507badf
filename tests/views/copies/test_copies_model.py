"""What was put by: gone back to, or thrown away when somebody really means it."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.errors import StorageFull
from tests.vault.homes import tick, ticked
from tests.views.copies.copying_house import WORDS, CopyingHouse
from views.copies.copies_model import Said

Run = Callable[[Awaitable[Any]], Any]


def test_what_was_put_by_can_be_gone_back_to_or_thrown_away(run: Run) -> None:
    async def story() -> None:
        house = CopyingHouse()
        house.hub.look()
        assert not house.hub.state.is_here
        await house.begun()
        backup = await house.copies.read(await house.copy(), WORDS)
        await house.vault.journals()[0].write([tick("s2")])
        await house.bring_back(backup, None)
        house.hub.look()
        (former,) = house.hub.state.formers
        house.hub.go_back(former)
        await house.settle()
        assert house.happened == ["changed"]
        assert ticked(house.vault.journals()[0]) == {"_new", "s1", "s2"}
        house.hub.look()
        (former,) = house.hub.state.formers
        house.hub.ask_to_throw(former)
        house.hub.keep_it()
        house.hub.really_throw()
        await house.settle()
        assert house.hub.state.formers == (former,)
        house.hub.ask_to_throw(former)
        house.store.fill_disk()
        house.hub.really_throw()
        await house.settle()
        assert house.hub.state.error == StorageFull.code
        assert house.hub.state.formers == (former,)
        house.store.fill_disk(False)
        house.hub.ask_to_throw(former)
        house.hub.really_throw()
        await house.settle()
        assert (house.hub.state.formers, house.hub.state.said) == ((), Said.THROWN_AWAY)

    run(story())
