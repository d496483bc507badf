"""The fields of a code, a grant or a card's letters, and of where the endpoint is, if nobody knows that."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Protocol

import flet as ft

from services.planner.errors import EndpointUnreachable
from views.design import field as fields
from views.design.lettering import left_to_right
from views.design.surface import Tap
from views.surroundings import Surroundings

_OF_ADDRESS: Final = ("endpoint", EndpointUnreachable.code)
_MOST_OF_ADDRESS: Final = 300


@dataclass(frozen=True, slots=True)
class Typed:
    """The first field. Privacy: `text` is a secret; it is in no representation."""

    name: str
    label: str
    text: str = field(repr=False)
    write: Callable[[str], None]
    most: int
    hint: str = ""


class AsksFor(Protocol):
    """A state with these fields. `fresh` counts up when they begin anew; `problem` is a `problem_key`."""

    @property
    def fresh(self) -> int: ...

    @property
    def needs_address(self) -> bool: ...

    @property
    def problem(self) -> str | None: ...


class KeepsAddress(Protocol):
    """A model that keeps what is typed as the address."""

    address: str

    def write_address(self, text: str) -> None: ...


def typed_fields(
    around: Surroundings,
    state: AsksFor,
    first: Typed,
    model: KeepsAddress,
    on_submit: Tap,
    trouble: str | None,
) -> list[ft.Control]:
    """`trouble` stands below the field that it is about."""
    tokens, said = around.tokens, around.sentences.pairing.coming_in
    is_address = state.needs_address and state.problem in _OF_ADDRESS
    shown = [
        fields.field(
            tokens,
            first.label,
            first.text,
            first.write,
            hint=left_to_right(first.hint) if first.hint else "",
            error=None if is_address else trouble,
            max_length=first.most,
            on_submit=on_submit,
            is_focused=True,
            key=f"{first.name}-{state.fresh}",
        )
    ]
    if state.needs_address:
        shown.append(
            fields.field(
                tokens,
                said.address,
                model.address,
                model.write_address,
                hint=said.address_example,
                error=trouble if is_address else None,
                max_length=_MOST_OF_ADDRESS,
                on_submit=on_submit,
                key=f"address-{state.fresh}",
            )
        )
    return shown
