"""What POST /v1/sync promises over every store."""

from tests.endpoint.house import House, texts
from tests.sync.circle import MENTOR, PUPIL, family


async def a_tick_comes_to_the_others(house: House) -> None:
    circle = family()
    mentor = await house.hosted(circle, MENTOR)
    pupil = await house.signed_in(PUPIL)
    tick = circle.put(circle.edits(PUPIL))
    answer = await pupil.sync(circle, 3, tick)
    assert answer["acks"] == [[tick.frame.n, 4]]
    assert (answer["entries"], answer["head"], answer["more"]) == ([], 4, False)
    answer = await mentor.sync(circle, 3)
    assert answer["entries"] == [[4, *texts([tick])]]


CHECKS = {name: check for name, check in globals().items() if name.startswith(("a_", "the_"))}
