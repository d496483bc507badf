"""Which test shows which feature: `pytest --features FILE` writes the table from what the run saw."""

from collections import defaultdict
from pathlib import Path

import pytest

# Every feature id of the product, in the order a reader expects.
IDS = (
    *(f"P{n}" for n in range(1, 18)),
    *(f"F{n}" for n in range(1, 8)),
    *(f"M{n}" for n in range(1, 12)),
    *(f"S{n}" for n in range(1, 10)),
    *(f"L{n}" for n in range(1, 7)),
)
BROWSERS = ("chromium", "webkit")
HEAD = """# Features

Written by `make features` from one run of the tests; never by hand. What each id means stands in
[features-named.md](features-named.md). `missing` says that no test shows it yet.

| id | state | tests | browsers |
|---|---|---|---|
"""


class FeatureTable:
    """Collects outcomes by feature id, from reports: of several workers only these come back."""

    def __init__(self) -> None:
        self.ids_by_test: dict[str, tuple[str, ...]] = {}
        self.outcome_by_test: dict[str, str] = {}

    def saw(self, report: pytest.TestReport) -> None:
        test = report.nodeid
        ids = tuple(str(value) for name, value in report.user_properties if name == "feature")
        if ids:
            self.ids_by_test[test] = ids
        worse = report.outcome == "failed" or self.outcome_by_test.get(test) == "failed"
        if worse:
            self.outcome_by_test[test] = "failed"
        elif report.when == "call" or report.outcome == "skipped":
            self.outcome_by_test[test] = report.outcome

    def table(self) -> str:
        tests_by_id: dict[str, list[str]] = defaultdict(list)
        for test, ids in self.ids_by_test.items():
            for feature in ids:
                tests_by_id[feature].append(test)
        return HEAD + "".join(self._row(feature, sorted(tests_by_id[feature])) for feature in IDS)

    def _row(self, feature: str, tests: list[str]) -> str:
        ran = [t for t in tests if self.outcome_by_test.get(t) in ("passed", "failed")]
        if not ran:
            return f"| {feature} | missing | | |\n"
        state = "failed" if any(self.outcome_by_test[t] == "failed" for t in ran) else "passed"
        names = sorted({t.split("::")[-1].split("[")[0] for t in ran})
        browsers = [b for b in BROWSERS if any(b in t.split("[")[-1] for t in ran if "[" in t)]
        return f"| {feature} | {state} | {', '.join(names)} | {', '.join(browsers)} |\n"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--features", metavar="FILE", help="write which test shows which feature")


TABLE = pytest.StashKey[FeatureTable]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TABLE] = FeatureTable()
    config.pluginmanager.register(Watcher(config.stash[TABLE]))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        ids = tuple(str(i) for mark in item.iter_markers("feature") for i in mark.args)
        unknown = set(ids) - set(IDS)
        if unknown:
            raise pytest.UsageError(f"{item.nodeid} names features that do not exist: {sorted(unknown)}")
        item.user_properties += [("feature", each) for each in ids]


class Watcher:
    """Hears of every report in the process that ends the run."""

    def __init__(self, table: FeatureTable) -> None:
        self._table = table

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._table.saw(report)


def pytest_sessionfinish(session: pytest.Session) -> None:
    target = session.config.getoption("--features")
    if target and not hasattr(session.config, "workerinput"):
        Path(target).write_text(session.config.stash[TABLE].table(), encoding="utf-8")
