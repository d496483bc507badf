"""Words used in many places."""

from collections.abc import Mapping
from dataclasses import dataclass

from views.strings.plural import Counted


@dataclass(frozen=True)
class Words:
    """Shape: `weekdays` begin with Monday. `pictures` and `portraits` name each picture for readers."""

    app_name: str
    back: str
    next: str
    done: str
    save: str
    cancel: str
    close: str
    undo: str
    change: str
    add: str
    remove: str
    try_again: str
    yes: str
    no: str
    on: str
    off: str
    today: str
    yesterday: str
    tomorrow: str
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    months: tuple[str, ...]
    long_date: str
    short_date: str
    pupil: str
    parent: str
    mentor: str
    me: str
    who_sees: str
    only_this_device: str
    out_of_ten: str
    minutes: Counted
    seconds: Counted
    days: Counted
    steps: Counted
    pictures: Mapping[str, str]
    portraits: Mapping[str, str]
