"""One call to an app, as a server would make it, without a server."""

from typing import Any

from fastapi import FastAPI

from tests.simulation.network import Answer, Call


async def called(app: FastAPI, call: Call) -> Answer:
    """The app's answer to a call."""
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": call.body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    path, _, query = call.path.partition("?")
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": call.method,
        "scheme": "https",
        "path": path,
        "raw_path": path.encode("ascii"),
        "query_string": query.encode("ascii"),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode()) for name, value in call.headers],
        "client": ("192.0.2.1", 1),
        "server": ("sync.example.org", 443),
    }
    await app(scope, receive, send)
    begun, *parts = sent
    headers = tuple((name.decode(), value.decode()) for name, value in begun["headers"])
    return Answer(begun["status"], headers, b"".join(part.get("body", b"") for part in parts))
