"""Entries and rosters that were made once, and must be read for ever."""

from typing import Any

import pytest

from services.crypto.device_keys import device_keys_from_seeds
from services.crypto.native import NativeCrypto
from services.sync.chain import signer_key
from services.sync.content import read_content
from services.sync.entry import Entry, Kind, open_entry, read_entry, verify_entry
from services.sync.epoch_keys import CircleKind, open_keys
from services.sync.log import Accepted, LogState, begin_log, judge
from services.sync.snapshot_rules import judge_snapshot
from services.sync.statement import EraseOrder, verify_erase, verify_token
from tests.crypto.finish import finish
from tests.crypto.vector_files import vector_file
from tests.sync.circle import NOW_MS
from tests.sync.freeze import made

CRYPTO = NativeCrypto()
FROZEN = vector_file("sync")


def entries(hexes: list[str]) -> list[Entry]:
    return [read_entry(bytes.fromhex(one)) for one in hexes]


def replayed(log: list[Entry]) -> LogState:
    """What a device makes of a log, from its first roster on."""
    finish(verify_entry(CRYPTO, log[0], signer_key(None, log[0])))
    state = begin_log(log[0])
    for entry in log[1:]:
        finish(verify_entry(CRYPTO, entry, signer_key(state.chain, entry)))
        verdict = judge(state, entry, NOW_MS)
        assert isinstance(verdict, Accepted)
        state = verdict.state
    return state


def keys_of(name: str, state: LogState) -> Any:
    seeds = FROZEN["devices"][name]
    device = finish(device_keys_from_seeds(CRYPTO, bytes.fromhex(seeds["sign"]), bytes.fromhex(seeds["kem"])))
    assert device.id.hex() == seeds["id"]
    return finish(open_keys(CRYPTO, state.chain, device.id, device.kem.seed))


@pytest.mark.parametrize(
    ("circle", "readers"), [("shared", ["pupil", "mentor"]), ("alone", ["pupil", "new card"])]
)
def test_a_frozen_log_is_followed_and_its_keys_open(circle: str, readers: list[str]) -> None:
    case = FROZEN[circle]
    state = replayed(entries(case["log"]))
    assert state.chain.circle.hex() == case["circle"]
    for reader in readers:
        keys = keys_of(reader, state)
        assert {str(epoch): key.hex() for epoch, key in keys.by_epoch.items()} == case["keys"]
        assert keys.about.kind is CircleKind.SHARED


def test_frozen_edits_and_a_frozen_snapshot_are_read() -> None:
    case = FROZEN["shared"]
    log = entries(case["log"])
    state = replayed(log)
    keys = keys_of("pupil", state)
    read = [
        read_content(entry, finish(open_entry(CRYPTO, entry, keys.by_epoch[entry.frame.epoch])))
        for entry in log
        if entry.frame.kind is Kind.EDITS
    ]
    assert [edit.value for content in read for edit in content.edits] == [
        ["done", "p7Qk"],
        "Bore da, عليكم, 🪥",
    ]
    (part,) = entries([case["part"]])
    finish(verify_entry(CRYPTO, part, signer_key(state.chain, part)))
    snap = read_content(part, finish(open_entry(CRYPTO, part, keys.current))).snap
    assert snap is not None
    assert (snap.covers, snap.heads, len(snap.gone)) == (state.head, state.lasts, 1)
    assert isinstance(judge_snapshot(state, [part], snap.covers, NOW_MS), Accepted)


def test_frozen_statements_hold() -> None:
    state = replayed(entries(FROZEN["shared"]["log"]))
    erase, token = FROZEN["erase"], FROZEN["token"]
    order = EraseOrder(
        state.chain.circle, erase["day"], bytes.fromhex(erase["by"]), bytes.fromhex(erase["sig"])
    )
    finish(verify_erase(CRYPTO, state.chain, order))
    pupil = bytes.fromhex(FROZEN["devices"]["pupil"]["id"])
    nonce, sig = bytes.fromhex(token["nonce"]), bytes.fromhex(token["sig"])
    finish(verify_token(CRYPTO, state.chain.roster.members[pupil].sign, token["origin"], pupil, nonce, sig))


def test_the_same_bytes_come_out_as_on_the_day_the_formats_were_frozen() -> None:
    assert made() == FROZEN
