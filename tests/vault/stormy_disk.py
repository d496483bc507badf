"""A disk in memory that can be stopped at any single thing it is asked, and lies as real disks do.

It keeps what the program sees apart from what would outlive a power cut: content counts only once it was
synced, names only once their folder was. After a cut, what was not synced may be there, in part or not at
all: `after_cut` gives every such disk.
"""

import errno
from collections.abc import Iterator
from enum import StrEnum


class Fault(StrEnum):
    """What happens at the chosen call."""

    ERROR = "input/output error, nothing happens"
    FULL = "no room left, half of it is written"
    CUT_BEFORE = "power cut before"
    CUT_WITHIN = "power cut with half of it done"
    CUT_AFTER = "power cut after"


class PowerCut(BaseException):
    """Not an error that anybody may handle."""


class Storm:
    """Counts what several disks are asked, and strikes once."""

    def __init__(self, strikes_at: int | None = None, fault: Fault = Fault.ERROR) -> None:
        self.calls = 0
        self._strikes_at = strikes_at
        self._fault = fault
        self.is_dark = False

    def next_fault(self) -> Fault | None:
        """What befalls the call that is being made. After a power cut every call ends in darkness."""
        if self.is_dark:
            raise PowerCut
        number, self.calls = self.calls, self.calls + 1
        return self._fault if number == self._strikes_at else None

    def cut(self) -> None:
        self.is_dark = True
        raise PowerCut


class _File:
    def __init__(self) -> None:
        self.content = b""
        self.synced: bytes | None = None


class StormyDisk:
    """A folder in memory."""

    def __init__(self, storm: Storm) -> None:
        self.storm = storm
        self._names: dict[str, _File] = {}
        self._durable: dict[str, _File] = {}
        self._history: list[dict[str, _File]] = []
        self._holders: list[StormyDisk] = []

    def beside(self) -> "StormyDisk":
        """The same folder for another process."""
        other = StormyDisk(self.storm)
        other._names, other._durable = self._names, self._durable
        other._history, other._holders = self._history, self._holders
        return other

    def copy(self) -> "StormyDisk":
        """A disk of its own with what a program sees on this one, in calm weather."""
        return _calm_disk({name: file.content for name, file in self._names.items()})

    def release_all(self) -> None:
        """Every process that held a lock has ended."""
        self._holders.clear()

    def after_cut(self) -> Iterator["StormyDisk"]:
        """Every different disk that a power cut now could leave behind, each in calm weather."""
        seen: set[tuple[tuple[str, bytes], ...]] = set()
        for names in [self._durable, *self._history]:
            for keep in (_only_synced, _all, _half, _zero_tail):
                left = {name: keep(file) for name, file in names.items()}
                key = tuple(sorted(left.items()))
                if key not in seen:
                    seen.add(key)
                    yield _calm_disk(left)

    # -- what a program asks -----------------------------------------------------------------------
    def names(self) -> list[str]:
        self._cut_if(self._befall())
        return sorted(self._names)

    def read(self, name: str) -> bytes | None:
        self._cut_if(self._befall())
        file = self._names.get(name)
        return None if file is None else file.content

    def write(self, name: str, content: bytes) -> None:
        fault = self._befall()
        file = self._names.get(name)
        if file is None:
            file = _File()
            self._put_names({**self._names, name: file})
        half = fault in (Fault.FULL, Fault.CUT_WITHIN)
        file.content = content[: len(content) // 2] if half else content
        if fault is Fault.FULL:
            raise OSError(errno.ENOSPC, "made-up")
        self._cut_if(fault)

    def sync(self, name: str) -> None:
        fault = self._befall()
        if fault is not Fault.CUT_WITHIN:
            self._names[name].synced = self._names[name].content
        self._cut_if(fault)

    def rename(self, name: str, to: str) -> None:
        fault = self._befall()
        rest = {other: file for other, file in self._names.items() if other != name}
        self._put_names({**rest, to: self._names[name]})
        self._cut_if(fault)

    def remove(self, name: str) -> None:
        fault = self._befall()
        self._put_names({other: file for other, file in self._names.items() if other != name})
        self._cut_if(fault)

    def sync_folder(self) -> None:
        fault = self._befall()
        if fault is not Fault.CUT_WITHIN:
            self._durable.clear()
            self._durable.update(self._names)
            self._history.clear()
        self._cut_if(fault)

    def make_folder(self) -> None:
        self._cut_if(self._befall())

    def remove_folder(self) -> None:
        self._cut_if(self._befall())

    def take_lock(self, name: str) -> bool:
        assert name
        self._cut_if(self._befall())
        if not self._holders:
            self._holders.append(self)
        return self in self._holders

    def release_lock(self) -> None:
        if self in self._holders:
            self._holders.remove(self)

    # -- weather -----------------------------------------------------------------------------------
    def _befall(self) -> Fault | None:
        fault = self.storm.next_fault()
        if fault is Fault.ERROR:
            raise OSError(errno.EIO, "made-up")
        if fault is Fault.CUT_BEFORE:
            self.storm.cut()
        return fault

    def _cut_if(self, fault: Fault | None) -> None:
        if fault in (Fault.CUT_AFTER, Fault.CUT_WITHIN):
            self.storm.cut()

    def _put_names(self, names: dict[str, _File]) -> None:
        self._names.clear()
        self._names.update(names)
        self._history.append(dict(names))


def _calm_disk(content_by_name: dict[str, bytes]) -> StormyDisk:
    disk = StormyDisk(Storm())
    for name, content in content_by_name.items():
        disk.write(name, content)
        disk.sync(name)
    disk.sync_folder()
    return disk


def _only_synced(file: _File) -> bytes:
    return file.synced or b""


def _all(file: _File) -> bytes:
    return file.content


def _half(file: _File) -> bytes:
    return file.content if file.synced == file.content else file.content[: len(file.content) // 2]


def _zero_tail(file: _File) -> bytes:
    half = _half(file)
    return half.ljust(len(file.content), b"\0")
