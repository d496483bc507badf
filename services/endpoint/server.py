"""Serving an endpoint by itself: one process, one address for calls and one for metrics."""

import gc
import logging
import socket
from typing import Final

import uvicorn
from fastapi import FastAPI

from services.endpoint.app import endpoint_app
from services.endpoint.office import Office
from services.endpoint.settings import Settings

_FINISH_S: Final = 30
_log = logging.getLogger(__name__)


class Server(uvicorn.Server):
    """Ends without losing anything: takes no more calls, answers those that wait, finishes the others."""

    def __init__(self, config: uvicorn.Config, office: Office) -> None:
        super().__init__(config)
        self._office = office

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Long polls are answered now; what was handed in is written before the database is let go."""
        self._office.bell.close()
        await super().shutdown(sockets)


def serve(settings: Settings, *, is_restored: bool) -> None:
    """Until a signal ends it."""
    app = endpoint_app(settings, is_restored=is_restored)
    office = office_of_app(app)
    if settings.metrics_port:
        office.metrics.serve(settings.metrics_host, settings.metrics_port)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,  # who asked when is kept nowhere
        log_config=None,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.proxies,
        timeout_graceful_shutdown=_FINISH_S,
        lifespan="on",
    )
    gc.freeze()  # what was loaded stays; nobody waits while it is looked through again and again
    Server(config, office).run()


def office_of_app(app: FastAPI) -> Office:
    """The office that an app works with."""
    office: Office = app.state.office
    return office
