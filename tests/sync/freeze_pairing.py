"""Makes tests/vectors/pairing.json if it is not there: `python -m tests.sync.freeze_pairing`."""

import json
from typing import Any

from tests.crypto.finish import finish
from tests.crypto.vector_files import VECTORS
from tests.sync.pairing_room import PairingCrypto
from tests.sync.pairing_samples import make

PATH = VECTORS / "pairing.json"


def made() -> list[dict[str, Any]]:
    """What was frozen, made again from the same random bytes."""
    return finish(make(PairingCrypto("Firstbell pairing vectors 1")))


if __name__ == "__main__" and not PATH.exists():
    PATH.write_text(json.dumps(made(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
