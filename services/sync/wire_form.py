"""How bytes, ids and numbers stand in the JSON of the calls, and what an endpoint says when it will not.

What an endpoint receives is strict and forbids additions; what it answers may have some that an older app
passes over. Bytes travel as unpadded base64url.
"""

from typing import Annotated, Final, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer, WithJsonSchema

from services.crypto.canonical import from_base64url, to_base64url
from services.crypto.port import KEY_BYTES, SIGNATURE_BYTES
from services.planner.canonical import MAX_INT
from services.planner.errors import InputRejected
from services.sync.entry import HASH_BYTES, ID_BYTES, MOST_ENTRY_BYTES
from services.sync.problem import Problem
from services.sync.statement import NONCE_BYTES


def _from_text(value: object) -> object:
    if not isinstance(value, str):
        return value
    try:
        return from_base64url(value)
    except InputRejected as problem:
        raise ValueError("not base64url") from problem


def _text_of(size: int) -> WithJsonSchema:
    """How bytes of this size stand in a schema: as the text, whose last bits are zero."""
    last = ("", "[AQgw]", "[AEIMQUYcgkosw048]")[size % 3]
    whole = size * 8 // 6
    return WithJsonSchema({"type": "string", "pattern": f"^[A-Za-z0-9_-]{{{whole}}}{last}$"})


_AS_TEXT: Final = PlainSerializer(to_base64url, return_type=str)
ANY_TEXT: Final = WithJsonSchema({"type": "string", "pattern": "^[A-Za-z0-9_-]*$"})
WireBytes: TypeAlias = Annotated[bytes, BeforeValidator(_from_text), _AS_TEXT]
Id: TypeAlias = Annotated[WireBytes, Field(min_length=ID_BYTES, max_length=ID_BYTES), _text_of(ID_BYTES)]
Hash: TypeAlias = Annotated[
    WireBytes, Field(min_length=HASH_BYTES, max_length=HASH_BYTES), _text_of(HASH_BYTES)
]
Key: TypeAlias = Annotated[WireBytes, Field(min_length=KEY_BYTES, max_length=KEY_BYTES), _text_of(KEY_BYTES)]
Nonce: TypeAlias = Annotated[
    WireBytes, Field(min_length=NONCE_BYTES, max_length=NONCE_BYTES), _text_of(NONCE_BYTES)
]
Token: TypeAlias = Annotated[WireBytes, Field(min_length=32, max_length=32), _text_of(32)]
Signature: TypeAlias = Annotated[
    WireBytes, Field(min_length=SIGNATURE_BYTES, max_length=SIGNATURE_BYTES), _text_of(SIGNATURE_BYTES)
]
# A longer one is for the log's rules to refuse, by name.
RawEntry: TypeAlias = Annotated[WireBytes, Field(max_length=2 * MOST_ENTRY_BYTES), ANY_TEXT]
Count: TypeAlias = Annotated[int, Field(ge=0, le=MAX_INT)]
Day: TypeAlias = Annotated[int, Field(ge=0, lt=2**32)]


class Received(BaseModel):
    """What an endpoint receives."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Answered(BaseModel):
    """What a device receives; additions are passed over."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


def to_json(model: BaseModel) -> bytes:
    """The body of a request or answer, without what is None; of a round also without what is by default."""
    is_lean = getattr(model, "is_lean", False)
    return model.model_dump_json(exclude_none=True, exclude_defaults=is_lean, by_alias=True).encode()


class LastSent(Answered):
    """A device's last accepted entry, in a problem."""

    n: Count
    hash: Hash


class EraseSent(Received):
    """A signed order to erase: the body of DELETE /v1/circles/{id}, and part of `circle-erased`."""

    circle: Id
    day: Day
    by: Id
    sig: Signature


class ProblemAnswer(Answered):
    """RFC 9457. `device-removed` has `rosters`, those since the caller's; `circle-erased` has `order`."""

    type: str
    title: str = ""
    status: int
    now: Count | None = None
    last: LastSent | None = None
    rosters: list[RawEntry] | None = None
    order: EraseSent | None = None
    retry_after_s: Count | None = None

    @property
    def problem(self) -> Problem | None:
        """The problem by name; None for one this version does not know."""
        return next((problem for problem in Problem if problem.urn == self.type), None)


def problem_answer(
    problem: Problem,
    title: str = "",
    *,
    now: int | None = None,
    last: LastSent | None = None,
    rosters: list[bytes] | None = None,
    order: EraseSent | None = None,
    retry_after_s: int | None = None,
) -> ProblemAnswer:
    """A problem's object. Privacy: `title` never holds what was sent."""
    return ProblemAnswer(
        type=problem.urn,
        title=title or problem.value,
        status=problem.status,
        now=now,
        last=last,
        rosters=rosters,
        order=order,
        retry_after_s=retry_after_s,
    )
