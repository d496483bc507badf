"""Where nothing may be skipped (`CI=true`), a skipped test is a fault: `pytest -p tests.no_skips`."""

import pytest

SKIPPED = pytest.StashKey[list[str]]()


class Watcher:
    """Hears of every report in the process that ends the run, also when several workers ran it."""

    def __init__(self, skipped: list[str]) -> None:
        self._skipped = skipped

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail"):
            self._skipped.append(report.nodeid)


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SKIPPED] = []
    config.pluginmanager.register(Watcher(config.stash[SKIPPED]))


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.stash[SKIPPED] and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for test in config.stash[SKIPPED]:
        terminalreporter.write_line(f"skipped, and nothing may be skipped here: {test}", red=True)
