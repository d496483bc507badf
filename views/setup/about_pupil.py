"""To whom the questions about a pupil are put: to the pupil, a parent, or a mentor."""

from services.planner.words import Role
from views.setup.setup_model import SetupState
from views.strings.groups.setup import AboutPupil
from views.surroundings import Surroundings


def about_pupil(around: Surroundings, state: SetupState) -> AboutPupil:
    """The questions as the one who answers reads them."""
    said = around.sentences.setup
    match state.by:
        case Role.PUPIL:
            return said
        case Role.PARENT:
            return said.for_child
        case Role.MENTOR:
            return said.for_pupil
