"""The home of somebody who looks around: a made-up pupil, or for a mentor a caseload of them."""

from collections.abc import Callable
from typing import assert_never

from services.crypto.port import Crypto
from services.desk.family import FamilyDesk
from services.desk.made_up import made_up_planner
from services.desk.made_up_words import MadeUpWords
from services.desk.mentor import MentorDesk
from services.desk.pupil import PupilDesk
from services.desk.setting_up import desk_for
from services.planner.words import Role
from views.root.phases import AnyHome, FamilyHome, Home, MentorHome


async def made_up_home(
    role: Role, crypto: Crypto, now_ms: Callable[[], int], zone: str, words: MadeUpWords
) -> AnyHome:
    """Nothing of it is kept."""
    if role is Role.MENTOR:
        # Only mentors wait for six lives to be read.
        from services.desk.made_up_caseload import made_up_caseload

        caseload = await made_up_caseload(crypto, crypto.random, now_ms, zone, words)
        return MentorHome(caseload, is_made_up=True)
    vault, journal = await made_up_planner(role, crypto, crypto.random, now_ms, zone, words)
    desk = desk_for(journal, vault.device_hex, crypto.random, now_ms)
    match desk:
        case PupilDesk():
            return Home(desk, is_made_up=True)
        case FamilyDesk():
            return FamilyHome((desk,), is_made_up=True)
        case MentorDesk():
            raise AssertionError("a mentor has a caseload")
        case _:
            assert_never(desk)
