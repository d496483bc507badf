"""From an error to what a person reads."""

from services.planner.errors import FirstbellError, InputRejected, PinMustWait, WrongPin
from views.strings.catalogue import Sentences


def problem_sentence(sentences: Sentences, error: FirstbellError) -> str:
    """What happened and what to do, in one or two sentences."""
    problems = sentences.problems
    if isinstance(error, InputRejected) and error.field in problems.by_field:
        return problems.by_field[error.field]
    said = code_sentence(sentences, error.code)
    if isinstance(error, WrongPin | PinMustWait) and error.wait_ms > 0:
        return f"{said} {wait_sentence(sentences, error.wait_ms)}"
    return said


def problem_key(error: FirstbellError) -> str:
    """What a state remembers of an error: the field that was amiss, or the error's code."""
    return error.field if isinstance(error, InputRejected) else error.code


def key_sentence(sentences: Sentences, key: str) -> str:
    """The sentence of a `problem_key`."""
    return sentences.problems.by_field.get(key) or code_sentence(sentences, key)


def code_sentence(sentences: Sentences, code: str) -> str:
    """The sentence of an error's code."""
    return sentences.problems.by_code.get(code, sentences.problems.something)


def wait_sentence(sentences: Sentences, wait_ms: int) -> str:
    """How long to wait, rounded up to whole seconds or minutes."""
    seconds = -(-wait_ms // 1000)
    if seconds <= 90:
        return sentences.problems.wait_seconds.say(seconds)
    return sentences.problems.wait_minutes.say(-(-seconds // 60))
