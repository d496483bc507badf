"""The screens of the lock on a stage, at the widths of a phone and a tablet, in both languages."""

from collections.abc import Callable
from typing import Any

import flet as ft
import pytest

from services.vault.vault_state import LockKind
from tests.stage import Stage, stage
from tests.views.lock.locked_house import PIN, LockedHouse
from views.design.tokens import tokens_for
from views.lock.lock_settings_screen import lock_settings_screen
from views.lock.pad_pictures import PAD_PICTURES
from views.lock.unlock_screen import unlock_screen
from views.lock.unlock_state import Stuck
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

Run = Callable[[Any], Any]
DIGITS = [str(digit) for digit in range(10)]
PLACES = [
    pytest.param(390, 100, Language.ENGLISH, id="phone-en-GB"),
    pytest.param(390, 200, Language.WELSH, id="phone with large letters-cy"),
    pytest.param(820, 100, Language.ENGLISH, id="tablet-en-GB"),
    pytest.param(820, 100, Language.WELSH, id="tablet-cy"),
]
LANGUAGES = [pytest.param(language, id=language.value) for language in Language]


async def shown(house: LockedHouse, s: Stage) -> None:
    """Until the model has looked and the screen shows it."""
    for _ in range(3):
        await house.settle()
        await s.settle()


async def pressed(house: LockedHouse, s: Stage, pin: str) -> None:
    for digit in pin:
        await s.tap(digit)
    await shown(house, s)


def no_thing_is_nameless(s: Stage) -> None:
    assert all(name.strip() for name in s.names()), s.names()


def keys_of(s: Stage) -> list[ft.Button]:
    return [thing.control for thing in s.things() if isinstance(thing.control, ft.Button)]


@pytest.mark.feature("S2")
@pytest.mark.parametrize(("width", "percent", "language"), PLACES)
def test_a_pin_opens_by_touch_in_every_language_and_width(
    width: int, percent: int, language: Language, run: Run
) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = house.unlock_model()
        said = sentences_in(language).lock
        tokens = tokens_for(width=width, percent=percent)
        async with stage(lambda: unlock_screen(model), tokens=tokens, language=language) as s:
            await shown(house, s)
            assert s.headings() == [(1, said.entering.open_title.pin)]
            assert set(s.names()) == {
                *DIGITS,
                said.entering.ok,
                said.entering.take_back,
                said.unlocking.forgot,
            }
            large = [key for key in keys_of(s) if key.height]
            assert len(large) == 12
            assert all((key.height or 0) >= 64 and float(key.width or 0) >= 64 for key in large)
            await pressed(house, s, "470913")
            assert s.says(said.entering.wrong)
            await pressed(house, s, PIN)
            assert house.happened == ["open"]

    run(story())


@pytest.mark.feature("S2")
def test_a_keyboard_types_a_pin_and_takes_a_digit_back(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, "2580")
        model = house.unlock_model()
        async with stage(lambda: unlock_screen(model)) as s:
            await shown(house, s)
            ear = next(each for each in s.controls() if isinstance(each, ft.KeyboardListener))
            for key in ("2", "Numpad 5", "9", "Backspace", "8", "0", "Tab", "a", "Enter"):
                await s.fire(ear, "key_down", data={"key": key})
            await shown(house, s)
            assert house.happened == ["open"]

    run(story())


@pytest.mark.feature("S2")
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_named_for_readers_and_open(language: Language, run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PICTURE_PIN, "03-11-00-07")
        model = house.unlock_model()
        names = sentences_in(language).words.pictures
        async with stage(lambda: unlock_screen(model), language=language) as s:
            await shown(house, s)
            assert {names[picture] for picture in PAD_PICTURES} <= set(s.names())
            for place in (3, 11, 0, 7):
                await s.tap(names[PAD_PICTURES[place]])
            await shown(house, s)
            assert house.happened == ["open"]

    run(story())


@pytest.mark.feature("S2")
def test_a_passphrase_can_be_read_while_it_is_typed(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PASSPHRASE, "three brown teapots")
        model = house.unlock_model()
        async with stage(lambda: unlock_screen(model)) as s:
            await shown(house, s)
            assert s.thing("Passphrase").control.password
            await s.type("Passphrase", "three brown teapots")
            await s.tap("Show the letters")
            field = s.thing("Passphrase").control
            assert not field.password
            assert field.value == "three brown teapots"
            await s.submit("Passphrase")
            await shown(house, s)
            assert house.happened == ["open"]

    run(story())


@pytest.mark.feature("S2")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rest_says_when_it_ends_and_never_counts_down(language: Language, run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = house.unlock_model()
        said = sentences_in(language).lock.unlocking
        async with stage(lambda: unlock_screen(model), language=language) as s:
            await shown(house, s)
            for _ in range(6):
                if "0" in s.names():
                    await pressed(house, s, "470913")
            assert s.says(said.wait.format(time="07:43"))
            assert s.says(said.wait_note)
            no_thing_is_nameless(s)
            house.clock_ms += 30_000
            house.timer.ring()
            await shown(house, s)
            assert "0" in s.names()

    run(story())


@pytest.mark.feature("S2")
@pytest.mark.parametrize(("width", "percent", "language"), PLACES)
def test_from_a_forgotten_pin_by_the_card_to_a_new_one(
    width: int, percent: int, language: Language, run: Run
) -> None:
    async def story() -> None:
        house = LockedHouse()
        card = await house.lock_with(LockKind.PIN, PIN, with_card=True)
        model = house.unlock_model()
        words, said = sentences_in(language).words, sentences_in(language).lock
        tokens = tokens_for(width=width, percent=percent)
        async with stage(lambda: unlock_screen(model), tokens=tokens, language=language) as s:
            await shown(house, s)
            await s.tap(said.unlocking.forgot)
            await s.tap(said.unlocking.card_open)
            assert s.says(said.unlocking.card_empty)
            await s.type(said.unlocking.card_field, card[:-1])
            await s.tap(said.unlocking.card_open)
            await shown(house, s)
            assert s.says(said.unlocking.card_wrong)
            await s.type(said.unlocking.card_field, card.lower())
            await s.tap(said.unlocking.card_open)
            await shown(house, s)
            assert s.says(said.unlocking.opened_by_card)
            await s.tap(said.choosing.about.pin)
            await s.tap(words.next)
            for _ in range(2):
                no_thing_is_nameless(s)
                await pressed(house, s, "470913")
            assert s.headings() == [(1, said.card.keep_title)]
            await s.tap(said.card.keep_old)
            await shown(house, s)
            assert house.happened == ["open"]

    run(story())


@pytest.mark.feature("S2")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "code", ["vault_damaged", "vault_from_newer_version", "key_missing", "storage_unavailable"]
)
def test_whatever_stands_in_the_way_has_its_own_sentence_and_next_step(
    code: str, language: Language, run: Run
) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN, with_card=True)
        model = house.unlock_model()
        sentences = sentences_in(language)
        async with stage(lambda: unlock_screen(model), language=language) as s:
            await shown(house, s)
            model.become(Stuck(code, has_card=True))
            await s.settle()
            ((level, heading),) = s.headings()
            assert level == 1
            assert heading
            assert sentences.words.try_again in s.names()
            no_thing_is_nameless(s)

    run(story())


@pytest.mark.feature("S2")
def test_deleting_in_front_of_the_lock_is_asked_for_twice(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        model = house.unlock_model()
        async with stage(lambda: unlock_screen(model)) as s:
            await shown(house, s)
            await s.tap("I forgot it")
            await s.tap("Delete and begin anew")
            await s.tap("Keep it")
            await shown(house, s)
            assert house.happened == []
            await s.tap("I forgot it")
            await s.tap("Delete and begin anew")
            await s.tap("Delete everything")
            assert house.happened == ["delete"]

    run(story())


@pytest.mark.feature("S2")
def test_a_second_tab_says_so_and_may_look(run: Run) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        assert await house.store.beside().claim()
        model = house.unlock_model()
        async with stage(lambda: unlock_screen(model)) as s:
            await shown(house, s)
            await pressed(house, s, PIN)
            assert s.headings() == [(1, "Firstbell is open somewhere else")]
            assert set(s.names()) == {"Look at it here", "Try again"}
            await s.tap("Look at it here")
            assert house.happened == ["open"]

    run(story())


@pytest.mark.feature("S2")
@pytest.mark.parametrize(("width", "percent", "language"), PLACES)
def test_the_settings_change_make_a_card_and_take_away(
    width: int, percent: int, language: Language, run: Run
) -> None:
    async def story() -> None:
        house = LockedHouse()
        await house.lock_with(LockKind.PIN, PIN)
        await house.vault.open_(PIN)
        model = house.settings_model()
        said = sentences_in(language).lock
        tokens = tokens_for(width=width, percent=percent)
        async with stage(lambda: lock_settings_screen(model), tokens=tokens, language=language) as s:
            await shown(house, s)
            assert s.says(said.settings.is_on.pin)
            assert s.says(said.settings.has_no_card)
            no_thing_is_nameless(s)
            await s.tap(said.settings.make_card)
            await pressed(house, s, PIN)
            assert s.headings() == [(1, said.card.title)]
            assert said.card.save in s.names()
            await s.tap(said.card.written)
            await shown(house, s)
            assert s.says(said.settings.said_card)
            assert s.says(said.settings.has_card)
            await s.tap(said.settings.remove)
            await s.tap(said.settings.remove_yes)
            await pressed(house, s, PIN)
            assert s.says(said.settings.said_removed)
            assert said.settings.add in s.names()

    run(story())
