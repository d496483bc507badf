"""An endpoint in this process, and devices that talk to it as they would over a network."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from fastapi import FastAPI

from services.crypto.canonical import from_base64url, to_base64url
from services.crypto.device_keys import DeviceKeys
from services.endpoint.app import app_of
from services.endpoint.erasing import tidy
from services.endpoint.office import Office
from services.endpoint.rows import Grant, Org, Row, Store, Where
from services.endpoint.settings import Settings
from services.endpoint.tokens import secret_hash
from services.sync.entry import Entry
from services.sync.statement import sign_token
from services.sync.wire import SYNC_VERSION, VERSION_HEADER
from tests.crypto.finish import finish
from tests.crypto.samples import CountedRandom
from tests.sync.circle import NOW_MS, Circle, CountedCrypto

ORIGIN = "https://sync.example.org"
DAY_MS = 24 * 60 * 60 * 1000
SPACIOUS = dict.fromkeys(
    (
        "sync_per_minute",
        "sync_burst",
        "host_per_minute",
        "host_burst",
        "token_per_minute",
        "token_per_minute_address",
        "pairing_per_hour_org",
        "pairing_per_hour_address",
    ),
    1e6,
)


@dataclass
class Clock:
    """A clock that is set by hand."""

    ms: int = NOW_MS

    def __call__(self) -> int:
        return self.ms


@dataclass
class House:
    """An endpoint, its clock, and a way in."""

    app: FastAPI
    office: Office
    clock: Clock
    http: httpx.AsyncClient
    spent: int = field(default=0)

    async def grant(self, org: str = "school") -> bytes:
        """A grant nobody has spent, as the operator makes one."""
        self.spent += 1
        secret = f"grant {self.spent}".encode().ljust(32, b".")
        async with self.office.store.writing() as rows:
            await rows.add([Org(org, self.office.settings.org_circles)], if_absent=True)
            await rows.add([Grant(secret_hash(secret), org, self.office.today + 30)])
        return secret

    async def granted(self, keys: DeviceKeys, org: str = "school") -> "Phone":
        """A device with a grant, signed in."""
        asked = {
            "grant": to_base64url(await self.grant(org)),
            "sign": to_base64url(keys.sign.public),
            "kem": to_base64url(keys.kem.public),
        }
        answer = await self.phone(keys).call("POST", "/v1/devices", asked)
        assert answer.json() == {"device": to_base64url(keys.id)}
        return await self.signed_in(keys)

    def phone(self, keys: DeviceKeys) -> "Phone":
        """A device without a token."""
        return Phone(self, keys)

    async def signed_in(self, keys: DeviceKeys) -> "Phone":
        """A device with a token."""
        phone = self.phone(keys)
        await phone.sign_in()
        return phone

    async def count(self, kind: type[Row], **where: Where) -> int:
        """How many rows there are."""
        async with self.office.store.reading() as rows:
            return await rows.count(kind, **where)

    async def tidied(self) -> None:
        """What happens every hour."""
        await tidy(self.office)

    async def somebody_waits(self) -> None:
        """Until a long poll waits."""
        while not self.office.bell.waits:  # noqa: ASYNC110  nothing is told of who begins to wait
            await asyncio.sleep(0)

    async def hosted(self, circle: Circle, host: DeviceKeys) -> "Phone":
        """Puts a circle here with a grant of the host's."""
        phone = await self.granted(host)
        await phone.host(circle)
        return phone


@dataclass
class Phone:
    """A device and its token."""

    house: House
    keys: DeviceKeys
    token: str = ""

    async def call(
        self, method: str, path: str, body: Any = None, status: int | None = 200, **headers: str
    ) -> httpx.Response:
        """One call; `status` is what it must answer."""
        sent = {VERSION_HEADER.lower(): str(SYNC_VERSION)} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        if self.token and "authorization" not in sent:
            sent["authorization"] = f"Bearer {self.token}"
        answer = await self.house.http.request(method, path, json=body, headers=sent)
        assert status is None or answer.status_code == status, answer.text
        return answer

    async def problem(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, str]:
        """One call that is refused: its status and the problem's name."""
        answer = await self.call(method, path, body, None, **headers)
        assert answer.headers["content-type"] == "application/problem+json", answer.text
        assert answer.json()["status"] == answer.status_code
        return answer.status_code, name_of(answer.json())

    async def sign_in(self, origin: str = ORIGIN, status: int = 200) -> httpx.Response:
        """Asks for a token."""
        asked = {"device": to_base64url(self.keys.id)}
        nonce = (await self.call("POST", "/v1/token", asked)).json()["nonce"]
        sig = finish(sign_token(CountedCrypto(), self.keys, origin, from_base64url(nonce)))
        answer = await self.call(
            "POST", "/v1/token", asked | {"nonce": nonce, "sig": to_base64url(sig)}, status
        )
        self.token = answer.json().get("token", self.token)
        return answer

    async def host(self, circle: Circle, status: int = 200) -> httpx.Response:
        """Hosts a circle's whole log."""
        rosters = [entry for entry in circle.log if entry.frame.kind == 2]
        entries = [entry for entry in circle.log if entry.frame.kind != 2]
        body = {"rosters": texts(rosters), "entries": texts(entries)}
        return await self.call("POST", "/v1/circles", body, status)

    async def sync(self, circle: Circle, cursor: int, *push: Entry, **more: Any) -> dict[str, Any]:
        """One round with one circle: its object in the answer, with what an answer may leave out."""
        asked = {"id": to_base64url(circle.state.chain.circle), "cursor": cursor}
        if push:
            asked["push"] = texts(push)
        answer = (await self.call("POST", "/v1/sync", {"circles": [asked]} | more)).json()
        (one,) = answer["circles"]
        usual = {"acks": [], "entries": [], "more": False, "compact-please": False, "now": answer["now"]}
        return usual | one

    async def refused(self, circle: Circle, cursor: int, *push: Entry) -> str:
        """The name of the problem that stands in the circle's object."""
        return name_of((await self.sync(circle, cursor, *push))["problem"])


def texts(entries: Any) -> list[str]:
    """Entries as they travel."""
    return [to_base64url(entry.raw) for entry in entries]


def name_of(problem: dict[str, Any]) -> str:
    """A problem's short name."""
    return str(problem["type"]).removeprefix("urn:firstbell:problem:")


@asynccontextmanager
async def opened(store: Store, **settings: Any) -> AsyncIterator[House]:
    """An endpoint over this store."""
    chosen = Settings.model_validate({"origins": (ORIGIN,)} | SPACIOUS | settings)
    clock = Clock()
    office = Office(store=store, settings=chosen, now_ms=clock, random=CountedRandom("endpoint"))
    app = app_of(office)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=ORIGIN) as http,
    ):
        yield House(app, office, clock, http)
