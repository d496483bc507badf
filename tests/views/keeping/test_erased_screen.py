"""The page that tells somebody that a planner was erased elsewhere."""

from collections.abc import Awaitable, Callable
from typing import Any

from tests.stage import stage
from tests.sync.test_membership import rounds
from tests.views.keeping.keeping_house import at_home
from tests.views.keeping.keeping_seen import EVERYWHERE, look, settles, taps
from views.keeping import erased_model
from views.keeping.erased_screen import erased_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Awaitable[Any]], Any]


@EVERYWHERE
def test_who_hears_of_it_reads_whose_word_it_was_and_a_pupil_may_keep_a_copy(
    run: Run, language: Language, width: int
) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping.erased
        async with at_home() as them:
            await them.mentor.rooms._keeper.erasing().erase(them.mentor.planner)
            await rounds(them.pupil.phone, them.parent.phone)
            for one in (them.pupil, them.parent):
                (heard,) = one.rooms._keeper.erasing().heard()
                model, gone = one.rooms.erased(heard.planner, heard.mine), list[str]()
                async with stage(
                    lambda heard=heard, model=model, gone=gone: erased_screen(
                        model,
                        "Sam",
                        heard.by,
                        heard.on,
                        lambda: gone.append("keep"),
                        lambda: gone.append("take"),
                        lambda: gone.append("done"),
                    ),
                    tokens=look(width),
                    language=language,
                    role=heard.mine,
                ) as s:
                    await settles(s, one)
                    assert s.says("14")
                    assert s.says("2026")
                    if one is them.pupil:
                        assert (1, said.title_own) in s.headings()
                        assert one.phone.vault.journals(), "until the pupil says so"
                        await taps(s, one, said.keep)
                        await taps(s, one, said.take)
                        await taps(s, one, said.go)
                    else:
                        assert (1, said.title.format(name="Sam")) in s.headings()
                    assert model.state == erased_model.Gone()
                    assert not one.phone.vault.journals()
                    await taps(s, one, said.go_on)
                    assert gone == (["keep", "take", "done"] if one is them.pupil else ["done"])

    run(story())
