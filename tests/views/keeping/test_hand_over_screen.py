"""The page on which a mentor hands pupils over to a colleague."""

from collections.abc import Awaitable, Callable
from typing import Any

from services.planner.ids import PersonId
from services.planner.words import Role
from services.sync.pairing_port import Guest
from tests.stage import stage
from tests.sync.shared_house import lets_in
from tests.sync.test_membership import rounds, says_who
from tests.views.keeping.keeping_house import at_home
from tests.views.keeping.keeping_seen import EVERYWHERE, look, nothing, settles, taps
from views.keeping import hand_over_state
from views.keeping.hand_over_screen import hand_over_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@EVERYWHERE
def test_pupils_are_handed_over_to_a_colleague_who_is_in(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        sentences = sentences_in(language)
        said = sentences.keeping.handing_over
        async with at_home() as them:
            mentor, gone = them.mentor, list[str]()
            model = mentor.rooms.hand_over
            async with stage(
                lambda: hand_over_screen(
                    model, gone.append, lambda: gone.append("back"), lambda: gone.append("done")
                ),
                tokens=look(width),
                language=language,
                role=Role.MENTOR,
            ) as s:
                await settles(s, mentor)
                assert s.says(said.nobody)
                assert s.thing(said.now).is_off
                await taps(s, mentor, sentences.pairing.let_in_child.format(name="p"))
                assert gone == [f"/invite/{mentor.planner}"]
                colleague = them.house.device(Role.MENTOR, 7)
                await lets_in(mentor.phone.inviting(), Guest.MENTOR, colleague)
                await says_who(colleague, "okoro")
                await rounds(colleague, mentor.phone)
                model.begin()
                await settles(s, mentor)
                assert isinstance(model.state, hand_over_state.Choosing)
                assert model.state.to == PersonId("okoro"), "the only one needs no choosing"
                assert s.says(said.joins)
                await taps(s, mentor, said.now)
                assert s.says(said.done.format(colleague="okoro"))
                await taps(s, mentor, said.go_on)
                assert gone[1:] == ["done"]

    run(story())


def test_a_mentor_who_leads_nobody_reads_so(run: Run) -> None:
    async def story() -> None:
        said = sentences_in(Language.ENGLISH).keeping.handing_over
        async with at_home() as them:
            model = them.parent.rooms.hand_over
            async with stage(
                lambda: hand_over_screen(model, lambda _: None, nothing, nothing), role=Role.MENTOR
            ) as s:
                await settles(s, them.parent)
                assert s.says(said.none_title)

    run(story())
