"""Who is out of a planner is marked, and everything else stays the very same."""

from services.planner.ids import RecordId, who_record
from services.planner.planner import Planner, read_planner, with_readers
from services.planner.record import Record

HERE, PHONE, TABLET = "0a" * 16, "0b" * 16, "0c" * 16


def planner() -> Planner:
    """A mentor here, and a pupil with two devices."""
    records = {}
    for device, person, role in ((HERE, "m", "mentor"), (PHONE, "p", "pupil"), (TABLET, "p", "pupil")):
        record = RecordId(who_record(device))
        records[record] = Record(record, "who", {"_new": "who", "person": person, "role": role})
    return read_planner(records, HERE)


def out(planner: Planner) -> set[str]:
    return {id_ for id_, person in planner.people.items() if person.is_out}


def test_nobody_is_out_while_nobody_knows_or_all_read_it() -> None:
    one = planner()
    assert with_readers(one, None) is one
    assert with_readers(one, frozenset({HERE, PHONE, TABLET})) is one
    assert out(one) == set()


def test_a_person_is_out_when_the_last_of_their_devices_is() -> None:
    one = planner()
    assert with_readers(one, frozenset({HERE, TABLET})) is one
    gone = with_readers(one, frozenset({HERE}))
    assert out(gone) == {"p"}
    assert gone.routines is one.routines
    assert with_readers(gone, frozenset({HERE})) is gone
    assert out(with_readers(gone, frozenset({HERE, PHONE}))) == set()
