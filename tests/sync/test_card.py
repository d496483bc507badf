"""The card on paper, in a roster: its id is a device's, it opens the circle, and signs what only it may."""

from services.crypto.device_keys import device_id
from services.crypto.recovery_card import new_card, read_card
from services.planner.words import Role
from services.sync.epoch_keys import open_keys
from services.sync.statement import sign_erase, verify_erase
from tests.crypto.finish import finish
from tests.sync.circle import TABLET, CountedCrypto, founded, public


def test_what_stands_on_the_paper_is_what_the_roster_names() -> None:
    printed = new_card(CountedCrypto("paper")).printed()
    card = finish(read_card(printed.lower()).keys(CountedCrypto()))
    circle = founded(card=public(card))
    recovery = circle.state.chain.roster.recovery
    assert recovery is not None
    assert recovery.id == card.id == device_id(card.sign.public, card.kem.public)
    assert card.id not in circle.state.chain.roster.members


def test_the_paper_alone_opens_a_circle_brings_a_new_phone_in_and_may_erase_it() -> None:
    paper, next_paper = new_card(CountedCrypto("paper")), new_card(CountedCrypto("next paper"))
    card = finish(paper.keys(CountedCrypto()))
    circle = founded(card=public(card))
    keys = finish(open_keys(circle.crypto, circle.state.chain, card.id, card.kem.seed))
    assert keys.by_epoch == circle.keys.by_epoch
    order = finish(sign_erase(circle.crypto, card, circle.state.chain.circle, 20_700))
    finish(verify_erase(circle.crypto, circle.state.chain, order))
    fresh = public(finish(next_paper.keys(CountedCrypto())))
    circle.change(card, add=((public(TABLET), Role.PUPIL),), card=fresh)
    assert TABLET.id in circle.state.chain.roster.members
    assert (
        finish(open_keys(circle.crypto, circle.state.chain, TABLET.id, TABLET.kem.seed)).about == keys.about
    )
