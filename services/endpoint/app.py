"""The endpoint as an ASGI app, with everything that has to begin before it and end after it."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Final, TypeAlias

from fastapi import FastAPI, Response
from starlette.middleware.cors import CORSMiddleware

from services.endpoint import routes, routes_pairing
from services.endpoint.answers import answer_problems
from services.endpoint.asking import OfficeOf
from services.endpoint.erasing import tidy
from services.endpoint.headers import AroundEveryCall
from services.endpoint.office import Office
from services.endpoint.rows import Meta, Store
from services.endpoint.settings import Settings
from services.endpoint.store_sqlite import SqliteStore
from services.endpoint.writer import Writer
from services.planner.errors import StorageUnavailable
from services.sync.wire import VERSION_HEADER

_TIDY_S: Final = 60 * 60
_log = logging.getLogger(__name__)


WhenOpen: TypeAlias = Callable[[Office], Awaitable[None]]


def endpoint_app(
    settings: Settings, *, is_restored: bool = False, when_open: WhenOpen | None = None
) -> FastAPI:
    """The endpoint over the database of these settings. Its calls are under /v1, and /healthz."""
    office = Office(store=store_of(settings), settings=settings)
    return app_of(office, is_restored=is_restored, when_open=when_open)


def store_of(settings: Settings) -> Store:
    """The database of these settings, not yet opened."""
    if not settings.database_url:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    if settings.url.startswith("sqlite"):
        return SqliteStore(settings.url)
    from services.endpoint.store_postgres import PostgresStore  # a quarter of a second to load

    return PostgresStore(settings.url, settings.read_url)


def app_of(office: Office, *, is_restored: bool = False, when_open: WhenOpen | None = None) -> FastAPI:
    """The endpoint over an office, whatever its store, which the app opens and closes."""
    writer = Writer(office)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        await office.open(is_restored=is_restored)
        if when_open:
            await when_open(office)
        tidying = asyncio.create_task(_tidy_now_and_then(office))
        try:
            yield
        finally:
            tidying.cancel()
            with suppress(asyncio.CancelledError):
                await tidying
            await writer.finish()
            await office.store.close()

    app = FastAPI(
        title="Firstbell endpoint",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
    )
    app.state.office, app.state.writer = office, writer
    answer_problems(app)
    for router in (routes.router, routes_pairing.router):
        app.include_router(router)
    app.add_api_route("/healthz", _healthz, include_in_schema=False)
    app.add_middleware(AroundEveryCall, metrics=office.metrics)
    if office.settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=office.settings.cors_origins,
            allow_methods=["GET", "POST", "PUT", "DELETE"],
            allow_headers=["authorization", "content-type", "if-none-match", "prefer", VERSION_HEADER],
            expose_headers=["etag", "retry-after", VERSION_HEADER],
            max_age=86400,
        )
    return app


async def _healthz(office: OfficeOf) -> Response:
    """Whether the database answers."""
    async with office.store.reading() as rows:
        await rows.count(Meta)
    return Response("ok", media_type="text/plain")


async def _tidy_now_and_then(office: Office) -> None:
    while True:
        try:
            ended = await tidy(office)
        except StorageUnavailable:
            _log.warning("tidying stopped; it is tried again in an hour")
        else:
            _log.info("tidied", extra={"circles": ended})
        await asyncio.sleep(_TIDY_S)
