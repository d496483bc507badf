"""Everything leaves in files that anybody can read: a page, a table, JSON. All of it, and none of it runs."""

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.paper.export_csv import export_csv, safe_cell
from services.paper.export_json import export_json
from services.paper.export_page import export_page
from services.paper.exported import ExportedPlanner
from services.planner.ids import RecordId
from services.planner.planner import read_planner
from services.planner.record import Record
from services.planner.words import Role
from views.copies.export_words import export_words
from views.strings.catalogue import Language
from views.strings.languages import sentences_in

DEVICE, TODAY, NOW_MS = "0a" * 16, date(2026, 9, 15), 1_789_452_600_000
ENGLISH = export_words(sentences_in(Language.ENGLISH), Language.ENGLISH, "Europe/London")
FORMULA, SCRIPT = '=HYPERLINK("x","y")', "</td><script>alert(1)</script>"


def record(id_: str, type_: str, /, **fields: Any) -> Record:
    return Record(RecordId(id_), type_, {"_new": type_, **fields})


def exported(*records: Record, kind: str = "shared") -> ExportedPlanner:
    by_id: Mapping[RecordId, Record] = {one.id: one for one in records}
    return ExportedPlanner(kind, Role.PUPIL, NOW_MS, by_id, read_planner(by_id, DEVICE))


SAM = record(f"who:{DEVICE}", "who", person="p1", name="Sam", picture="fox", role="pupil")
EVERY = exported(
    SAM,
    record("who:" + "0b" * 16, "who", person="p2", name="", role="parent"),
    record("r1", "routine", part="morning", starter="routine_morning", order="b"),
    record("s1", "step", routine="r1", starter="teeth", order="b", at="07:05", sizes=["usual", "tiny"]),
    record("s2", "step", routine="r1", title=SCRIPT, order="c", days=[0, 4]),
    record("s3", "step", routine="r1", title="Feed the cat", order="d", _del=True),
    Record(
        RecordId("day:2026-09-14"),
        "day",
        {
            "_new": "day",
            "t.s1": ["done", "p1"],
            "t.s3": ["skipped", "p2"],
            "size.r1": "tiny",
            "pause": "ill",
        },
    ),
    record("u1", "pause", what="all", **{"from": "2026-09-20", "to": "2026-09-21", "reason": "holiday"}),
    record("u2", "pause", what="r1", **{"from": "2026-09-25"}),
    record("t1", "target", words=FORMULA, next_step="+1 step", helpers=["Gran"], goal=7, order="b"),
    record("t2", "target", words="Up by my time", closed_on="2026-09-10", reached=True, order="c"),
    record("rating:t1:pupil:p1:2026-09-14", "rating", score=4, words="@home"),
    record("rating:t1:mentor:p9:2026-09-14", "rating", score=6),
    record("c1", "contact", kind="helpline", starter="contact_childline", phone="0800 1111", order="b"),
    record("mark:2026-09-14", "mark", am="L", minutes=9),
)


def rows(*planners: ExportedPlanner) -> list[list[str]]:
    text = export_csv(planners, ENGLISH).decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def page(*planners: ExportedPlanner, language: Language = Language.ENGLISH) -> str:
    words = export_words(sentences_in(language), language, "Europe/London")
    return export_page(planners, words, TODAY).decode("utf-8")


# -- the table ---------------------------------------------------------------------------------------------


def test_each_thing_has_a_row_that_says_what_and_when_and_who() -> None:
    table = rows(EVERY)
    assert table[0] == ["Planner", "What", "Day", "Name", "Detail", "Value", "Who", "Words"]
    assert all(len(row) == 8 for row in table)
    said = [row[1:] for row in table]
    assert ["Person", "", "", "Parent or carer", "", "", ""] in said
    assert ["Routine", "", "Getting ready for school", "Morning", "Every day", "", ""] in said
    assert ["Step", "", "Brush my teeth", "Getting ready for school", "Usual, Tiny", "", "by 7:05"] in said
    assert ["Tick", "2026-09-14", "Brush my teeth", "", "Done", "Sam", ""] in said
    assert ["Size of the day", "2026-09-14", "Getting ready for school", "", "Tiny", "", ""] in said
    assert ["Pause", "2026-09-14", "Everything", "", "", "", "Ill"] in said
    assert ["Pause", "2026-09-20", "Everything", "2026-09-21", "", "", "Holiday"] in said
    assert ["Target", "2026-09-10", "Up by my time", "", "We did this", "", ""] in said
    assert ["Contact", "", "Childline", "Helplines", "0800 1111", "", ""] in said
    assert {row[0] for row in table[1:]} == {"Sam"}


def test_what_was_ticked_keeps_its_name_when_the_step_is_gone() -> None:
    assert ["Sam", "Tick", "2026-09-14", "Feed the cat", "", "Skipped today", "Parent or carer", ""] in rows(
        EVERY
    )


def test_a_type_that_the_table_has_no_words_for_is_there_all_the_same() -> None:
    assert ["Sam", "mark", "", "am", "", "L", "", ""] in rows(EVERY)
    assert ["Sam", "mark", "", "minutes", "", "9", "", ""] in rows(EVERY)


def test_no_cell_runs_in_a_spreadsheet() -> None:
    table = rows(EVERY)
    assert not [cell for row in table for cell in row if cell[:1] in "=+-@\t\r\0" and cell]
    assert any(f"'{FORMULA}" in row for row in table)
    assert any("'+1 step" in row for row in table)
    assert any("'@home" in row for row in table)


@given(st.text(max_size=30))
def test_a_cell_is_the_same_text_or_the_same_behind_an_apostrophe(text: str) -> None:
    safe = safe_cell(text)
    assert safe in (text, f"'{text}")
    assert safe[:1] not in set("=+-@\t\r\0")


def test_lines_end_as_the_standard_says_and_quotes_are_doubled() -> None:
    raw = export_csv([EVERY], ENGLISH)
    assert raw.endswith(b"\r\n")
    assert b'"\'=HYPERLINK(""x"",""y"")"' in raw


# -- the page ----------------------------------------------------------------------------------------------


class Outside(HTMLParser):
    """What could reach out of a page, or run in it, and which elements stay open."""

    VOID = frozenset({"meta"})

    def __init__(self) -> None:
        super().__init__()
        self.reaching: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        names = {name for name, _ in attrs}
        if tag in {"script", "link", "iframe", "img", "object", "form", "a"} or names & {
            "src",
            "href",
            "style",
        }:
            self.reaching.append(tag)
        self.reaching += [name for name in names if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", Language)
def test_the_page_asks_for_nothing_runs_nothing_and_is_whole(language: Language) -> None:
    text = page(EVERY, EVERY, language=language)
    read = Outside()
    read.feed(text)
    assert read.reaching == []
    assert read.open == []
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|@import|https?:", text)
    assert f'<html lang="{language.value}" dir="ltr">' in text


def test_the_page_says_everything_and_says_it_as_text() -> None:
    text = page(EVERY)
    for part in (
        "Made on Tuesday 15 September 2026",
        "Sam, Pupil",
        "Getting ready for school (Morning, Every day)",
        "Brush my teeth, by 7:05, Usual, Tiny",
        "Monday 14 September 2026</td><td>Feed the cat</td><td>Skipped today</td><td>Parent or carer",
        "Everything, Sunday 20 September 2026 to Monday 21 September 2026, Holiday",
        "Smallest next step: +1 step",
        "4 out of 10</td><td>Sam</td><td>@home",
        "6 out of 10</td><td>Mentor",
        "Childline, Helplines, 0800 1111",
        "mark, am: L",
        "&lt;script&gt;alert(1)",
    ):
        assert part in text, part


def test_in_a_language_from_right_to_left_the_page_turns_round() -> None:
    words = export_words(sentences_in(Language.ENGLISH), Language.ENGLISH, "Europe/London")
    turned = export_page([EVERY], type(words)(**{**vars(words), "is_rtl": True}), TODAY).decode()
    assert 'dir="rtl"' in turned
    assert not re.search(r"(margin|padding|border)-(left|right)|text-align: (left|right)", turned)


def test_nothing_in_it_yet_is_said_too() -> None:
    assert "Nothing yet" in page()
    assert page(exported()).count("Nothing yet") == 7


# -- json --------------------------------------------------------------------------------------------------


def test_json_has_every_record_with_every_field_also_those_that_were_taken_away() -> None:
    whole = json.loads(export_json([EVERY], NOW_MS))
    assert (whole["firstbell_export"], whole["made_at"]) == (1, "2026-09-15T06:10:00Z")
    (one,) = whole["planners"]
    assert {(each["id"], each["type"]): each["fields"] for each in one["records"]} == {
        (each.id, each.type): dict(each.fields) for each in EVERY.records.values()
    }
    assert [each["id"] for each in one["records"] if not each["shown"]] == ["s3"]
    assert (one["kind"], one["role"]) == ("shared", "pupil")


def test_no_name_stands_in_what_a_log_would_print() -> None:
    assert "Sam" not in repr(EVERY)
