"""The chart of voices over time. It stands on a line, ten is at the top, and a sentence says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft
import flet.canvas as cv

from views.design.tokens import Tokens
from views.design.voice_marks import voice_line, voice_mark

TOP = 10
_GRID = (5, 10)


@dataclass(frozen=True, slots=True)
class Spot:
    """One number said. Units: `across` and `up` are shares of the chart's width and height."""

    across: float
    up: float
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """One voice's line. Shape: `voice` 0 pupil, 1 carer, 2 mentor."""

    voice: int
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day named under the chart."""

    across: float
    text: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where the chart's corners are, and which way time runs."""

    left: float
    top: float
    right: float
    bottom: float
    is_rtl: bool

    def x(self, across: float) -> float:
        share = 1 - across if self.is_rtl else across
        return self.left + share * (self.right - self.left)

    def y(self, up: float) -> float:
        return self.bottom - up * (self.bottom - self.top)


@ft.component
def voices_chart(
    tokens: Tokens, lines: Sequence[Line], days: Sequence[Day], goal_up: float | None, label: str
) -> ft.Control:
    """The chart, as wide as there is room. Readers hear `label` alone: the table has every number."""
    width, set_width = ft.use_state(0.0)
    small = min(tokens.type.small, 24)
    height = 240 + small * 1.8
    shapes = _drawn(tokens, lines, days, goal_up, width, height, small) if width else []
    canvas = cv.Canvas(shapes, expand=True, on_resize=lambda event: set_width(event.width))
    return ft.Semantics(
        label=label,
        image=True,
        container=True,
        exclude_semantics=True,
        content=ft.Container(canvas, height=height),
        key="chart",
    )


def _drawn(
    tokens: Tokens,
    lines: Sequence[Line],
    days: Sequence[Day],
    goal_up: float | None,
    width: float,
    height: float,
    small: float,
) -> list[cv.Shape]:
    mark = small * 1.45
    gutter, edge = small * 1.7, mark * 0.9
    left, right = (edge, gutter + edge) if tokens.is_rtl else (gutter + edge, edge)
    frame = _Frame(left, mark * 0.75, width - right, height - small * 1.8 - mark * 0.7, tokens.is_rtl)
    return [
        *_ground(tokens, frame, width, gutter, small, mark),
        *_aim(tokens, frame, goal_up, edge),
        *_voices(tokens, frame, lines, mark),
        *_days(tokens, frame, days, height, small, edge),
    ]


def _ground(
    tokens: Tokens, frame: _Frame, width: float, gutter: float, small: float, mark: float
) -> list[cv.Shape]:
    c = tokens.colours
    start, end = (0.0, width - gutter) if frame.is_rtl else (gutter, width)
    number_x, beside = (width, ft.Alignment.CENTER_RIGHT) if frame.is_rtl else (0.0, ft.Alignment.CENTER_LEFT)
    # The line everything stands on is below nought, so that a mark of nought stands too.
    floor = frame.bottom + mark * 0.7
    shapes: list[cv.Shape] = [cv.Line(start, floor, end, floor, ft.Paint(color=c.ring, stroke_width=2.5))]
    for number in _GRID:
        y = frame.y(number / TOP)
        shapes.append(cv.Line(start, y, end, y, ft.Paint(color=c.edge, stroke_width=1.5)))
    for number in (0, *_GRID):
        shapes.append(
            cv.Text(
                number_x, frame.y(number / TOP), str(number), style=_style(tokens, small), alignment=beside
            )
        )
    return shapes


def _aim(tokens: Tokens, frame: _Frame, goal_up: float | None, edge: float) -> list[cv.Shape]:
    if goal_up is None:
        return []
    y = frame.y(goal_up)
    paint = ft.Paint(
        color=tokens.colours.done,
        stroke_width=2,
        style=ft.PaintingStyle.STROKE,
        stroke_dash_pattern=[3, 5],
    )
    path = cv.Path([cv.Path.MoveTo(frame.left - edge, y), cv.Path.LineTo(frame.right + edge, y)], paint)
    return [path]


def _voices(tokens: Tokens, frame: _Frame, lines: Sequence[Line], mark: float) -> list[cv.Shape]:
    """The pupil is drawn last, on top; voices that agree stand side by side."""
    shapes: list[cv.Shape] = []
    placed = list(reversed(list(zip(lines, _places(frame, lines, mark), strict=True))))
    for line, points in placed:
        if len(points) > 1:
            shapes.append(voice_line(tokens, line.voice, points))
    for line, points in placed:
        for spot, (x, y), is_large in zip(line.spots, points, _have_room(points, mark), strict=True):
            size, number = (mark, str(spot.number)) if is_large else (mark * 0.5, "")
            shapes.extend(voice_mark(tokens, line.voice, x, y, size, number))
    return shapes


def _places(frame: _Frame, lines: Sequence[Line], mark: float) -> list[list[tuple[float, float]]]:
    """Where each spot's middle is. Marks of different voices at one height make room for each other."""
    places = [[(frame.x(spot.across), frame.y(spot.up)) for spot in line.spots] for line in lines]
    by_height: dict[float, list[tuple[float, int, int]]] = {}
    for which, points in enumerate(places):
        for at, (x, y) in enumerate(points):
            by_height.setdefault(y, []).append((x, which, at))
    for y, spots in by_height.items():
        for group in _touching(sorted(spots), mark):
            half = (len(group) - 1) / 2 * mark * 1.1
            middle = sum(x for x, _, _ in group) / len(group)
            middle = min(max(middle, frame.left + half), frame.right - half)
            for place, (_, which, at) in enumerate(group):
                places[which][at] = (middle - half + place * mark * 1.1, y)
    return places


def _touching(spots: list[tuple[float, int, int]], mark: float) -> list[list[tuple[float, int, int]]]:
    """Neighbours of different voices that would overlap, in groups of at least two."""
    groups: list[list[tuple[float, int, int]]] = []
    for spot in spots:
        last = groups[-1] if groups else []
        is_near = bool(last) and spot[0] - last[-1][0] < mark
        if is_near and all(spot[1] != other for _, other, _ in last):
            last.append(spot)
        else:
            groups.append([spot])
    return [group for group in groups if len(group) > 1]


def _have_room(points: list[tuple[float, float]], mark: float) -> list[bool]:
    """Which marks have room for their number beside the newer ones; the newest always has."""
    large: list[bool] = []
    kept_x: float | None = None
    for x, _ in reversed(points):
        has_room = kept_x is None or abs(kept_x - x) >= mark * 1.15
        large.append(has_room)
        kept_x = x if has_room else kept_x
    return large[::-1]


def _days(
    tokens: Tokens, frame: _Frame, days: Sequence[Day], height: float, small: float, edge: float
) -> list[cv.Shape]:
    shown = [days[0], days[-1]] if tokens.percent >= 150 and len(days) > 2 else list(days)
    shapes: list[cv.Shape] = []
    for index, day in enumerate(shown):
        is_first, is_last = index == 0, index == len(shown) - 1
        x, at = frame.x(day.across), ft.Alignment.BOTTOM_CENTER
        if len(shown) > 1 and (is_first or is_last):
            is_left = is_first != frame.is_rtl
            x += -edge if is_left else edge
            at = ft.Alignment.BOTTOM_LEFT if is_left else ft.Alignment.BOTTOM_RIGHT
        shapes.append(cv.Text(x, height, day.text, style=_style(tokens, small), alignment=at))
    return shapes


def _style(tokens: Tokens, size: float) -> ft.TextStyle:
    return ft.TextStyle(size=size, color=tokens.colours.soft_ink, font_family=tokens.font.value)
