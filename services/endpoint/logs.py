"""Logs as lines of JSON: events, counts, durations, kinds of faults. Privacy: no message of an exception,
whose words may hold what was sent; only its kind and its place in the code.
"""

import json
import logging
import traceback
from typing import Final

_FIELDS: Final = ("circles", "devices", "entries", "ms")


class JsonLines(logging.Formatter):
    """One line for each event."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line: dict[str, object] = {
            "at": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        line |= {name: value for name in _FIELDS if (value := getattr(record, name, None)) is not None}
        if record.exc_info and record.exc_info[1]:
            fault = record.exc_info[1]
            places = traceback.extract_tb(fault.__traceback__)
            line["fault"] = type(fault).__name__
            line["where"] = [f"{place.filename.rsplit('/', 1)[-1]}:{place.lineno}" for place in places[-4:]]
        return json.dumps(line)


def log_as_lines() -> None:
    """Sends every log of this process through it, to standard error."""
    lines = logging.StreamHandler()
    lines.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[lines], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)
