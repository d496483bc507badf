"""The outbox as sync changes it: which wish is which."""

from services.planner.stamp import make
from services.sync.clocking import HAD_A_STAMP
from services.sync.waiting import Outbox

EARLIER, LATER = make(1_000, 0, "00" * 16), make(2_000, 0, "00" * 16)


def test_a_word_that_had_a_stamp_waits_on_when_the_same_one_of_before_turns_out_to_be_accepted() -> None:
    outbox = Outbox({"s1 step": {"title": ["yes", HAD_A_STAMP, LATER]}})
    outbox.drop({"s1 step": {"title": ["yes", HAD_A_STAMP, EARLIER]}})
    assert outbox.changes() == {}
    outbox.drop({"s1 step": {"title": ["yes", HAD_A_STAMP, LATER]}})
    assert outbox.changes() == {"s1 step": None}
