"""Nobody waits at the start for what they have not asked for."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LATER = {
    "html.entities",
    "segno",
    "services.desk.made_up",
    "services.paper.export_csv",
    "services.paper.export_page",
    "services.paper.qr",
    "services.paper.recovery_card",
    "views.copies.export_words",
    "views.mentor.page_screen",
    "views.pupil.today_screen",
    "views.root.family_routes",
    "views.root.mentor_routes",
    "views.root.pupil_routes",
    "views.strings.cy",
}
START = """
import sys
import flet
flet.run = lambda *_, **__: None
import main
print(*sorted(sys.modules))
"""


def test_a_start_in_english_reads_neither_welsh_nor_the_printer_nor_anybodys_home() -> None:
    started = subprocess.run(
        [sys.executable, "-c", START], cwd=ROOT, capture_output=True, text=True, check=True
    )
    read = set(started.stdout.split())
    assert "views.root.root_screen" in read
    assert not LATER & read
