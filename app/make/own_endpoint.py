"""The endpoint that `make run` has beside the app, on the app's own origin."""

import os
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from fastapi import FastAPI

from app.make.answer import BuildStopped, say
from services.crypto.canonical import to_base64url
from services.endpoint.app import endpoint_app
from services.endpoint.office import Office
from services.endpoint.operating import first_grant
from services.endpoint.settings import Settings

_ORG: Final = "this machine"


def endpoint_home(environment: Mapping[str, str]) -> Path:
    """Where it keeps its rows: under FIRSTBELL_HOME, or under the person's own folder."""
    named = environment.get("FIRSTBELL_HOME")
    return (Path(named) if named else Path.home() / ".firstbell") / "endpoint"


def own_endpoint(address: str, home: Path) -> FastAPI:
    """An endpoint for devices that know it by this address; says a grant until a mentor has spent one."""
    origins = [address, *_other_names(address), *os.environ.get("FIRSTBELL_ORIGINS", "").split()]
    try:
        settings = Settings(home=home, origins=tuple(origins))
        return endpoint_app(settings, when_open=_say_grant if is_loopback(address) else None)
    except OSError as fault:
        sentence = f"{home} cannot be used ({fault.strerror}); FIRSTBELL_HOME names another."
        raise BuildStopped(sentence) from None


def is_loopback(address: str) -> bool:
    """Whether only this machine reaches it: a grant is told to nobody else."""
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _say_grant(office: Office) -> None:
    grant = await first_grant(office, _ORG)
    if grant is not None:
        say(f"A mentor can keep planners together here with this grant, once: {to_base64url(grant)}")


def _other_names(address: str) -> list[str]:
    """A browser on this machine may say localhost as well."""
    port = urlsplit(address).port
    return [f"http://localhost:{port}", f"http://127.0.0.1:{port}"] if is_loopback(address) else []
