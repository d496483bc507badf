"""The square of a ticket: a picture by itself, and coarse enough for an old camera."""

import re

from services.paper.qr import qr_svg

# As long as links get: a long address of the app, six digits, a long endpoint.
LINK = (
    "https://planner.some-school.example.org/#join.417203."
    + "A" * 43
    + ".https://bell.some-school.example.org"
)
COARSE_ENOUGH = 57  # modules a side, version 10


def test_a_tickets_square_is_coarse_enough() -> None:
    found = re.search(r'viewBox="0 0 (\d+) (\d+)"', qr_svg(LINK, "a square"))
    assert found
    across, down = map(int, found.groups())
    quiet_edge = 2 * 4
    assert across == down <= COARSE_ENOUGH + quiet_edge


def test_a_square_needs_nothing_from_outside() -> None:
    drawn = qr_svg(LINK, "a <square>")
    assert ' xmlns="http://www.w3.org/2000/svg"' in drawn
    assert "<title>a &lt;square&gt;</title>" in drawn
    assert "href" not in drawn
    assert LINK not in drawn
