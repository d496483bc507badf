"""The two devices in memory keep to what the screens rely on."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from tests.sync.circle import NOW_MS
from tests.sync.mailbox_memory import MemoryMailbox
from tests.views.pairing import letters_contract, port_contract
from tests.views.pairing.letters_memory import MemoryLetters
from tests.views.pairing.two_devices import MemoryInviting, MemoryJoining

Run = Callable[[Awaitable[Any]], Any]


class MemoryTable:
    """See `port_contract.Table`."""

    def __init__(self) -> None:
        self.now_ms = NOW_MS
        self.mailbox = MemoryMailbox(lambda: self.now_ms)
        self.inviting = MemoryInviting(self.mailbox, lambda: self.now_ms)
        self.letters = MemoryLetters(self.mailbox, lambda: self.now_ms)

    def phone(self, *, has_planner: bool = False) -> MemoryJoining:
        return MemoryJoining(self.mailbox, has_planner=has_planner)

    def pass_ms(self, ms: int) -> None:
        self.now_ms += ms

    def go_offline(self, is_offline: bool) -> None:
        self.mailbox.go_offline(is_offline)


CHECKS = port_contract.CHECKS | letters_contract.CHECKS


@pytest.mark.parametrize("check", CHECKS.values(), ids=CHECKS)
def test_two_devices_in_memory_keep_to_the_contract(check: Any, run: Run) -> None:
    run(check(MemoryTable()))
