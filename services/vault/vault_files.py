"""Which names in a store belong to what.

keys.a keys.b            the key file            <32 hex>.a <32 hex>.b    a circle file
                                                 <32 hex>.r0              entries beside a circle file
attempts                 wrong tries             <32 hex>.v1.bak          a circle file before a migration
settings                 the device's settings   <any of these>.damaged   set aside, never opened again
"""

import re
from typing import Final

from services.planner.ids import FileId
from services.vault.key_ring import KEYS_STEM
from services.vault.ports import Store
from services.vault.slots import SLOT_ENDS

_CIRCLE: Final = re.compile(r"([0-9a-f]{32})\.[ab]")
_CHUNK: Final = re.compile(r"[0-9a-f]{32}\.r[0-9]+")
_DAMAGED: Final = ".damaged"
_KEEPSAKES: Final = (_DAMAGED, ".bak")
_KEY_NAMES: Final = frozenset(KEYS_STEM + end for end in SLOT_ENDS)


async def circle_file_ids(store: Store) -> tuple[FileId, ...]:
    """Every planner that has a file here."""
    found = (_CIRCLE.fullmatch(name) for name in await store.names())
    return tuple(sorted({FileId(match[1]) for match in found if match}))


async def is_empty(store: Store) -> bool:
    """Whether nobody has a vault here, whole or not."""
    names = await store.names()
    return not any(name in _KEY_NAMES or _CIRCLE.fullmatch(name) for name in names)


async def drop_keepsakes(store: Store) -> None:
    """Removes what was kept beside the vault and would open under a PIN or card of before."""
    for name in await store.names():
        if name.endswith(_KEEPSAKES):
            await store.delete(name)


async def set_aside(store: Store) -> None:
    """Puts `.damaged` behind every name of the vault, so that a new one can begin and nothing is lost."""
    names = await store.names()
    for name in names:
        if name in _KEY_NAMES or _CIRCLE.fullmatch(name) or _CHUNK.fullmatch(name):
            content = await store.read(name)
            if content is not None:
                await store.write(_free_name(name, names), content)
            await store.delete(name)


def _free_name(name: str, taken: list[str]) -> str:
    candidates = [f"{name}{_DAMAGED}", *(f"{name}.{n}{_DAMAGED}" for n in range(2, 100))]
    return next(candidate for candidate in candidates if candidate not in taken)
