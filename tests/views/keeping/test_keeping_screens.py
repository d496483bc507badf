"""The pages of keeping a planner, drawn for each role, on a phone and a tablet, in each language."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from services.planner.ids import PersonId
from services.planner.words import Role
from services.sync.pairing_port import Guest
from tests.stage import Stage, stage
from tests.sync.shared_house import ORIGIN, lets_in
from tests.sync.test_membership import rounds, says_who
from tests.views.keeping.keeping_house import Here, at_home, here
from views.design.page import page_body
from views.design.tokens import Tokens, tokens_for
from views.keeping import by_card_state, card_state, erase_state, erased_model, hand_over_state
from views.keeping.by_card_screen import by_card_screen
from views.keeping.card_screen import card_screen
from views.keeping.erase_screen import erase_screen
from views.keeping.erased_screen import erased_screen
from views.keeping.hand_over_screen import hand_over_screen
from views.keeping.keeping_rows import hand_over_tile
from views.keeping.keeping_screen import keeping_screen
from views.pupil.me_screen import keep_tile
from views.setup.setup_screen import setup_screen
from views.strings.catalogue import Language
from views.strings.languages import sentences_in
from views.surroundings import use_surroundings

Run = Callable[[Awaitable[Any]], Any]
PIN = "4938"
EVERYWHERE = pytest.mark.parametrize(
    ("language", "width"),
    [(language, width) for language in Language for width in (390, 1180)],
    ids=lambda part: str(part),
)


def nothing() -> None:
    pass


def look(width: int) -> Tokens:
    return tokens_for(width=width)


async def settles(s: Stage, one: Here) -> None:
    for _ in range(3):
        await one.actions.settle()
        await s.settle()


async def taps(s: Stage, one: Here, name: str) -> None:
    await s.tap(name)
    await settles(s, one)


async def enters(s: Stage, one: Here) -> None:
    for digit in PIN:
        await s.tap(digit)
    await taps(s, one, "OK")


@EVERYWHERE
def test_a_card_is_made_shown_once_renewed_and_dropped(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping
        async with at_home() as them:
            mentor, left = them.mentor, list[str]()
            model = mentor.rooms.card(mentor.planner)
            async with stage(
                lambda: card_screen(model, lambda: left.append("back")),
                tokens=look(width),
                language=language,
                role=Role.MENTOR,
            ) as s:
                await settles(s, mentor)
                assert s.says(said.card.only)
                assert s.says(said.card.has_none)
                assert (1, said.card.title) in s.headings()
                await taps(s, mentor, said.card.make)
                assert isinstance(model.state, card_state.ShowingCard)
                first = model.state.card.characters
                assert s.says(first.split("-")[0])
                assert first not in repr(model.state)
                await taps(s, mentor, said.shown.written)
                assert s.says(said.card.has_one)
                assert not s.says(first.split("-")[0])
                await taps(s, mentor, said.card.renew)
                assert isinstance(model.state, card_state.ShowingCard)
                assert model.state.card.characters != first
                await taps(s, mentor, said.shown.written)
                await taps(s, mentor, said.card.drop)
                await taps(s, mentor, said.card.drop_no)
                assert s.says(said.card.has_one)
                await taps(s, mentor, said.card.drop)
                await taps(s, mentor, said.card.drop)
                assert s.says(said.card.dropped)
                await taps(s, mentor, sentences_in(language).words.back)
                assert left == ["back"]

    run(story())


@EVERYWHERE
def test_who_does_not_lead_is_told_who_does(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping
        async with at_home() as them:
            for one, card, erase in (
                (them.pupil, said.card.others_own, said.erasing.others_own),
                (them.parent, said.card.others, said.erasing.others),
            ):
                role, cards, erases = (
                    one.phone.role,
                    one.rooms.card(one.planner),
                    one.rooms.erase(one.planner),
                )
                async with stage(
                    lambda cards=cards: card_screen(cards, nothing),
                    tokens=look(width),
                    language=language,
                    role=role,
                ) as s:
                    await settles(s, one)
                    assert s.says(card)
                async with stage(
                    lambda erases=erases: erase_screen(erases, nothing, nothing, nothing),
                    tokens=look(width),
                    language=language,
                    role=role,
                ) as s:
                    await settles(s, one)
                    assert s.says(erase)

    run(story())


def test_before_a_card_is_made_the_lock_is_asked_for_and_without_a_network_there_is_none(run: Run) -> None:
    async def story() -> None:
        said = sentences_in(Language.ENGLISH)
        async with at_home(PIN) as them:
            mentor = them.mentor
            model = mentor.rooms.card(mentor.planner)
            async with stage(lambda: card_screen(model, nothing), role=Role.MENTOR) as s:
                await settles(s, mentor)
                await taps(s, mentor, said.keeping.card.make)
                assert isinstance(model.state, card_state.AskingAgain)
                await taps(s, mentor, "Back")
                assert isinstance(model.state, card_state.Shown)
                await taps(s, mentor, said.keeping.card.make)
                mentor.phone.weather.is_offline = True
                await enters(s, mentor)
                assert s.says(said.keeping.offline)
                assert s.says(said.keeping.card.has_none)

    run(story())


@EVERYWHERE
def test_erasing_is_read_understood_and_asked_for_again(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping.erasing
        async with at_home(PIN if language is Language.ENGLISH else None) as them:
            mentor, gone = them.mentor, list[str]()
            model = mentor.rooms.erase(mentor.planner)
            async with stage(
                lambda: erase_screen(
                    model,
                    lambda: gone.append("take"),
                    lambda: gone.append("back"),
                    lambda: gone.append("done"),
                ),
                tokens=look(width),
                language=language,
                role=Role.MENTOR,
            ) as s:
                await settles(s, mentor)
                assert s.says(said.what)
                assert s.says(said.shared)
                assert not s.says(said.private)
                assert s.thing(said.now).is_off
                await taps(s, mentor, said.take)
                await taps(s, mentor, said.keep)
                await taps(s, mentor, said.sure)
                mentor.phone.weather.is_offline = True
                await taps(s, mentor, said.now)
                if language is Language.ENGLISH:
                    assert isinstance(model.state, erase_state.AskingAgain)
                    await enters(s, mentor)
                assert s.says(sentences_in(language).keeping.offline)
                assert mentor.phone.journal.records, "nothing has gone"
                mentor.phone.weather.is_offline = False
                await taps(s, mentor, said.now)
                if language is Language.ENGLISH:
                    await enters(s, mentor)
                assert s.says(said.done_title)
                await taps(s, mentor, said.go_on)
                assert gone == ["take", "back", "done"]
                assert not mentor.phone.vault.journals()

    run(story())


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


@EVERYWHERE
def test_a_card_brings_a_pupil_back_and_a_wrong_one_does_not(
    run: Run, language: Language, width: int
) -> None:
    async def story() -> None:
        sentences = sentences_in(language)
        said = sentences.keeping
        async with at_home() as them:
            made = await them.mentor.rooms._keeper.keeping_card().renew(them.mentor.planner)
            phone = them.house.device(Role.PUPIL, 9)
            new, gone = here(phone), list[str]()
            model = new.rooms.by_card
            async with stage(
                lambda: by_card_screen(
                    model,
                    lambda: gone.append("leave"),
                    lambda: gone.append("done"),
                    lambda: setup_screen(new.rooms.arrive()),
                ),
                tokens=look(width),
                language=language,
            ) as s:
                address, letters = sentences.pairing.coming_in.address, said.by_card.letters
                await s.type(letters, made.characters[:-1])
                await s.type(address, ORIGIN)
                await taps(s, new, sentences.words.next)
                assert s.says(sentences.problems.by_field["card"])
                phone.weather.is_offline = True
                await s.type(letters, made.characters)
                await taps(s, new, sentences.words.next)
                assert s.says(said.by_card.unreachable)
                phone.weather.is_offline = False
                await taps(s, new, sentences.words.next)
                assert model.state == by_card_state.Found()
                await taps(s, new, said.by_card.not_now)
                await s.type(letters, made.characters)
                await taps(s, new, sentences.words.next)
                await taps(s, new, said.by_card.bring)
                await s.type(sentences.setup.name_field, "Sam")
                await taps(s, new, sentences.words.next)
                assert not phone.vault.is_open, "nothing is made before they have answered"
                await taps(s, new, sentences.lock.choosing.none)
                phone.weather.works_for(3)
                await taps(s, new, sentences.words.next)
                assert s.says(said.by_card.stopped)
                phone.weather.is_offline = False
                await taps(s, new, said.by_card.bring)
                assert isinstance(model.state, by_card_state.ShowingCard)
                assert model.letters == "", "it is a secret, and used"
                await taps(s, new, said.shown.written)
                assert s.says(said.by_card.done)
                await taps(s, new, said.by_card.go_on)
                assert gone == ["done"]
                assert phone.journal.records

    run(story())


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


def test_every_door_leads_to_its_page(run: Run) -> None:
    async def story() -> None:
        gone = list[str]()
        async with at_home() as them:
            planner = them.pupil.planner
            async with stage(lambda: keeping_screen(planner, gone.append, nothing)) as s:
                await s.tap("Lost-phone card")
                await s.tap("Erase everywhere")

            def doors() -> Any:
                around = use_surroundings()
                keep = keep_tile(around.sentences, around.tokens, gone.append, planner)
                return [keep, hand_over_tile(around.sentences, around.tokens, gone.append)]

            async with stage(lambda: page_body(use_surroundings().tokens, doors())) as s:
                await s.tap("Keep or erase my planner")
                await s.tap("Hand over to a colleague")
            assert gone == [f"/card/{planner}", f"/erase/{planner}", f"/keep/{planner}", "/hand-over"]

    run(story())


@EVERYWHERE
def test_a_pupil_erases_alone_what_only_they_see(run: Run, language: Language, width: int) -> None:
    async def story() -> None:
        said = sentences_in(language).keeping.erasing
        async with at_home() as them:
            pupil = them.pupil
            private = await pupil.phone.vault.add_planner("private", Role.PUPIL, pupil.planner)
            await pupil.phone.sharing.found(private, ORIGIN)
            await pupil.phone.sharing.round()
            model = pupil.rooms.erase(pupil.planner)
            async with stage(
                lambda: erase_screen(model, nothing, nothing, nothing), tokens=look(width), language=language
            ) as s:
                await settles(s, pupil)
                assert (1, said.title_part) in s.headings()
                assert s.says(said.private)
                assert not s.says(said.shared)
                await taps(s, pupil, said.sure)
                await taps(s, pupil, said.now)
                assert s.says(said.done_part)
                assert [one.kind for one in pupil.phone.vault.journals()] == ["shared"]

    run(story())
