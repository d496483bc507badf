"""A planner with a person in it, its backup, and what can be asked of a vault afterwards."""

from services.planner.edit import Change
from services.planner.ids import who_record
from services.planner.words import Role
from services.vault.backup import Backup
from services.vault.copies import Copies
from services.vault.journal import Journal
from services.vault.vault import Vault
from services.vault.vault_state import LockKind
from tests.vault.homes import Home, tick, ticked

WORDS = "four otters under the bridge"


def copies_of(home: Home, vault: Vault) -> Copies:
    """The copies of this vault."""
    return Copies(vault, home.store, home.crypto, home.clock, home.schema)


async def begun(home: Home, *steps: str, lock: LockKind = LockKind.NONE, pin: str | None = None) -> Vault:
    """A vault with one planner: Sam's, with these steps ticked."""
    vault = home.vault()
    await vault.create(lock, pin)
    journal = await vault.add_planner(role=Role.PUPIL)
    await say_who(vault, journal)
    for step in steps:
        await journal.write([tick(step)])
    return vault


async def say_who(vault: Vault, journal: Journal, name: str = "Sam") -> None:
    """This device is Sam's."""
    own = who_record(vault.device_hex)
    said = {"_new": "who", "person": "p-sam", "name": name, "role": "pupil", "picture": "fox"}
    await journal.write([Change(own, "who", field, value) for field, value in said.items()])


async def backup_of(home: Home, vault: Vault) -> Backup:
    """What the file of now holds, through the file."""
    copies = copies_of(home, vault)
    return await copies.read(await copies.make(WORDS), WORDS)


def who_says(vault: Vault, journal: Journal) -> dict[str, object]:
    """What this device says of its person."""
    record = journal.records.get(who_record(vault.device_hex))
    return {} if record is None else dict(record.fields)


def all_ticked(vault: Vault) -> list[set[str]]:
    """Planner by planner."""
    return [ticked(journal) for journal in vault.journals()]
