"""Brings a database to this version's schema, one process at a time."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

from services.endpoint.store_sql import SqlStore, our_errors

LATEST: Final = "0001"
_LOCK: Final = 0x46424550  # any number, the same in every process


async def migrate(store: SqlStore) -> None:
    """Whatever is lacking, in one transaction. Errors: StorageUnavailable."""
    with our_errors():
        async with store.writer.begin() as connection:
            if not store.is_sqlite:
                await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            await connection.run_sync(_upgrade)


def _upgrade(connection: Connection) -> None:
    if inspect(connection).has_table("alembic_version"):
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
        if version == LATEST:
            return  # the usual start is quick
    from alembic import command  # slow to load, and rarely needed
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    config.attributes["connection"] = connection
    command.upgrade(config, LATEST)
