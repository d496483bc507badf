"""Makes, in this browser, the vault of a pupil with a school year behind them, for the app to find."""

import json
import time

from bench import school_year
from services.crypto.choose import crypto_here
from services.desk.answers import NewLock, PupilAnswers
from services.desk.setting_up import set_up_pupil
from services.planner.planner_day import planner_day
from services.planner.words import StepView
from services.vault.keystore_browser import BrowserKeystore
from services.vault.store_browser import IndexedDbStore
from services.vault.vault import Vault
from services.vault.vault_state import LockKind

ZONE = "Europe/London"


def now_ms() -> int:
    """The wall clock."""
    return time.time_ns() // 1_000_000


async def do(asked: str) -> str:
    """Asked: {"view": a StepView}. Report: the number of ticks."""
    crypto = crypto_here()
    vault = Vault(IndexedDbStore(), BrowserKeystore(), crypto, now_ms)
    answers = PupilAnswers("Robin", "fox", None, ZONE, (), None)
    desk, _ = await set_up_pupil(vault, answers, NewLock(LockKind.NONE), random=crypto.random, now_ms=now_ms)
    steps = await school_year.add_routines(desk)
    await school_year.live_through(desk, steps, planner_day(now_ms(), ZONE))
    await desk.set_view(StepView(json.loads(asked)["view"]))
    ticks = sum(len(day.outcome_by_step) for day in desk.planner.day_by_date.values())
    await vault.close()
    return json.dumps({"ticks": ticks})
