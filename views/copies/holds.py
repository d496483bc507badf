"""Whose planners are in a file that leaves: said where it is saved, since one device may hold several."""

from services.desk.glance import glances_at_vault, name_in
from services.desk.setting_up import CASELOAD
from services.planner.ids import PlannerId
from services.vault.vault import Vault
from views.strings.catalogue import Sentences

_MOST_NAMES = 4


def names_in(vault: Vault, only: PlannerId | None = None) -> tuple[str, ...]:
    """The pupils whose planners are open here, or the one; an empty name for one that has none."""
    if only is not None:
        return (name_in(vault, only),)
    return tuple(each.name for each in glances_at_vault(vault) if each.kind != CASELOAD)


def holds(sentences: Sentences, names: tuple[str, ...]) -> str:
    """The names, or of many only how many."""
    if len(names) > _MOST_NAMES or not all(names):
        return sentences.copies.holds_many.say(len(names))
    return sentences.copies.holds.format(names=", ".join(names))
