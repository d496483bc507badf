"""A person in front of a browser: finds things by the name a screen reader says, taps, types, looks."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.drawn import at_rest, first_drawn
from tests.browser.tab import PHONE, Tab

PATIENCE_S = 120.0
TYPED_AT_MOST = 3
# Every node that assistive technology is told of: its role, its name, and where it lies.
LIST_NODES = """
const nodes = [];
for (const e of document.querySelectorAll('[id^=flt-semantic-node], input, textarea, [role=alert]')) {
  const label = e.getAttribute('aria-label');
  let text = label;
  if (!text) {
    const isText = n => n.nodeType === 3 || (/^(SPAN|H[1-6])$/.test(n.nodeName) && !n.id);
    const own = [...e.childNodes].filter(isText);
    text = own.map(n => n.textContent).join('');
  }
  text = (text || '').trim();
  const r = e.getBoundingClientRect();
  if (!text || r.width < 1 || r.height < 1) continue;
  const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
  const isWords = getComputedStyle(e).pointerEvents === 'none';
  const bare = !!top && (top === e || e.contains(top) || (isWords && top.contains(e)));
  nodes.push({name: text, bare, role: e.getAttribute('role') || e.nodeName.toLowerCase(),
    checked: e.getAttribute('aria-checked'),
    selected: e.getAttribute('aria-selected') || e.getAttribute('aria-current'),
    disabled: e.getAttribute('aria-disabled') === 'true',
    x: r.x, y: r.y, w: r.width, h: r.height});
}
return JSON.stringify({nodes, width: innerWidth, height: innerHeight});
"""


FIELD = "(document.activeElement?.matches('input, textarea') ? document.activeElement : null)"


@dataclass(frozen=True)
class Node:
    """One thing on the screen. Units: CSS pixels."""

    name: str
    role: str
    checked: str | None
    selected: str | None
    disabled: bool
    x: float
    y: float
    w: float
    h: float
    bare: bool  # nothing lies over its middle

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2


@dataclass
class Person:
    """Somebody using Firstbell. `shots` is where pictures of what they saw are kept."""

    tab: Tab
    address: str
    shots: Path
    browser: str
    size: tuple[int, int] = field(default=PHONE)

    @property
    def _glance_s(self) -> float:
        """Between two looks. WebKit draws and answers in one thread: staring keeps it from drawing."""
        return 1.0 if self.browser == "webkit" else 0.15

    @property
    def _calm_looks(self) -> int:
        """How often a thing must be found where it was. WebKit may draw less often than we look."""
        return 2 if self.browser == "webkit" else 1

    # -- looking ---------------------------------------------------------------------------------
    def nodes(self) -> list[Node]:
        try:
            found = json.loads(self.tab.evaluate(LIST_NODES))
        except Exception as error:
            # A page that is just being replaced has no script context yet; anything else is a fault.
            if any(word in str(error).lower() for word in ("context", "navigat", "destroyed")):
                return []
            raise
        self.size = (found["width"], found["height"])
        return [Node(**n) for n in found["nodes"]]

    def find(self, name: str, role: str | None = None) -> Node | None:
        """The node whose name is `name`, or else begins with it, or else has it inside; smallest first."""
        nodes = [n for n in self.nodes() if role in (None, n.role)]
        tests: list[Callable[[str], bool]] = [
            lambda said: said == name,
            lambda said: said.startswith(name),
            lambda said: name in said,
        ]
        for fits in tests:
            found = [n for n in nodes if fits(n.name)]
            if found:
                return min(found, key=lambda n: n.w * n.h)
        return None

    def wait(self, what: str, look: Callable[[], Any], patience_s: float = PATIENCE_S) -> Any:
        """What `look` finds, as soon as it finds something."""
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            if found := look():
                return found
            time.sleep(self._glance_s)
        names = [f"{n.role}: {n.name}"[:90] for n in self.nodes()]
        self._keep("lost", self.tab.screenshot())  # whatever it is
        raise AssertionError(f"{what}; on the screen: " + " | ".join(names))

    def sees(self, name: str, role: str | None = None, patience_s: float = PATIENCE_S) -> Node:
        found: Node = self.wait(f"does not see {name!r}", lambda: self.find(name, role), patience_s)
        return found

    def sees_no(self, name: str) -> None:
        self.wait(f"still sees {name!r}", lambda: not self.find(name))

    def looks(self, name: str, *, is_at_rest: bool = False) -> Path:
        """Keeps a picture of the screen under build/screens, once something is drawn, or nothing moves."""
        take = at_rest if is_at_rest else first_drawn
        return self._keep(name, take(self.tab.screenshot, lambda: time.sleep(self._glance_s)))

    def _keep(self, name: str, png: bytes) -> Path:
        self.shots.mkdir(parents=True, exist_ok=True)
        path = self.shots / f"{name}-{self.size[0]}x{self.size[1]}-{self.browser}.png"
        path.write_bytes(png)
        return path

    # -- hands -----------------------------------------------------------------------------------
    def reach(self, name: str, role: str | None = None) -> Node:
        """Scrolls until the thing lies wholly inside the window, as a finger would."""
        seen: Node | None = None
        for down in [0.0] + [240.0] * 16 + [-400.0] * 24:
            if down:
                self.tab.wheel(self.size[0] / 2, self.size[1] / 2, down)
                time.sleep(0.15)
                seen = self.find(name, role)
            else:
                seen = self._patiently(name, role)
            if seen is None or not self._lies_free(seen):
                continue
            if still := self._comes_to_rest(name, role, seen):
                return still
        raise AssertionError(f"cannot reach {name!r}; sees {[n.name[:60] for n in self.nodes()]}")

    def _comes_to_rest(self, name: str, role: str | None, seen: Node) -> Node | None:
        """The node once it has stopped moving: a sheet that still rises would be tapped beside."""
        calm = 0
        for _ in range(20):
            time.sleep(0.3)
            again = self.find(name, role)
            if again is None or not self._lies_free(again):
                return None
            calm = calm + 1 if (again.x, again.y) == (seen.x, seen.y) else 0
            if calm == self._calm_looks:
                return again
            seen = again
        return None

    def _lies_free(self, node: Node) -> bool:
        x, y = node.middle
        return node.bare and 4 <= y <= self.size[1] - 4 and 0 <= x <= self.size[0]

    def _patiently(self, name: str, role: str | None) -> Node | None:
        until = time.monotonic() + 4
        while time.monotonic() < until:
            if node := self.find(name, role):
                return node
            time.sleep(self._glance_s)
        return None

    def taps(self, name: str, role: str | None = None) -> None:
        node = self.reach(name, role)
        self.tab.click_at(*node.middle)

    def taps_once_seen(self, name: str) -> None:
        """Waits as long as a first start takes, then taps."""
        self.sees(name)
        self.taps(name)

    def writes(self, label: str, text: str) -> None:
        """Taps the field with this label, types once it listens, and looks whether all of it stands there."""
        self.taps(label)
        self.wait(f"cannot type into {label!r}", lambda: self.tab.evaluate(f"return {FIELD} !== null"))
        time.sleep(0.25)
        before = self._typed()
        for _ in range(
            TYPED_AT_MOST
        ):  # a driver on a busy machine drops keys; people see that, and type again
            self.tab.type(text)
            if self._stands(text):
                return
            while len(self._typed()) > len(before):
                self.tab.press("Backspace")
                time.sleep(0.05)
        raise AssertionError(f"{text!r} does not stand in {label!r}, but {self._typed()!r}")

    def _typed(self) -> str:
        return str(self.tab.evaluate(f"return {FIELD}?.value ?? ''"))

    def _stands(self, text: str) -> bool:
        until = time.monotonic() + 10
        while not self._typed().endswith(text):
            if time.monotonic() > until:
                return False
            time.sleep(self._glance_s)
        return True

    def opens(self, route: str = "") -> None:
        self.tab.goto(f"{self.address}/{route}")

    def reloads(self) -> None:
        self.tab.reload()

    def in_another_tab(self) -> Person:
        """The same person with a second tab open."""
        return Person(self.tab.second(), self.address, self.shots, self.browser, self.size)

    def keeps_a_copy(self) -> None:
        """Waits until the service worker has kept what a start without a network needs."""
        script = """return (async () => {
          if (!(await navigator.serviceWorker.getRegistration())) return false;
          const plain = (url) => decodeURI(new URL(url).pathname).replace(/-[0-9a-f]{12}(?=[/.])/, "");
          const kept = new Set();
          for (const name of await caches.keys())
            for (const { url } of await (await caches.open(name)).keys())
              kept.add("/" + plain(url).split("/").slice(3).join("/"));
          const own = performance.getEntriesByType("resource").map((e) => e.name)
            .filter((url) => url.startsWith(location.origin)).map(plain)
            .filter((path) => !/test-clock|sw[.]js|manifest/.test(path));
          return kept.has("/index.html") && own.every((path) => kept.has(path));
        })()"""
        self.wait("has no copy for later", lambda: self.tab.evaluate(script))
