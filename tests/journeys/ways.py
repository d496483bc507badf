"""Ways through the app that several journeys take."""

from tests.journeys.app_stage import App

CANARY_NAME = "Quillfeather"
CANARY_WORDS = "Zanzibar marmalade"


async def sets_up(app: App, name: str = CANARY_NAME, *, lock: str = "No PIN") -> None:
    """From the first screen to the lock question, or with no PIN to Today."""
    await app.tap("I'm a pupil")
    await app.type("Name or nickname", name)
    await app.tap("Next")
    await app.tap("8 to 11")
    await app.tap("Next")
    await app.tap("Next")
    await app.tap(lock)
    await app.tap("Next")


async def enters(app: App, pin: str) -> None:
    """Taps a PIN on the pad and says OK."""
    for digit in pin:
        await app.tap(digit)
    await app.tap("OK")
