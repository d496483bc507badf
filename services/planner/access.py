"""Who may write what: a numbered table, applied alike by every device.

A rule names record types, the fields it is about, and the roles that may write them. The first rule whose
type and field fit decides; what no rule names, nobody may write. A condition narrows it: `own` is a record
that names the author, `adult_ticks` is the switch of that name in `pref`.

A new version of the table is a new number, never an edit of an old one. docs/spec/edits.md has it as a table.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from services.planner.edit import DELETED, Change
from services.planner.ids import PersonId
from services.planner.words import Role

RULES_VERSION = 1

_PUPIL, _PARENT, _MENTOR = Role.PUPIL, Role.PARENT, Role.MENTOR
_ALL = frozenset(Role)
_ADULTS = frozenset({_PARENT, _MENTOR})


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. Shape: `fields` is a pattern for the whole field name."""

    circle: str
    types: frozenset[str]
    fields: str
    roles: frozenset[Role]
    is_own: bool = False
    needs_adult_ticks: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Author:
    """Who asks. `person` is None until the device has said whose it is."""

    role: Role
    device_hex: str
    person: PersonId | None


def _rule(circle: str, types: str, fields: str, *roles: Role, is_own: bool = False) -> Rule:
    return Rule(circle, frozenset(types.split()), fields, frozenset(roles), is_own)


RULES: tuple[Rule, ...] = (
    Rule("shared", frozenset({"day"}), r"t\..+", _ALL, needs_adult_ticks=_ADULTS),
    _rule("shared", "day", r"bed|woke|breakfast|_new", *_ALL),
    _rule("shared", "day", r"size\..+|pause", _PUPIL),
    _rule("shared", "routine step pause contact", r".+", *_ALL),
    _rule("shared", "slot kit week term", r".+", *_ADULTS),
    _rule("shared", "target", r"agreed", _PUPIL),
    _rule("shared", "target", r".+", _PUPIL, _MENTOR),
    _rule("shared", "rating", r".+", *_ALL, is_own=True),
    _rule("shared", "share", r"reply", *_ADULTS),
    _rule("shared", "rung", r".+", _PUPIL, _MENTOR),
    _rule("shared", "ladder try share", r".+", _PUPIL),
    _rule("shared", "praise", r".+", *_ADULTS),
    _rule("shared", "mark parttime", r".+", _MENTOR),
    _rule("shared", "who looked", r".+", *_ALL, is_own=True),
    _rule("shared", "pref", r"adult_ticks", _PUPIL, _MENTOR),
    _rule("shared", "pref", r".+", *_ALL),
    _rule("home", "check lift our_side home_tonight", r".+", _PUPIL, _PARENT),
    _rule("private", "feel worry note card hope good map", r".+", _PUPIL),
    _rule("staff", "meeting barrier action report", r".+", _MENTOR),
    _rule("caseload", "case template", r".+", _MENTOR),
)

KNOWN_TYPES = frozenset(name for rule in RULES for name in rule.types)

# Their ids are not random: two devices may make the same one, so they are emptied and never deleted.
NEVER_DELETED = frozenset({"day", "mark", "rating", "who", "looked", "pref", "week", "check", "map"})


def may_write(author: Author, change: Change, *, adult_ticks: bool) -> bool:
    """Whether this author may make this change. A tick names the one who ticks, and nobody else."""
    if change.field == DELETED and change.type in NEVER_DELETED:
        return False
    rule = _rule_for(change.type, change.field)
    if rule is None or author.role not in rule.roles:
        return False
    if author.role in rule.needs_adult_ticks and not adult_ticks:
        return False
    if rule.is_own and not _is_own(author, change):
        return False
    return not (change.type == "day" and change.field.startswith("t.")) or _names_author(author, change)


def circle_of(change: Change) -> str | None:
    """The kind of circle that this field belongs to; None when no rule knows the field."""
    rule = _rule_for(change.type, change.field)
    if rule is None and change.field == DELETED and change.type in NEVER_DELETED:
        rule = next(rule for rule in RULES if change.type in rule.types)
    return rule.circle if rule else None


@lru_cache(maxsize=4096)
def _rule_for(kind: str, field: str) -> Rule | None:
    fits = (rule for rule in RULES if kind in rule.types and re.fullmatch(rule.fields, field))
    return next(fits, None)


def _is_own(author: Author, change: Change) -> bool:
    parts = change.record.split(":")
    if change.type == "rating":
        return len(parts) == 5 and parts[2:4] == [author.role, author.person]
    return parts[1:] == [author.device_hex]


def _names_author(author: Author, change: Change) -> bool:
    if change.value is None:
        return True
    return isinstance(change.value, list) and change.value[1:] == [author.person]
