"""Which languages there are, how each calls itself, and which way it runs."""

from views.strings.catalogue import Language, Sentences

OWN_NAME = {Language.ENGLISH: "English", Language.WELSH: "Cymraeg"}
RIGHT_TO_LEFT: frozenset[Language] = frozenset()


def sentences_in(language: Language) -> Sentences:
    """The sentences of a language; those of the others are not even read, as each start waits for them."""
    match language:
        case Language.ENGLISH:
            from views.strings.en_gb import ENGLISH

            return ENGLISH
        case Language.WELSH:
            from views.strings.cy import WELSH

            return WELSH


def is_right_to_left(language: Language) -> bool:
    """Whether the page turns round."""
    return language in RIGHT_TO_LEFT


def language_for(tag: str) -> Language:
    """The language nearest to a tag such as "cy-GB"; English if there is none."""
    first = tag.replace("_", "-").split("-")[0].lower()
    return next((each for each in Language if each.value.split("-")[0].lower() == first), Language.ENGLISH)
