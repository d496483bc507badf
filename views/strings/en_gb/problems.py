"""What went wrong, in British English."""

from views.strings.groups.problems import Problems
from views.strings.plural import english

PROBLEMS = Problems(
    by_code={
        "unknown": "Something unexpected happened. Nothing you wrote is lost; try again.",
        "input_rejected": "That cannot be used as it is. Look at it once more.",
        "not_permitted": "That belongs to somebody else in this planner, so it cannot be changed here.",
        "vault_locked": "The planner is locked. Open it first.",
        "vault_read_only": "Firstbell is open in another tab or window. You can read here, and write there.",
        "wrong_pin": "That does not open it.",
        "pin_must_wait": "There were a few tries that did not fit. Let it rest a moment.",
        "vault_damaged": "Part of what was saved cannot be read. Nothing has been changed.",
        "vault_from_newer_version": "This planner was saved by a newer Firstbell. Update the app to go on.",
        "storage_full": "This device has no room left, so it is not saved yet. Make some room, then try again.",
        "storage_unavailable": "This device does not let Firstbell save at the moment. It is not saved yet.",
        "header_unknown": "This is not something that Firstbell saved.",
        "authentication_failed": "What was saved has been altered, so it was not opened. Nothing has been changed.",
        "key_missing": "The key to this planner is not on this device. A recovery card can open it.",
        "crypto_unavailable": "This browser cannot encrypt what you write. Open Firstbell in a newer browser.",
        "endpoint_error": "Sharing did not work. Everything is still on this device.",
        "endpoint_unreachable": "There is no connection just now. Everything is on this device and will be sent later.",
        "endpoint_busy": "Sharing has to wait a moment. Everything is on this device.",
        "endpoint_refused": "Sharing was turned down. Everything is still on this device.",
        "protocol_mismatch": "This app and the sharing service are of different ages. Update the app to share again.",
        "device_removed": "This device was taken off the planner. Ask the adult who looks after it.",
    },
    by_field={
        "name": "A name has 1 to 40 letters.",
        "title": "A title has 1 to 40 letters.",
        "words": "Please use between 1 and 280 letters.",
        "note": "Please use up to 280 letters.",
        "next_step": "Please use up to 280 letters.",
        "phone": "That does not look like a telephone number.",
        "targets": "Three targets are enough at once. Close one first, then add this one.",
        "pin": "That cannot be used here. A PIN has 4 to 6 digits.",
        "card": "That is not the text of a recovery card. Check each group of letters.",
        "picture": "Choose one of the pictures.",
    },
    wait_seconds=english(one="Try again in {n} second.", other="Try again in {n} seconds."),
    wait_minutes=english(one="Try again in {n} minute.", other="Try again in {n} minutes."),
    something="Something unexpected happened. Nothing you wrote is lost; try again.",
)
