"""Where nothing may be skipped (`CI=true`), a skipped test is a fault: `pytest -p tests.no_skips`."""

import pytest

SKIPPED = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[SKIPPED] = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> object:
    report: pytest.TestReport = yield  # type: ignore[assignment]  # what pluggy sends back
    if report.skipped and not hasattr(report, "wasxfail"):
        item.config.stash[SKIPPED].append(report.nodeid)
    return report


def pytest_sessionfinish(session: pytest.Session) -> None:
    if session.config.stash[SKIPPED] and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for test in config.stash[SKIPPED]:
        terminalreporter.write_line(f"skipped, and nothing may be skipped here: {test}", red=True)
