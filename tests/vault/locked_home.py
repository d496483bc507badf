"""A home with a vault in it, set up under a lock and closed again; and the files that lie there."""

from services.planner.words import Role
from services.vault.vault_state import LockKind
from tests.vault.homes import Home, tick

SECRETS = {
    LockKind.NONE: None,
    LockKind.PIN: "4711",
    LockKind.PICTURE_PIN: "03-11-00-07",
    LockKind.PASSPHRASE: "a long enough sentence",
}


async def set_up(home: Home, kind: LockKind = LockKind.NONE, with_card: bool = False) -> str:
    vault = home.vault()
    card = await vault.create(kind, SECRETS[kind], with_card)
    journal = await vault.add_planner(role=Role.PUPIL)
    await journal.write([tick()])
    await vault.close()
    return card.printed() if card else ""


def files(home: Home) -> dict[str, bytes]:
    return dict(home.memory.content_by_name)


def circle(home: Home, slot: str) -> str:
    return next(name for name in files(home) if len(name) == 34 and name.endswith(slot))
