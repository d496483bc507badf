"""Entering a PIN, four pictures or a passphrase, without a screen."""

import pytest

from services.vault.vault_state import LockKind
from views.lock.secret_model import SecretModel
from views.lock.secret_rules import PIN_LEAST_IN_A_BROWSER, SecretProblem


def typed(model: SecretModel, digits: str) -> None:
    for digit in digits:
        model.press(digit)


@pytest.fixture
def handed() -> list[str]:
    return []


def test_a_pin_is_handed_on_when_ok_is_pressed(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append)
    typed(model, "2580")
    assert handed == []
    model.submit()
    assert handed == ["2580"]
    assert model.state.is_busy


def test_a_sixth_digit_needs_no_ok(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append)
    typed(model, "258036")
    assert handed == ["258036"]


def test_fingers_that_go_on_pressing_change_nothing_while_it_is_being_looked_at(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append)
    typed(model, "25803699")
    model.submit()
    assert handed == ["258036"]
    assert model.state.is_busy


def test_the_last_digit_can_be_taken_back(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append)
    typed(model, "25809")
    model.take_back()
    assert model.state.count == 4
    model.submit()
    assert handed == ["2580"]


def test_letters_and_signs_are_no_digits(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append)
    for key in ("a", "²", "12", "", "٣"):
        model.press(key)
    assert model.state.count == 0


def test_four_pictures_in_order_are_handed_on_at_the_fourth(handed: list[str]) -> None:
    model = SecretModel(LockKind.PICTURE_PIN, handed.append)
    for picture in (3, 11, 0, 7):
        model.pick(picture)
    assert handed == ["03-11-00-07"]


def test_a_passphrase_may_end_in_the_space_that_a_phone_adds(handed: list[str]) -> None:
    model = SecretModel(LockKind.PASSPHRASE, handed.append)
    model.write("three brown teapots ")
    model.submit()
    assert handed == ["three brown teapots"]


def test_nothing_entered_is_asked_for_kindly(handed: list[str]) -> None:
    for kind in (LockKind.PIN, LockKind.PICTURE_PIN, LockKind.PASSPHRASE):
        model = SecretModel(kind, handed.append)
        model.submit()
        assert model.state.problem is SecretProblem.EMPTY
    assert handed == []


def test_a_new_pin_is_asked_for_twice(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append, is_new=True)
    typed(model, "2580")
    model.submit()
    assert model.state.is_again
    assert model.state.count == 0
    assert handed == []
    typed(model, "2580")
    model.submit()
    assert handed == ["2580"]


def test_two_that_differ_are_both_asked_for_again(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append, is_new=True)
    typed(model, "258036")
    typed(model, "258037")
    assert model.state.problem is SecretProblem.NOT_THE_SAME
    assert not model.state.is_again
    typed(model, "258037")
    typed(model, "258037")
    assert handed == ["258037"]


@pytest.mark.parametrize("easy", ["0000", "1111", "1234", "4321", "123456", "987654"])
def test_a_pin_that_anybody_would_try_first_is_not_taken(easy: str, handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append, is_new=True)
    typed(model, easy)
    model.submit()
    assert model.state.problem is SecretProblem.EASY
    assert model.state.count == 0


def test_a_short_pin_stays_there_to_be_made_longer(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append, is_new=True, pin_least=PIN_LEAST_IN_A_BROWSER)
    typed(model, "2580")
    model.submit()
    assert model.state.problem is SecretProblem.TOO_SHORT
    assert model.state.count == 4
    typed(model, "36")
    assert model.state.is_again


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("short", SecretProblem.TOO_SHORT),
        ("          ", SecretProblem.EMPTY),
        ("aaaaaaaaaaaaaa", SecretProblem.EASY),
        ("abababababab", SecretProblem.EASY),
    ],
)
def test_a_passphrase_needs_twelve_letters_that_are_not_all_alike(
    words: str, problem: SecretProblem, handed: list[str]
) -> None:
    model = SecretModel(LockKind.PASSPHRASE, handed.append, is_new=True)
    model.write(words)
    model.submit()
    assert model.state.problem is problem
    assert handed == []


def test_back_from_the_second_time_leads_to_the_first(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append, is_new=True)
    typed(model, "258036")
    assert model.back()
    assert not model.state.is_again
    assert not model.back(), "there is nothing before the first time"


def test_a_wrong_one_is_asked_for_again(handed: list[str]) -> None:
    model = SecretModel(LockKind.PIN, handed.append)
    typed(model, "258036")
    model.reject()
    assert model.state.problem is SecretProblem.WRONG
    assert not model.state.is_busy
    typed(model, "1")
    assert model.state.problem is None


@pytest.mark.parametrize("kind", [LockKind.PIN, LockKind.PICTURE_PIN, LockKind.PASSPHRASE])
def test_what_was_entered_is_never_in_the_state(kind: LockKind, handed: list[str]) -> None:
    model = SecretModel(kind, handed.append, is_new=True)
    seen: list[str] = []
    model.subscribe(lambda: seen.append(repr(model.state)))
    if kind is LockKind.PIN:
        typed(model, "258036")
    elif kind is LockKind.PICTURE_PIN:
        for picture in (3, 11, 0, 7):
            model.pick(picture)
    else:
        model.write("three brown teapots")
        model.submit()
    assert seen
    assert not any(text in line for line in seen for text in ("2580", "03-11", "teapot"))
