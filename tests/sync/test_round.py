"""Devices and an endpoint: what one writes the others see, whatever happens on the way."""

from tests.sync.devices import all_rounds, family


def test_a_tick_under_no_signal_appears_on_the_others_when_the_signal_returns(run) -> None:
    async def story() -> None:
        _, pupil, parent, mentor = await family()
        await pupil.tick("s1")
        assert pupil.read("t.s1") == ["done", "pupil"]
        await all_rounds(pupil, parent, mentor)
        for one in (pupil, parent, mentor):
            assert one.read("t.s1") == ["done", "pupil"]
            assert one.base() == pupil.base()
            assert not one.here.health().is_amber, one.here.health()
            assert one.here.health().waiting == 0

    run(story())
