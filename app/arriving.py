"""Somebody joins on this device: they say who they are, get a lock if there is none, and arrive."""

from collections.abc import Sequence
from typing import Protocol

from app.devices.here import Device
from app.homes import me_among
from services.crypto.canonical import Json
from services.desk.answers import AdultAnswers, NewLock
from services.desk.setting_up import CASELOAD, SHARED, AnyDesk, make_vault
from services.planner.edit import Change
from services.planner.ids import PersonId, RecordId, who_record
from services.planner.person import read_person
from services.planner.words import Role
from services.sync.coming_in import ComingIn
from services.sync.pairing_port import Joined, Offered
from services.sync.sharing import Sharing
from services.sync.ticket import Ticket
from services.vault.journal import Journal
from services.vault.settings import DeviceSettings
from services.vault.vault import Vault


class Newcomers(Protocol):
    """What joining asks of the household."""

    vault: Vault

    def desks(self) -> tuple[AnyDesk, ...]: ...

    async def load_settings(self) -> DeviceSettings: ...

    async def save_settings(self, chosen: DeviceSettings) -> None: ...


class Newcomer:
    """The questions to somebody who is new here, and their arrival in the planners that came."""

    def __init__(self, sharing: Sharing, household: Newcomers, device: Device) -> None:
        self._sharing = sharing
        self._household = household
        self._device = device
        self._me: AdultAnswers | None = None
        self._said: set[Journal] = set()
        self._is_resumed = False

    @property
    def has_lock(self) -> bool:
        """Whether a vault is here already; else its lock is asked for."""
        return self._household.vault.is_open

    def is_nobody(self, role: Role) -> bool:
        """Whether they must say who they are: pupils always, as several may share a device."""
        if role is Role.PUPIL or not self._household.vault.is_open:
            return True
        return me_among(self._household.desks(), role) is None

    async def make_room(self, me: AdultAnswers, lock: NewLock | None) -> str | None:
        """Remembers who they are, and makes a vault of this lock. Gives the card as printed.

        Errors: as `services.desk.setting_up.make_vault`.
        """
        self._me = me
        if lock is None:
            return None
        kept = await self._household.load_settings()
        try:
            card = await make_vault(
                self._household.vault, me.role, lock, has_key_store=self._device.has_key_store
            )
        finally:
            await self._household.save_settings(kept)
        self._device.page_around.keep_for_good()
        return None if card is None else card.printed()

    async def _arrive(self, role: Role, journals: Sequence[Journal]) -> None:
        vault = self._household.vault
        if role is Role.MENTOR and not any(one.kind == CASELOAD for one in vault.journals()):
            await vault.add_planner(CASELOAD, Role.MENTOR)
        desks = self._household.desks()
        me = self._me or me_among(desks, role)
        assert me is not None, "who asks to join has said who they are"
        for journal in journals:
            await self._is_back(journal)
            desk = next((one for one in desks if one.planner_id == journal.planner_id), None)
            if desk is not None and journal.kind == SHARED:
                await self._settle_in(desk, journal, me)

    async def _settle_in(self, desk: AnyDesk, journal: Journal, me: AdultAnswers) -> None:
        """Who they are, now that the planner was read."""
        if desk.planner.me is not None and journal not in self._said and not self._is_resumed:
            return
        known, people = self._known(desk, journal, me), desk.planner.people
        age_band = None
        if me.role is Role.PUPIL:
            age_band = people[known].age_band if known else desk.planner.prefs.pupil_age
        if desk.planner.me is None:
            await desk.arrive(me.name, me.picture, age_band, known)
            return
        said = {"person": known, "age_band": age_band and age_band.value}
        own = who_record(self._household.vault.device_hex)
        await journal.write([Change(own, "who", name, value) for name, value in said.items() if value])
        self._said.discard(journal)

    async def _say_who(self, journal: Journal) -> None:
        """Their name is in the planner before it is joined: no stop half-way leaves it without one."""
        desks = self._household.desks()
        desk = next((one for one in desks if one.planner_id == journal.planner_id), None)
        me = self._me or me_among(desks, journal.role)
        if desk is not None and journal.kind == SHARED and desk.planner.me is None and me is not None:
            await desk.arrive(me.name, me.picture)
            self._said.add(journal)

    async def _is_back(self, journal: Journal) -> None:
        """Who once left and was let in again has not left any more."""
        own = who_record(self._household.vault.device_hex)
        record = journal.records.get(RecordId(own))
        if record is not None and record.fields.get("left"):
            await journal.write([Change(own, "who", "left", False)])

    def _known(self, desk: AnyDesk, journal: Journal, me: AdultAnswers) -> PersonId | None:
        """Who they are here already: the one pupil; or who let them in, or is out, if called the same."""
        if me.role is Role.PUPIL:
            mine = desk.planner.me.id if desk.planner.me else None
            pupils = [one.id for one in desk.planner.people.values() if one.role is Role.PUPIL]
            return next((one for one in pupils if one != mine), None)
        record = journal.records.get(RecordId(who_record(self._sharing.added_by(journal).hex())))
        inviter = read_person(record) if record else None
        # Whose last device was lost comes back as themselves.
        known = [one for one in desk.planner.people.values() if one.is_out]
        for person in [*([inviter] if inviter else []), *known]:
            if person.role is me.role and person.name.casefold() == me.name.casefold():
                return person.id
        return None


class Arriving(Newcomer):
    """`services.sync.pairing_port.Joining`, and the questions to somebody who is new here."""

    def __init__(self, coming_in: ComingIn, sharing: Sharing, household: Newcomers, device: Device) -> None:
        super().__init__(sharing, household, device)
        self._coming_in = coming_in
        coming_in.on_planner = self._say_who

    def needs_address(self) -> bool:
        """See `Joining`."""
        return self._coming_in.needs_address()

    async def look_up(self, ticket: Ticket, address: str = "") -> Offered:
        """See `Joining`."""
        return await self._coming_in.look_up(ticket, address)

    def waiting(self) -> tuple[str, ...] | None:
        """See `Joining`."""
        return self._coming_in.waiting()

    async def ask(self) -> tuple[str, ...]:
        """See `Joining`."""
        return await self._coming_in.ask(_to_kept(self._me))

    async def look(self) -> Joined | None:
        """See `Joining`. Errors besides: those of the vault."""
        if self._me is None:
            self._me = _from_kept(self._coming_in.me())
            self._is_resumed = self._me is not None
        joined = await self._coming_in.look()
        if joined is not None:
            await self._arrive(joined.role, self._coming_in.joined())
            await self._coming_in.settled()
            await self._sharing.round()
        return joined

    async def give_up(self) -> None:
        """See `Joining`."""
        await self._coming_in.give_up()


def _to_kept(me: AdultAnswers | None) -> Json:
    return {"role": me.role.value, "name": me.name, "picture": me.picture} if me else None


def _from_kept(kept: Json) -> AdultAnswers | None:
    match kept:
        case {"role": str(role), "name": str(name), "picture": str(picture)}:
            return AdultAnswers(Role(role), name, picture)
        case _:
            return None
