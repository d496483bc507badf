"""The server's app: the built site as static files, and room for an endpoint under /v1."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.make.headers import cache_rule, safety_headers

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".otf": "font/otf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}


def web_app(
    site: Path,
    endpoint_origins: Sequence[str] = (),
    beside: Sequence[BaseRoute] = (),
    endpoint: FastAPI | None = None,
) -> ASGIApp:
    """The whole server; `beside` are routes that come first, `endpoint` has every call under /v1."""
    calls = [_Calls(endpoint)] if endpoint else []
    app = Starlette(
        routes=[*beside, *calls, Mount("/", SiteFiles(site))],
        exception_handlers={404: _nothing_here},
        lifespan=_with(endpoint) if endpoint else None,
    )
    return SafetyHeaders(app, endpoint_origins)


def _with(endpoint: FastAPI) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    """Begins and ends the endpoint with the server."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        async with endpoint.router.lifespan_context(endpoint):
            yield

    return lifespan


class _Calls(BaseRoute):
    """The endpoint's calls, at the addresses that it has by itself."""

    def __init__(self, endpoint: FastAPI) -> None:
        self._endpoint = endpoint

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        is_call = scope["type"] == "http" and scope["path"].startswith("/v1/")
        return (Match.FULL if is_call else Match.NONE), {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._endpoint(scope, receive, send)


class SiteFiles:
    """Answers with a file of the site, compressed where the browser can read it."""

    def __init__(self, site: Path) -> None:
        self._site = site.resolve()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope)
        if request.method not in {"GET", "HEAD"}:
            raise HTTPException(405, "Only GET and HEAD.", headers={"allow": "GET, HEAD"})
        response = self._answer(request)
        await response(scope, receive, send)

    def _answer(self, request: Request) -> Response:
        path = request.url.path.lstrip("/") or "index.html"
        if "\0" in path or path.endswith("/"):
            raise HTTPException(404)
        file = (self._site / path).resolve()
        if not file.is_relative_to(self._site) or not file.is_file() or file.name.startswith("."):
            raise HTTPException(404)
        encoding, sent = _densest(file, request.headers.get("accept-encoding", ""))
        found = sent.stat()
        tag = f'"{found.st_mtime_ns:x}-{found.st_size:x}{encoding}"'
        headers = {"cache-control": cache_rule(path), "etag": tag, "vary": "accept-encoding"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if encoding:
            headers["content-encoding"] = encoding
        kind = _TYPES.get(file.suffix, "application/octet-stream")
        return FileResponse(sent, headers=headers, media_type=kind, stat_result=found)


class SafetyHeaders:
    """Adds to every answer the headers that keep the page from reaching anyone else."""

    def __init__(self, inner: ASGIApp, endpoint_origins: Sequence[str]) -> None:
        self._inner = inner
        self._headers = safety_headers(endpoint_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and its answer back with the headers."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        await self._inner(scope, receive, send_safely)


async def _nothing_here(_request: Request, _error: Exception) -> Response:
    sentence = "There is nothing at this address."
    return PlainTextResponse(sentence, status_code=404, headers={"cache-control": "no-cache"})


def _densest(file: Path, accepted: str) -> tuple[str, Path]:
    """The best twin that the browser accepts, with its encoding; the file itself has none."""
    encodings = {part.split(";")[0].strip() for part in accepted.split(",") if not _is_unwanted(part)}
    for encoding, ending in (("br", ".br"), ("gzip", ".gz")):
        twin = Path(f"{file}{ending}")
        if encoding in encodings and twin.is_file():
            return encoding, twin
    return "", file


def _is_unwanted(part: str) -> bool:
    """`gzip;q=0` means: not this one."""
    return part.replace(" ", "").endswith((";q=0", ";q=0.0", ";q=0.00", ";q=0.000"))
