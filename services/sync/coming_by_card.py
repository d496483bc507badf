"""Coming into a planner by the recovery card on paper: nobody else is asked, and the card is replaced.

Each circle is joined as soon as its endpoint has taken the new roster. Whatever stops it halfway, asking
again goes on: the same fresh card serves all of it, and a circle whose answer got lost is found again.
"""

from services.crypto.recovery_card import RecoveryCard, new_card
from services.planner.errors import InputRejected, KeyMissing
from services.planner.words import Role
from services.sync.hello import WelcomedCircle
from services.sync.letting_in import OwnEndpoint
from services.sync.origin import origin_of
from services.sync.recovering import found_again, named_by, recover_one
from services.sync.sharing import Sharing
from services.vault.journal import Journal


class ComingByCard:
    """For the vault of this device, which may still be made between `look_up` and `come`.

    Errors of its verbs: EndpointError and its kin, and those of the vault.
    """

    def __init__(self, sharing: Sharing, own_endpoint: OwnEndpoint, *, has_own_endpoint: bool) -> None:
        self._sharing = sharing
        self._own_endpoint = own_endpoint
        self._has_own_endpoint = has_own_endpoint
        self._card: RecoveryCard | None = None
        self._fresh = new_card(sharing.crypto)
        self._url = ""
        self._is_fresh_good = False
        self._planners: set[str] = set()

    @property
    def address(self) -> str:
        """The endpoint that keeps the planner, as the paper says it."""
        return self._url

    def needs_address(self) -> bool:
        """Whether somebody must be asked for the address on the paper."""
        vault = self._sharing.vault
        return not (self._has_own_endpoint or (vault.is_open and self._sharing.url()))

    async def look_up(self, card: RecoveryCard, address: str = "") -> None:
        """Returns only for a card that opens a planner. Nothing has changed then, here or there.

        Errors besides: InputRejected("endpoint"), InputRejected("card_unknown").
        """
        url = await self._origin(address)
        try:
            await named_by(self._sharing, card, url)
        except KeyMissing as problem:
            if not (self._sharing.vault.is_open and (await found_again(self._sharing, url, self._fresh))[0]):
                raise InputRejected("card_unknown") from problem
        self._card, self._url = card, url

    async def come(self) -> RecoveryCard | None:
        """Adds this device and reads everything. Gives the card that is good from now on, to be printed.

        None where an earlier try took the card's place and was cut off: then a new one can be made.
        Errors besides: VaultLocked before there is a vault; InputRejected("card_here", "card_unknown").
        """
        assert self._card is not None
        sharing, fresh = self._sharing, self._fresh
        again, has_card = await found_again(sharing, self._url, fresh)
        self._is_fresh_good |= has_card
        for welcomed in again:
            await self._join(welcomed)
        try:
            named = await named_by(sharing, self._card, self._url)
        except KeyMissing as problem:
            if not self._planners:
                raise InputRejected("card_unknown") from problem
            named = ()
        for circle in named:
            await self._join(await recover_one(sharing, self._card, fresh, self._url, circle))
            self._is_fresh_good = True
        await sharing.round()
        return fresh if self._is_fresh_good else None

    def joined(self) -> list[Journal]:
        """The planners that came."""
        return [one for one in self._sharing.journals() if one.planner_id in self._planners]

    def forget(self) -> None:
        """Nothing of the card stays in memory."""
        self._card, self._url, self._planners = None, "", set()
        self._fresh, self._is_fresh_good = new_card(self._sharing.crypto), False

    async def _origin(self, address: str) -> str:
        if address.strip():
            return origin_of(address)
        vault = self._sharing.vault
        known = self._sharing.url() if vault.is_open else ""
        found = known or await self._own_endpoint()
        if not found:
            raise InputRejected("endpoint")
        return found

    async def _join(self, welcomed: WelcomedCircle) -> None:
        planner, kind = welcomed.planner.hex(), welcomed.kind.value
        here = [one for one in self._sharing.journals() if (one.planner_id, one.kind) == (planner, kind)]
        journal = here[0] if here else await self._sharing.vault.add_planner(kind, Role.PUPIL, planner)
        await self._sharing.join(journal, welcomed)
        self._planners.add(planner)
