"""What an operator chooses, each by an environment variable FIRSTBELL_<NAME>. See docs/deploy.md."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, field_validator

_ORIGIN = re.compile(r"https?://([a-z0-9.-]+|\[[0-9a-f:]+\])(:[0-9]{1,5})?")


class Settings(BaseModel):
    """The endpoint's settings. Units: rates are each minute or hour, as the name says."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    database_url: str = ""  # empty: SQLite under `home`
    read_url: str = ""  # a PostgreSQL replica that is never behind what was acknowledged
    home: Path = Path("firstbell-endpoint")
    origins: tuple[str, ...] = ()  # where devices have this endpoint configured: https://sync.example.org
    cors_origins: tuple[str, ...] = ()  # where the web app is served, if on another origin
    host: str = "127.0.0.1"
    port: int = Field(default=8600, ge=0, le=65535)
    metrics_port: int = Field(default=0, ge=0, le=65535)  # 0: none
    metrics_host: str = "127.0.0.1"
    proxies: str = "127.0.0.1"  # whose X-Forwarded-For is believed
    contact: str = ""
    org_circles: int = Field(default=5_000, ge=1)
    hosted_each_device: int = Field(default=4, ge=0)
    sync_per_minute: float = Field(default=60, gt=0)
    sync_burst: float = Field(default=20, ge=1)
    host_per_minute: float = Field(default=60, gt=0)
    host_burst: float = Field(default=200, ge=1)  # a caseload at once, as in one round
    token_per_minute: float = Field(default=10, gt=0)
    token_per_minute_address: float = Field(default=600, gt=0)
    pairing_per_hour_org: float = Field(default=20, gt=0)
    pairing_per_hour_address: float = Field(default=300, gt=0)

    @field_validator("origins", "cors_origins", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return tuple(value.replace(",", " ").split()) if isinstance(value, str) else value

    @field_validator("origins", "cors_origins")
    @classmethod
    def _check(cls, origins: tuple[str, ...]) -> tuple[str, ...]:
        for origin in origins:
            if not _ORIGIN.fullmatch(origin):
                raise ValueError("an origin looks like https://sync.example.org, without a path")
        return origins

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """The settings of these variables; those that are not there have their usual values."""
        named = {name: environment.get(f"FIRSTBELL_{name.upper()}") for name in cls.model_fields}
        return cls.model_validate({name: value for name, value in named.items() if value})

    @property
    def url(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite:///{self.home.absolute() / 'endpoint.db'}"
