"""Choosing a lock, one question a page: which kind, the secret twice, and whether a card is wanted."""

from typing import assert_never

import flet as ft

from services.vault.vault_state import LockKind
from views.binding import use_model
from views.design.button import big_button, quiet_button
from views.design.choice import Choice, choice_cards
from views.design.lettering import body_text
from views.design.notice import notice
from views.design.picture import pictogram
from views.design.surface import Tap, row
from views.design.tokens import Tokens
from views.lock.lock_words import for_kind
from views.lock.new_lock_model import Choosing, Entering, NewLockModel, OfferingCard
from views.lock.question_page import Progress, question_page
from views.lock.secret_pad import secret_pad
from views.strings.catalogue import Sentences
from views.strings.groups.lock import CardSentences
from views.strings.problem_sentence import code_sentence
from views.surroundings import Surroundings, use_surroundings

PICTURE_BY_KIND = {
    LockKind.NONE: "phone",
    LockKind.PIN: "lock",
    LockKind.PICTURE_PIN: "art",
    LockKind.PASSPHRASE: "pencil",
}


@ft.component
def new_lock_page(
    model: NewLockModel,
    on_back: Tap | None,
    on_next: Tap,
    progress: Progress | None = None,
    note: str = "",
    error: str | None = None,
) -> ft.Control:
    """`on_next` takes the marked kind. `note` stands above the first question; `error` ended the last try."""
    around = use_surroundings()
    state = use_model(model)
    trouble: list[ft.Control] = []
    if error:
        trouble = [
            notice(around.tokens, code_sentence(around.sentences, error), tone="careful", key="trouble")
        ]
    match state:
        case Choosing():
            return _choosing(around, state, model, on_back, on_next, progress, note, trouble)
        case Entering():
            return _entering(model, on_back, progress)
        case OfferingCard():
            return _offering(around, state, model, on_back, progress, trouble)
        case _:
            assert_never(state)


def _choosing(
    around: Surroundings,
    state: Choosing,
    model: NewLockModel,
    on_back: Tap | None,
    on_next: Tap,
    progress: Progress | None,
    note: str,
    trouble: list[ft.Control],
) -> ft.Control:
    tokens, words, said = around.tokens, around.sentences.words, around.sentences.lock.choosing
    choices = [
        Choice(kind, _name(around.sentences, kind, model.is_web), PICTURE_BY_KIND[kind], note=about)
        for kind in state.kinds
        for about in [_about(around.sentences, kind, model.is_web, kind is state.kinds[0])]
    ]
    return question_page(
        tokens,
        said.title if LockKind.NONE in state.kinds and not note else said.title_anew,
        [*trouble, choice_cards(tokens, choices, state.chosen, model.choose)],
        hint=note or (said.note_in_a_browser if model.is_web else said.note_on_a_phone),
        back_label=words.back,
        on_back=on_back,
        progress=progress,
        bar=[big_button(tokens, words.next, on_next, key="next")],
    )


def _name(sentences: Sentences, kind: LockKind, is_web: bool) -> str:
    said = sentences.lock.choosing
    if kind is LockKind.NONE:
        return said.none
    return said.six_digits if kind is LockKind.PIN and is_web else for_kind(said.name, kind)


def _about(sentences: Sentences, kind: LockKind, is_web: bool, is_first: bool) -> str:
    said = sentences.lock.choosing
    if kind is LockKind.NONE:
        about = said.none_in_a_browser if is_web else said.none_on_a_phone
    elif kind is LockKind.PIN and is_web:
        about = said.about_six_digits
    else:
        about = for_kind(said.about, kind)
    return f"{said.suggested}. {about}" if is_first else about


@ft.component
def _entering(model: NewLockModel, on_back: Tap | None, progress: Progress | None) -> ft.Control:
    around = use_surroundings()
    said = around.sentences.lock.entering
    state = use_model(model.secret)
    is_six = state.kind is LockKind.PIN and model.is_web
    hint = said.new_hint_six_digits if is_six else for_kind(said.new_hint, state.kind)
    return question_page(
        around.tokens,
        for_kind(said.again_title if state.is_again else said.new_title, state.kind),
        [secret_pad(model.secret)],
        hint=said.again_hint if state.is_again else hint,
        back_label=around.sentences.words.back,
        on_back=on_back or model.back,
        progress=progress,
    )


def _offering(
    around: Surroundings,
    state: OfferingCard,
    model: NewLockModel,
    on_back: Tap | None,
    progress: Progress | None,
    trouble: list[ft.Control],
) -> ft.Control:
    tokens, said = around.tokens, around.sentences.lock.card
    keeps = state.has_card
    return question_page(
        tokens,
        said.keep_title if keeps else said.offer_title,
        [
            *trouble,
            row([pictogram(tokens, "recovery_card", 120)], along="center"),
            body_text(tokens, said.keep_offer if keeps else said.offer),
            *([] if keeps else [notice(tokens, said.offer_note, tone="careful")]),
        ],
        back_label=around.sentences.words.back,
        on_back=on_back or model.back,
        progress=progress,
        bar=_keep_or_new(tokens, said, model) if keeps else _card_or_none(tokens, said, model),
    )


def _card_or_none(tokens: Tokens, said: CardSentences, model: NewLockModel) -> list[ft.Control]:
    return [
        big_button(tokens, said.offer_yes, lambda: model.take_card(with_card=True), key="card-yes"),
        quiet_button(
            tokens, said.offer_no, lambda: model.take_card(with_card=False), is_bare=True, key="card-no"
        ),
    ]


def _keep_or_new(tokens: Tokens, said: CardSentences, model: NewLockModel) -> list[ft.Control]:
    return [
        big_button(tokens, said.keep_old, lambda: model.take_card(with_card=False), key="card-keep"),
        quiet_button(
            tokens, said.keep_new, lambda: model.take_card(with_card=True), is_bare=True, key="card-new"
        ),
    ]
