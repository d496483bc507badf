"""What a vault was before a backup took its place: its files stay where they are, its keys in the key file.

Two members of the key file's body, each there only when it says something:

    "former"   [{"at_ms": when it was put by, "body": the body it had, "files": [ids of its circle files]}]
    "strays"   [ids of circle files that nobody opens: of a change that was cut off, or thrown away]

So a change of vaults is one writing of the key file: before it the old one opens, after it the new one, and
going back is the same again. An id in either list is no planner of the vault.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from services.crypto.canonical import Json
from services.planner.errors import VaultDamaged
from services.planner.ids import FileId

_FORMER: Final = "former"
_STRAYS: Final = "strays"
_FILE_ID: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)

Body = Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Former:
    """A vault that was put by. Privacy: `body` holds its keys. Units: `at_ms` since 1970 UTC."""

    at_ms: int
    files: tuple[FileId, ...]
    body: Body

    def __repr__(self) -> str:
        return f"Former(files={len(self.files)})"


def formers_of(body: Body) -> tuple[Former, ...]:
    """The vaults that were put by, the latest first. Errors: VaultDamaged."""
    kept = body.get(_FORMER, [])
    if not isinstance(kept, list):
        raise VaultDamaged("former")
    return tuple(_former(one) for one in kept)


def strays_of(body: Body) -> tuple[FileId, ...]:
    """Files that nobody opens. Errors: VaultDamaged."""
    return _file_ids(body.get(_STRAYS, []))


def not_planners(body: Body) -> frozenset[FileId]:
    """Every file that is here and not in use. Errors: VaultDamaged."""
    put_by = (file_id for former in formers_of(body) for file_id in former.files)
    return frozenset((*strays_of(body), *put_by))


def with_former(body: Body, formers: Iterable[Former], strays: Iterable[FileId] = ()) -> dict[str, Json]:
    """The body with these lists in place of its own."""
    kept = keys_alone(body)
    put_by: list[Json] = [
        {"at_ms": one.at_ms, "body": keys_alone(one.body), "files": [*one.files]} for one in formers
    ]
    loose: list[Json] = [*strays]
    return kept | ({_FORMER: put_by} if put_by else {}) | ({_STRAYS: loose} if loose else {})


def keys_alone(body: Body) -> dict[str, Json]:
    """The body without the two lists."""
    return {name: value for name, value in body.items() if name not in (_FORMER, _STRAYS)}


def _former(kept: Json) -> Former:
    match kept:
        case {"at_ms": int(at_ms), "body": dict(body), "files": files}:
            return Former(at_ms, _file_ids(files), body)
        case _:
            raise VaultDamaged("former")


def _file_ids(kept: Json) -> tuple[FileId, ...]:
    if not isinstance(kept, list):
        raise VaultDamaged("files")
    ids = tuple(FileId(one) for one in kept if isinstance(one, str) and _FILE_ID.fullmatch(one))
    if len(ids) < len(kept):
        raise VaultDamaged("files")
    return ids
