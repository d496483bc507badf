"""The printed recovery card: one page that needs nothing and nobody else."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from services.crypto.recovery_card import RecoveryCard
from services.paper.card_words import CardWords
from services.paper.qr import qr_svg
from services.paper.recovery_card import letter_groups, recovery_card_page
from services.planner.errors import InputRejected

CARD = RecoveryCard(bytes(range(17)))
CODE = CARD.printed().replace("-", "")
WORDS = CardWords(
    language="en-GB",
    is_rtl=False,
    title="Recovery card",
    what_it_is="It opens this planner when the PIN is forgotten.",
    letters_heading="The letters",
    letters_note="Capital or small makes no difference.",
    qr_label="The same letters as a picture",
    use_heading="How to use it",
    use_steps=("Open Firstbell.", "Choose <b>I forgot</b>."),
    keep_heading="Where to keep it",
    keep_notes=("With papers that matter.",),
    lost_note="Whoever holds this card can open the planner.",
    address_line="Endpoint: {address}",
    written_on="Made on",
)


class Outside(HTMLParser):
    """Collects everything on a page that could reach out of it."""

    def __init__(self) -> None:
        super().__init__()
        self.reaching: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"script", "link", "img", "iframe", "object", "a", "form"}:
            self.reaching.append(tag)
        self.reaching += [name for name, _ in attrs if name in {"src", "href", "action"} or name[:2] == "on"]
        if tag not in {"meta", "path"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "path":
            assert self.open.pop() == tag


def test_the_page_asks_nobody_for_anything() -> None:
    page = recovery_card_page(CODE, WORDS)
    outside = Outside()
    outside.feed(page)
    assert not outside.reaching
    assert not outside.open, "every element is closed"
    assert "url(" not in page
    assert "@import" not in page
    assert re.findall(r"https?://[^\"' <]+", page) == ["http://www.w3.org/2000/svg"], "a name, not an address"
    assert "default-src 'none'" in page


def test_a_reader_finds_the_characters_in_fours_and_can_join_them_again() -> None:
    page = recovery_card_page(CODE, WORDS)
    shown = re.findall(r"<li>([0-9A-Z*~$=]{3,4})</li>", page)
    assert "".join(shown) == CODE
    assert [len(group) for group in shown] == [4, 4, 4, 4, 4, 4, 3]


def test_small_letters_hyphens_and_spaces_make_no_difference() -> None:
    assert letter_groups(f" {CARD.printed().lower()} ") == letter_groups(CODE)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        CODE[:-1],
        CODE + "0",
        CODE.replace("0", "U"),
        CODE.replace("0", "<"),
        CODE[1] + CODE[:1] + CODE[2:],
    ],
)
def test_what_is_no_card_is_never_printed(wrong: str) -> None:
    with pytest.raises(InputRejected):
        recovery_card_page(wrong, WORDS)


def test_the_square_is_a_picture_with_a_name() -> None:
    drawn = qr_svg(CODE, "the same letters & more")
    assert drawn.startswith('<svg role="img"')
    assert drawn.endswith("</svg>")
    assert "<title>the same letters &amp; more</title>" in drawn


def test_words_are_words_and_never_markup() -> None:
    page = recovery_card_page(CODE, WORDS)
    assert "<b>" not in page
    assert "&lt;b&gt;I forgot&lt;/b&gt;" in page


def test_the_address_stands_there_only_when_there_is_one() -> None:
    assert "Endpoint:" not in recovery_card_page(CODE, WORDS)
    page = recovery_card_page(CODE, WORDS, address='https://bell.example/"<x>')
    assert "Endpoint: https://bell.example/&quot;&lt;x&gt;" in page


def test_a_page_in_urdu_turns_round_and_its_letters_stay_left_to_right() -> None:
    page = recovery_card_page(CODE, replace(WORDS, language="ur", is_rtl=True))
    assert '<html lang="ur" dir="rtl">' in page
    assert "direction: ltr" in page
