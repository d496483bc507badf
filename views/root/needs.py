"""The quiet line about sharing on the first screens, where somebody really is at home."""

from collections.abc import Sequence

import flet as ft

from services.planner.ids import PlannerId
from views.people.needs_line import needs_line
from views.people.needs_model import NeedsModel
from views.root.rooms import Rooms


def line_about_sharing(
    rooms: Rooms, planners: Sequence[PlannerId], *, is_made_up: bool, is_of_many: bool = False
) -> Sequence[ft.Control]:
    """Nothing about made-up pupils, whom nobody shares. `is_of_many`: it stands beside a list of pupils."""
    if is_made_up:
        return ()
    name = f"needs of {','.join(planners)}"
    model = rooms.once(name, lambda: NeedsModel(planners, rooms.keeper.sharing_now, rooms.timer))
    return (needs_line(model, rooms.go, is_of_many=is_of_many),)
