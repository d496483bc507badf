"""What the endpoints keep about this device, in their own words: for whoever asks what is known of them.

Source: GET /v1/me, docs/spec/wire.md; UK GDPR, article 15.
"""

import json
from dataclasses import dataclass

from services.sync.circle_kept import Standing
from services.sync.sharing import Sharing


@dataclass(frozen=True, slots=True)
class KnownCircle:
    """One circle. Shape: `role` is the word that the endpoint has. Units: `size` in bytes, sealed."""

    role: str
    is_steward: bool
    size: int


@dataclass(frozen=True, slots=True)
class Known:
    """All of one endpoint's. Shape: days are 2026-09-14, or empty; `file` is its whole answer as JSON."""

    origin: str
    created: str
    last_seen: str
    circles: tuple[KnownCircle, ...]
    file: bytes


class Asking:
    """Errors of its verb: EndpointError and its kin; VaultLocked."""

    def __init__(self, sharing: Sharing) -> None:
        self._sharing = sharing

    async def ask(self) -> tuple[Known, ...]:
        """What each endpoint knows that something is shared over."""
        kept = filter(None, map(self._sharing.kept, self._sharing.journals()))
        urls = dict.fromkeys(one.place.url for one in kept if one.place.standing is Standing.LIVE)
        return tuple([await self._known(url) for url in urls])

    async def _known(self, url: str) -> Known:
        answer = await self._sharing.client(url, self._sharing.vault.device).me()
        circles = tuple(KnownCircle(one.role, one.steward, one.bytes) for one in answer.circles)
        whole = json.dumps(answer.model_dump(mode="json"), indent=1, sort_keys=True)
        return Known(url, answer.created or "", answer.last_seen or "", circles, whole.encode())
