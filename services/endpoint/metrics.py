"""What an operator may count: calls, entries, commits. Privacy: no label names anybody."""

from prometheus_client import CollectorRegistry, Counter, Histogram, start_http_server

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5)
_TOGETHER = (1, 2, 4, 8, 16, 32, 64)


class Metrics:
    """Counters of one endpoint."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        of_calls = ("call", "status")
        self._calls = Counter("firstbell_calls", "Calls answered", of_calls, registry=self.registry)
        self._seconds = Histogram(
            "firstbell_seconds", "Until the answer began", ("call",), buckets=_SECONDS, registry=self.registry
        )
        self._entries = Counter("firstbell_entries", "Entries accepted", registry=self.registry)
        self._together = Histogram(
            "firstbell_pushes_together", "Pushes in one commit", buckets=_TOGETHER, registry=self.registry
        )

    def call(self, call: str, status: int, seconds: float) -> None:
        """A call was answered. Shape: `call` is the route's pattern, never its address."""
        self._calls.labels(call, str(status)).inc()
        self._seconds.labels(call).observe(seconds)

    def commit(self, pushes: int, entries: int) -> None:
        """Pushes were written in one commit."""
        self._together.observe(pushes)
        self._entries.inc(entries)

    def serve(self, host: str, port: int) -> None:
        """Shows them on an address of their own, for the operator's network alone."""
        start_http_server(port, host, self.registry)
