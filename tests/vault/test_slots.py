"""Two generations: the highest whole one is read, the other one is never in danger."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.planner.errors import HeaderUnknown, StorageUnavailable, VaultDamaged, VaultFromNewerVersion
from services.vault.checksum import is_whole, with_checksum
from services.vault.slots import Slots, format_of
from services.vault.store_memory import MemoryStore


class Plain:
    """A file of nothing but a family and a generation."""

    def generation(self, content: bytes) -> int:
        format_of(content, b"FBX", 1)
        return content[4]


def file(generation: int, version: bytes = b"1") -> bytes:
    return with_checksum(b"FBX" + version + bytes([generation]))


def slots(contents: Mapping[str, bytes]) -> Slots:
    return Slots(MemoryStore(dict(contents)), "f", Plain())


def damaged(content: bytes) -> bytes:
    return content[:-1] + bytes([content[-1] ^ 1])


@pytest.mark.parametrize(
    ("contents", "number", "is_alone"),
    [
        ({"f.b": file(1)}, 1, False),
        ({"f.a": file(2), "f.b": file(1)}, 2, False),
        ({"f.a": file(2), "f.b": file(3)}, 3, False),
        ({"f.a": file(2), "f.b": damaged(file(3))}, 2, True),
        ({"f.a": damaged(file(2)), "f.b": file(3)}, 3, True),
        ({"f.a": file(2), "f.b": b""}, 2, True),
        ({"f.a": file(2), "f.b": with_checksum(b"something else")}, 2, True),
    ],
)
def test_the_highest_whole_generation_is_read(run, contents, number: int, is_alone: bool) -> None:
    found = run(slots(contents).read())
    assert (found.number, found.is_alone) == (number, is_alone)
    assert found.content == file(number)


def test_nothing_there_is_not_damage(run) -> None:
    assert run(slots({}).read()) is None


@pytest.mark.parametrize("contents", [{"f.a": b""}, {"f.a": damaged(file(2)), "f.b": b"FBX1"}])
def test_slots_without_a_whole_one_are_damage(run, contents) -> None:
    with pytest.raises(VaultDamaged):
        run(slots(contents).read())


def test_a_newer_format_is_told_even_beside_one_that_we_know(run) -> None:
    for contents in ({"f.a": file(2, b"2"), "f.b": file(1)}, {"f.a": file(2), "f.b": file(3, b"9")}):
        with pytest.raises(VaultFromNewerVersion):
            run(slots(contents).read())


def test_a_newer_format_with_damaged_bytes_is_damage(run) -> None:
    with pytest.raises(VaultDamaged):
        run(slots({"f.a": damaged(file(2, b"2"))}).read())


def test_a_new_generation_never_touches_the_one_before(run) -> None:
    store = MemoryStore()
    two = Slots(store, "f", Plain())
    run(two.write(1, file(1)))
    run(two.write(2, file(2)))
    run(two.write(3, file(3)))
    assert store.content_by_name == {"f.a": file(2), "f.b": file(3)}


@pytest.mark.parametrize("nth", [1, 2])
def test_replacing_both_is_all_or_nothing(run, nth: int) -> None:
    store = MemoryStore({"f.a": file(2), "f.b": file(3)})
    two = Slots(store, "f", Plain())
    store.fail_at(nth)
    with pytest.raises(StorageUnavailable):
        run(two.write_both(4, (file(4), file(5))))
    assert run(two.read()).content == file(3)
    run(two.write_both(4, (file(4), file(5))))
    assert store.content_by_name == {"f.a": file(4), "f.b": file(5)}


@given(st.binary(max_size=80))
def test_no_bytes_of_another_kind_pass_for_ours(content: bytes) -> None:
    assert not is_whole(content)
    with pytest.raises(HeaderUnknown):
        format_of(b"\0" + content, b"FBX", 1)


@given(st.binary(min_size=1, max_size=60), st.data())
def test_one_changed_bit_is_noticed(body: bytes, data: st.DataObject) -> None:
    whole = bytearray(with_checksum(body))
    assert is_whole(bytes(whole))
    whole[data.draw(st.integers(0, len(whole) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert not is_whole(bytes(whole))
