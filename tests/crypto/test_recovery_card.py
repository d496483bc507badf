"""The recovery card: what is printed is what is read, also by a tired person with a phone."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.crypto.native import NativeCrypto
from services.crypto.recovery_card import CARD_BITS, RecoveryCard, new_card, read_card
from services.planner.errors import InputRejected
from tests.crypto.finish import finish
from tests.crypto.samples import CountedRandom

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CARDS = st.integers(0, 2**CARD_BITS - 1).map(lambda number: RecoveryCard(number.to_bytes(17, "big")))


@given(CARDS)
def test_what_is_printed_is_read(card: RecoveryCard) -> None:
    assert read_card(card.printed()) == card
    assert len(card.printed().replace("-", "")) == 27


@given(CARDS, st.randoms(use_true_random=False))
def test_spaces_dashes_small_letters_and_look_alikes_are_forgiven(card: RecoveryCard, hand: Random) -> None:
    looks = {"0": "0Oo", "1": "1IiLl"}
    letters = [hand.choice(looks.get(letter, letter + letter.lower())) for letter in card.printed()]
    typed = "".join(letter + hand.choice(["", "", " ", " - ", "–"]) for letter in letters)
    assert read_card(f"  {typed}\n") == card


@given(CARDS, st.data())
def test_any_one_wrong_character_is_noticed(card: RecoveryCard, data: st.DataObject) -> None:
    text = card.printed().replace("-", "")
    at = data.draw(st.integers(0, 25))
    other = data.draw(st.sampled_from([letter for letter in ALPHABET if letter != text[at]]))
    with pytest.raises(InputRejected):
        read_card(text[:at] + other + text[at + 1 :])


@given(CARDS, st.integers(0, 25))
def test_two_neighbours_in_the_wrong_order_are_noticed(card: RecoveryCard, at: int) -> None:
    text = card.printed().replace("-", "")
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if swapped != text:
        with pytest.raises(InputRejected):
            read_card(swapped)


@pytest.mark.parametrize("typed", ["", "-", "0" * 26, "0" * 28, "U" + "0" * 26, "0" * 26 + "1", "é" * 27])
def test_what_is_no_card_is_not_taken(typed: str) -> None:
    with pytest.raises(InputRejected):
        read_card(typed)


def test_the_check_characters_beyond_the_letters_are_used() -> None:
    checks = {RecoveryCard(number.to_bytes(17, "big")).printed()[-1] for number in range(37)}
    assert checks == set(ALPHABET + "*~$=U")


def test_a_card_keeps_its_number_to_itself() -> None:
    card = new_card(NativeCrypto())
    assert card.value.hex() not in repr(card)
    assert repr(finish(card.keys(NativeCrypto()))).count("KeyPair(…)") == 2


def test_no_card_is_made_whose_seed_a_browser_could_not_load() -> None:
    crypto = NativeCrypto(CountedRandom("cards"))
    assert all(new_card(crypto).sign_seed()[0] != 0 for _ in range(600))


def test_a_card_gives_other_keys_for_signing_and_for_sealing() -> None:
    keys = finish(new_card(NativeCrypto()).keys(NativeCrypto()))
    assert keys.sign.seed != keys.kem.seed
    assert len(keys.id) == 16
