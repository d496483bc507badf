"""Where a secret is entered: a pad of digits, a pad of pictures, or a field."""

from collections.abc import Mapping

import flet as ft

from services.vault.vault_state import LockKind
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.field import field
from views.design.icons import icon
from views.design.lettering import body_text, label, soft_text, words
from views.design.pad import KEY_GAP, entered_row, hears_keys, key_rows, pad_key
from views.design.picture import pictogram
from views.design.surface import column, row
from views.design.tokens import Tokens
from views.lock.lock_words import problem_words
from views.lock.pad_pictures import PAD_PICTURES
from views.lock.secret_model import SecretModel, SecretState
from views.strings.groups.lock import EnteringSecret
from views.surroundings import use_surroundings

_PAD_WIDTH = 340
_DIGITS = ("1", "2", "3", "4", "5", "6", "7", "8", "9")


@ft.component
def secret_pad(model: SecretModel, is_alone: bool = False) -> ft.Control:
    """The pad or field of the model's kind, and what is amiss. `is_alone`: in the middle of its page."""
    around = use_surroundings()
    state = use_model(model)
    said = around.sentences.lock.entering
    tokens = around.tokens
    if state.kind is LockKind.PASSPHRASE:
        return _passphrase(tokens, said, state, model)
    width = min(_PAD_WIDTH, tokens.width - 2 * tokens.page_edge)
    if state.kind is LockKind.PICTURE_PIN:
        places, pad = model.most, _pictures(tokens, around.sentences.words.pictures, said, model, width)
    else:
        places, pad = max(model.pin_least, state.count), _digits(tokens, said, model, width)
    entered = said.entered.format(count=state.count, most=places)
    return column(
        [entered_row(tokens, state.count, places, entered), _amiss(tokens, said, state, model), pad],
        gap=16,
        across="center" if is_alone or tokens.is_phone else "start",
    )


def _amiss(tokens: Tokens, said: EnteringSecret, state: SecretState, model: SecretModel) -> ft.Control:
    """One line that is always there, so that the keys do not move under a finger."""
    problem = problem_words(said, state, model.pin_least)
    text = said.checking if state.is_busy else problem or ""
    shown = body_text(tokens, text, align="center") if problem else soft_text(tokens, text, align="center")
    return ft.Semantics(live_region=True, content=shown, key="amiss")


def _digits(tokens: Tokens, said: EnteringSecret, model: SecretModel, width: float) -> ft.Control:
    across = (width - 2 * KEY_GAP) / 3
    tall = tokens.type.label * 1.25 + (10 if tokens.is_large else 36)

    def digit(each: str) -> ft.Control:
        return pad_key(
            tokens,
            label(tokens, each, align="center"),
            each,
            lambda: model.press(each),
            width=across,
            height=tall,
            key=f"digit-{each}",
        )

    ok = words(tokens, said.ok, size=tokens.type.button, ink="on_now", is_bold=True, align="center")
    keys = [
        *(digit(each) for each in _DIGITS),
        pad_key(
            tokens,
            icon(tokens, "backspace"),
            said.take_back,
            model.take_back,
            width=across,
            height=tall,
            key="take-back",
        ),
        digit("0"),
        pad_key(tokens, ok, said.ok, model.submit, width=across, height=tall, is_strong=True, key="ok"),
    ]
    return hears_keys(key_rows(tokens, keys, 3), lambda name: _on_key(model, name))


def _on_key(model: SecretModel, name: str) -> None:
    """A key of a keyboard: "7", "Numpad 7", "Backspace", "Enter". Tab and the rest are not ours."""
    plain = name.removeprefix("Numpad ")
    if plain in ("Backspace", "Delete"):
        model.take_back()
    elif plain == "Enter":
        model.submit_typed()
    else:
        model.type_digit(plain)


def _pictures(
    tokens: Tokens, name_by_picture: Mapping[str, str], said: EnteringSecret, model: SecretModel, width: float
) -> ft.Control:
    side = (width - 3 * KEY_GAP) / 4

    def picture(place: int, name: str) -> ft.Control:
        return pad_key(
            tokens,
            pictogram(tokens, name, side * 0.66),
            name_by_picture[name],
            lambda: model.pick(place),
            width=side,
            height=side,
            key=f"picture-{place:02}",
        )

    keys = [picture(place, name) for place, name in enumerate(PAD_PICTURES)]
    undo = quiet_button(tokens, said.take_back, model.take_back, icon_name="backspace", key="take-back")
    pad = column(
        [key_rows(tokens, keys, 4), row([undo], wraps=True, along="center")], gap=16, across="center"
    )
    return hears_keys(pad, lambda name: _on_key(model, name))


def _passphrase(tokens: Tokens, said: EnteringSecret, state: SecretState, model: SecretModel) -> ft.Control:
    show = said.hide if state.is_readable else said.show
    return column(
        [
            field(
                tokens,
                said.field,
                model.text,
                model.write,
                error=problem_words(said, state, model.pin_least),
                max_length=200,
                keyboard="text" if state.is_readable else "secret",
                on_submit=model.submit,
                is_focused=True,
                key=f"passphrase-{state.fresh}",
            ),
            row(
                [
                    quiet_button(
                        tokens,
                        show,
                        lambda: model.set_readable(not state.is_readable),
                        icon_name="eye",
                        is_bare=True,
                        key="show-letters",
                    )
                ],
                wraps=True,
            ),
            big_button(tokens, said.checking if state.is_busy else said.ok, model.submit, key="ok"),
        ],
        gap=12,
    )
