"""The printed letter: one page that needs nothing and nobody else, in every language."""

import pytest

from services.paper.letter_page import letter_page
from services.sync.ticket import LinkTicket
from tests.paper.test_recovery_card import Outside
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

LINK = LinkTicket("A" * 22, bytes(range(16)), bytes(16), "https://bell.example").link("https://app.example/")


def page(own_words: str = "", language: Language = Language.ENGLISH) -> str:
    words = sentences_in(language).letters.paper
    return letter_page(LINK, words, "A parent or carer", "4 December 2026", own_words)


@pytest.mark.parametrize("language", Language)
def test_the_page_asks_nobody_for_anything(language: Language) -> None:
    outside = Outside()
    outside.feed(page("See you on Friday", language))
    assert not outside.reaching
    assert not outside.open, "every element is closed"


@pytest.mark.parametrize("language", Language)
def test_it_says_for_whom_until_when_and_how(language: Language) -> None:
    words, said = sentences_in(language).letters.paper, page(language=language)
    assert f'lang="{language.value}"' in said
    assert "A parent or carer" in said
    assert "4 December 2026" in said
    assert said.count("<svg") == 1
    assert LINK in said
    assert said.count("<li>") == len(words.use_steps)


def test_the_writers_words_are_text_and_nothing_else() -> None:
    said = page("For Sam <script>alert(1)</script> & you")
    assert "For Sam &lt;script&gt;alert(1)&lt;/script&gt; &amp; you" in said
    assert "<script>" not in said
    assert 'class="own"' not in page("  ")
