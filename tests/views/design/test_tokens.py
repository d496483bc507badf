"""Text grows in one place; what a person chose is bounded and compared by value."""

from hypothesis import given
from hypothesis import strategies as st

from views.design.palettes import ThemeName
from views.design.tokens import TICK_TARGET, tokens_for


def test_at_200_percent_what_is_read_is_twice_as_large() -> None:
    usual, large = tokens_for(percent=100).type, tokens_for(percent=200).type
    assert large.body == usual.body * 2
    assert large.small == usual.small * 2
    assert large.button == usual.button * 2


def test_on_a_phone_headings_stop_growing_before_a_long_word_is_cut() -> None:
    assert tokens_for(percent=200, width=390).type.greeting < 60
    assert tokens_for(percent=200, width=1180).type.greeting == 60


@given(percent=st.integers(-500, 900), width=st.integers(200, 2000))
def test_larger_kinds_of_text_are_never_smaller_than_the_kind_below(percent: int, width: int) -> None:
    kinds = tokens_for(percent=percent, width=width).type
    assert kinds.small < kinds.body <= kinds.label <= kinds.title <= kinds.greeting


def test_no_motion_means_none() -> None:
    assert tokens_for(has_motion=False).motion_ms == 0
    assert 150 <= tokens_for().motion_ms <= 250


def test_the_same_choices_are_the_same_tokens() -> None:
    assert tokens_for(theme=ThemeName.DARK, percent=125) == tokens_for(theme=ThemeName.DARK, percent=125)
    assert tokens_for() != tokens_for(is_rtl=True)


def test_a_pupils_tick_is_large_enough_for_a_sleepy_thumb() -> None:
    assert TICK_TARGET >= 64
