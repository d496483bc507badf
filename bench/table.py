"""What the bench prints: each number beside its rival and its goal, and whether the goal was reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_WIDTHS = (46, 10, 10, 10, 8, 14, 0)
_HEAD = ("", "median", "p95", "p99", "ratio", "goal", "")


@dataclass(frozen=True, slots=True)
class Goal:
    """What a number should be. Shape: `of` is "ratio" (to the rival), "p95" or "p99"."""

    of: str
    at_most: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line. A row with a rival's times shows the ratio of the medians."""

    what: str
    times: Sequence[float]
    rival: Sequence[float] = ()
    goal: Goal | None = None

    @property
    def ratio(self) -> float | None:
        """Our median over the rival's."""
        return median(self.times) / median(self.rival) if self.rival else None

    @property
    def is_reached(self) -> bool | None:
        """Whether the goal was reached; None without one."""
        if self.goal is None:
            return None
        got = self.ratio if self.goal.of == "ratio" else within(self.times, int(self.goal.of[1:]))
        assert got is not None, "a ratio needs a rival"
        return got <= self.goal.at_most


def within(times: Sequence[float], percent: int) -> float:
    """The time that so many of a hundred stay within; of only a few, the longest."""
    ordered = sorted(times)
    return ordered[-(-len(ordered) * percent // 100) - 1]


def show(title: str, unit: str, rows: Sequence[Row]) -> None:
    """Print a table. Units: `unit` names that of every time."""
    print(f"\n{title} ({unit})")
    print(_line(_HEAD))
    for row in rows:
        print(_line(_cells(row)), flush=True)


def _cells(row: Row) -> tuple[str, ...]:
    goal = "" if row.goal is None else f"{row.goal.of} <= {row.goal.at_most:g}"
    verdict = {None: "", True: "reached", False: "NOT REACHED"}[row.is_reached]
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    numbers = (median(row.times), within(row.times, 95), within(row.times, 99))
    return row.what, *map(_number, numbers), ratio, goal, verdict


def _number(value: float) -> str:
    return f"{value:.0f}" if value >= 1000 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def _line(cells: Sequence[str]) -> str:
    first, *others = (
        f"{cell:<{width}}" if place in (0, len(_WIDTHS) - 1) else f"{cell:>{width}}  "
        for place, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    )
    return f"  {first}{''.join(others)}".rstrip()
