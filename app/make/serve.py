"""Serves build/web and an endpoint: `python -m app.make.serve [--port 0] [--host ...] [--site FOLDER]`."""

import argparse
import errno
import os
import re
import socket
from contextlib import suppress
from pathlib import Path

import uvicorn

from app.make.answer import BuildStopped, one_sentence, say
from app.make.own_endpoint import endpoint_home, own_endpoint
from app.make.places import SITE
from app.make.web_app import web_app
from services.endpoint.server import Server, office_of_app

_ORIGIN = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?|https?://\[[0-9a-f:]+\](:\d+)?")


def serve(site: Path, host: str, port: int, origins: list[str], home: Path) -> None:
    """Serve until the person ends it. Says the address once it answers; the endpoint's rows are in `home`."""
    if not (site / "index.html").exists():
        raise BuildStopped("There is no web app to serve yet; run `make web` first.")
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listening.getsockname()[1]}"
    endpoint = own_endpoint(address, home)
    server = Server(
        uvicorn.Config(
            web_app(site, origins, endpoint=endpoint),
            access_log=False,  # who opened which page when is nobody's business
            log_level="warning",
            server_header=False,
            lifespan="on",
            timeout_graceful_shutdown=2,
        ),
        office_of_app(endpoint),
    )
    say(f"Firstbell is at {address}")
    with suppress(KeyboardInterrupt):  # how a person ends it; by then it has stopped kindly
        server.run(sockets=[listening])


def endpoint_origins(text: str) -> list[str]:
    """The origins in FIRSTBELL_ENDPOINTS, separated by spaces or commas."""
    origins = text.replace(",", " ").split()
    for origin in origins:
        if not _ORIGIN.fullmatch(origin):
            raise BuildStopped(
                f"FIRSTBELL_ENDPOINTS holds {origin!r}; an origin looks like https://sync.example.org"
            )
    return origins


def chosen_port(text: str) -> int:
    """The port in PORT."""
    if not text.isdigit() or int(text) > 65535:
        raise BuildStopped(f"PORT is {text!r}; it must be a number from 0 to 65535.")
    return int(text)


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError as fault:
        listening.close()
        raise BuildStopped(_why_not(fault, host, port)) from None
    return listening


def _why_not(fault: OSError, host: str, port: int) -> str:
    if fault.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program; choose another, as in `PORT=8560 make run`."
    if fault.errno == errno.EACCES:
        return f"Port {port} is not open to you; choose one above 1023, as in `PORT=8560 make run`."
    return f"This machine has no address {host}; leave HOST away to use 127.0.0.1."


def main() -> None:
    """The command."""
    options = argparse.ArgumentParser(description="Serve the built web app.")
    options.add_argument("--host", default=os.environ.get("HOST") or "127.0.0.1")
    options.add_argument("--port", default=os.environ.get("PORT") or "8550")
    options.add_argument("--site", type=Path, default=SITE)
    chosen = options.parse_args()
    with one_sentence():
        origins = endpoint_origins(os.environ.get("FIRSTBELL_ENDPOINTS", ""))
        serve(chosen.site, chosen.host, chosen_port(chosen.port), origins, endpoint_home(os.environ))


if __name__ == "__main__":
    main()
