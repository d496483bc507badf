"""Counted sentences: each language has its own forms, chosen by the number.

Source: Unicode CLDR plural rules for whole numbers. English: one, other. Welsh: zero, one, two, few (3),
many (6), other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Form = Literal["zero", "one", "two", "few", "many", "other"]
Rule = Callable[[int], Form]


def english_form(n: int) -> Form:
    """One thing, or any other number of things."""
    return "one" if n == 1 else "other"


_WELSH: Mapping[int, Form] = {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}


def welsh_form(n: int) -> Form:
    """Welsh has a form of its own for none, one, two, three and six."""
    return _WELSH.get(n, "other")


@dataclass(frozen=True)
class Counted:
    """A sentence about a number. Shape: forms hold `{n}` and named places; `other` is always there."""

    rule: Rule
    form_by_name: Mapping[Form, str]

    def say(self, n: int, **places: str) -> str:
        """The sentence for `n`."""
        form = self.form_by_name.get(self.rule(n)) or self.form_by_name["other"]
        return form.format(n=n, **places)


def english(*, one: str, other: str) -> Counted:
    """An English counted sentence."""
    return Counted(english_form, {"one": one, "other": other})


def welsh(
    *,
    other: str,
    zero: str | None = None,
    one: str | None = None,
    two: str | None = None,
    few: str | None = None,
    many: str | None = None,
) -> Counted:
    """A Welsh counted sentence; a form left out is said as `other`."""
    given: dict[Form, str | None] = {
        "zero": zero, "one": one, "two": two, "few": few, "many": many, "other": other,
    }  # fmt: skip
    return Counted(welsh_form, {form: said for form, said in given.items() if said is not None})
