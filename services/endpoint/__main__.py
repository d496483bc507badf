"""`python -m services.endpoint serve|grant|erase|stats`. Settings: see docs/deploy.md."""

import argparse
import asyncio
import os
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import TypeVar

from pydantic import ValidationError

from services.crypto.canonical import from_base64url, to_base64url
from services.endpoint import operating
from services.endpoint.app import store_of
from services.endpoint.logs import log_as_lines
from services.endpoint.office import Office
from services.endpoint.server import serve
from services.endpoint.settings import Settings
from services.planner.errors import InputRejected, StorageUnavailable
from services.sync.entry import ID_BYTES

T = TypeVar("T")


def main() -> None:
    """The command."""
    chosen = _options().parse_args()
    try:
        settings = Settings.from_environment(os.environ)
    except ValidationError as problem:
        names = ", ".join(f"FIRSTBELL_{str(fault['loc'][0]).upper()}" for fault in problem.errors())
        sys.exit(f"These settings cannot be used: {names}.")
    try:
        _carry_out(chosen, settings)
    except StorageUnavailable as problem:
        sys.exit(f"The database cannot be reached or written to ({problem.note}).")


def _carry_out(chosen: argparse.Namespace, settings: Settings) -> None:
    match chosen.verb:
        case "serve" if chosen.migrate:
            _with_office(settings, _nothing_more)
        case "serve":
            if not settings.origins:
                sys.exit("Say where devices reach it: FIRSTBELL_ORIGINS=https://sync.example.org")
            log_as_lines()
            serve(settings, is_restored=chosen.restored)
        case "grant":
            org, most = chosen.org, chosen.circles
            print(to_base64url(_with_office(settings, lambda office: operating.grant(office, org, most))))
        case "erase":
            circle = _circle_id(chosen.circle)
            if not _with_office(settings, lambda office: operating.drop(office, circle)):
                sys.exit("There is no such circle here.")
        case _:
            for name, value in asdict(_with_office(settings, operating.stats)).items():
                print(f"{name} {value}")


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="python -m services.endpoint", description=__doc__)
    verbs = options.add_subparsers(dest="verb", required=True)
    serving = verbs.add_parser("serve", help="serve calls until a signal ends it")
    serving.add_argument("--migrate", action="store_true", help="bring the database up to date, and end")
    serving.add_argument("--restored", action="store_true", help="once, after the database came from a copy")
    granting = verbs.add_parser("grant", help="print a one-use grant for an organisation's mentor")
    granting.add_argument("org", help="a word of yours for it")
    granting.add_argument("--circles", type=int, help="the most circles it may have from now on")
    erasing = verbs.add_parser("erase", help="delete a circle here; devices keep theirs")
    erasing.add_argument("circle", help="its id, as a person's app shows it")
    verbs.add_parser("stats", help="print sums")
    return options


def _with_office(settings: Settings, work: Callable[[Office], Awaitable[T]]) -> T:
    async def whole() -> T:
        store = store_of(settings)
        try:
            office = Office(store=store, settings=settings)
            await office.open()
            return await work(office)
        finally:
            await store.close()

    return asyncio.run(whole())


async def _nothing_more(_: Office) -> None:
    """Opening it was all."""


def _circle_id(text: str) -> bytes:
    try:
        return from_base64url(text, ID_BYTES)
    except InputRejected:
        sys.exit("A circle's id has 22 letters, digits, - and _.")


if __name__ == "__main__":
    main()
