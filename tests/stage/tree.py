"""Reading the tree of controls: what is there, what it is called, what it says."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import flet as ft
from flet.components.component import Component
from flet.controls.base_control import BaseControl

PRESSABLE = (ft.Button, ft.Container, ft.Switch, ft.TextField)


def children(control: BaseControl) -> Iterator[BaseControl]:
    """The controls right inside one, in order; components give their drawing."""
    if isinstance(control, Component):
        yield from _controls_in(control._b)
        return
    for each in dataclasses.fields(control):
        if not each.metadata.get("skip") and each.name not in ("_parent", "_internals"):
            yield from _controls_in(getattr(control, each.name, None))


def _controls_in(value: Any) -> Iterator[BaseControl]:
    if isinstance(value, ft.DialogControl) and not value.open:
        return
    if isinstance(value, BaseControl):
        if getattr(value, "visible", True):
            yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _controls_in(each)


def walk(root: BaseControl) -> Iterator[BaseControl]:
    """Every control that is drawn, from the root down."""
    yield root
    for each in children(root):
        yield from walk(each)


def said(control: BaseControl) -> Iterator[str]:
    """What a screen reader says of a control and what lies inside it."""
    if isinstance(control, ft.Semantics):
        if control.label:
            yield control.label
        if control.exclude_semantics:
            return
    if isinstance(control, ft.Text):
        yield control.value
    elif (
        isinstance(control, ft.Image) and not control.exclude_from_semantics and control.semantics_label
    ) or (isinstance(control, ft.Icon) and control.semantics_label):
        yield control.semantics_label
    elif isinstance(control, ft.Switch | ft.TextField) and isinstance(control.label, str):
        yield control.label
    for each in children(control):
        yield from said(each)


@dataclass(frozen=True)
class Thing:
    """Something to act on, as a screen reader meets it: its name, its control, its state."""

    name: str
    control: Any
    is_checked: bool | None
    is_selected: bool | None

    @property
    def is_off(self) -> bool:
        """Whether it is switched off."""
        return bool(self.control.disabled)


def things(root: BaseControl) -> Iterator[Thing]:
    """Everything to act on, in reading order."""
    yield from _things(root, None)


def _things(control: BaseControl, merged: BaseControl | None) -> Iterator[Thing]:
    if isinstance(control, ft.MergeSemantics):
        merged = control
    if isinstance(control, PRESSABLE) and _can_act(control):
        whole = merged or control
        marks = [each for each in walk(whole) if isinstance(each, ft.Semantics)]
        yield Thing(
            name="\n".join(said(whole)),
            control=control,
            is_checked=next((m.checked for m in marks if m.checked is not None), _own_value(control)),
            is_selected=next((m.selected for m in marks if m.selected is not None), None),
        )
        if merged and isinstance(control, ft.Container):
            return  # the row of a switch: one thing, not two
    for each in children(control):
        yield from _things(each, merged)


def _own_value(control: BaseControl) -> bool | None:
    if isinstance(control, ft.Container):
        return next((each.value for each in walk(control) if isinstance(each, ft.Switch)), None)
    return control.value if isinstance(control, ft.Switch) else None


def _can_act(control: BaseControl) -> bool:
    return not isinstance(control, ft.Container) or control.on_click is not None
