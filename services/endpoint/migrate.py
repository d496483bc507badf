"""Brings a database to this version's schema."""

from pathlib import Path
from typing import Final

from sqlalchemy import Connection, inspect, text

LATEST: Final = "0001"


def migrate(connection: Connection) -> None:
    """Whatever is lacking, in the transaction of this connection, which keeps everybody else waiting."""
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
