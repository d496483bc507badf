"""Makes the frozen files that are not there yet: `python -m tests.crypto.freeze`. It overwrites nothing.

What is frozen must open for ever. A new format gets new files beside the old ones.
"""

import asyncio
import json
from typing import Any

from services.crypto.native import NativeCrypto
from tests.browser.chromium import chromium
from tests.browser.webkit import webkit
from tests.crypto.browser.run import vectors_in
from tests.crypto.refusals import make_refusals
from tests.crypto.samples import CountedRandom, make
from tests.crypto.vector_files import COUNTED_SEED, VECTORS


def main() -> None:
    counted = NativeCrypto(CountedRandom(COUNTED_SEED))
    _freeze("frozen", lambda: asyncio.run(make(counted, with_argon2id=True)))
    _freeze("made_by_cpython", lambda: asyncio.run(make(NativeCrypto(), with_argon2id=True)))
    _freeze("key_file_refused", lambda: {"cases": asyncio.run(make_refusals(NativeCrypto()))})
    for name, browser in (("chromium", chromium), ("webkit", webkit)):

        def ask(browser: Any = browser) -> Any:
            with browser() as tab:
                return vectors_in(tab, {})["fresh"]

        _freeze(f"made_by_{name}", ask)


def _freeze(name: str, made: Any) -> None:
    path = VECTORS / f"{name}.json"
    if not path.exists():
        path.write_text(json.dumps(made(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
