// Registers our service worker. A new version waits; the person is asked first, never surprised.
let waiting = null;
let isReloading = false;

function tellOfUpdate() {
  if (waiting) channel.postMessage({ type: "update-ready" });
}

function applyUpdate() {
  isReloading = true;
  waiting?.postMessage({ type: "take-over" });
}

function watch(registration) {
  const arrived = (worker) => {
    // A first visit's worker does not wait for another one. WebKit tells of it when the page has its controller.
    if (!worker || registration.waiting !== worker || !registration.active) return;
    waiting = worker;
    tellOfUpdate();
  };
  arrived(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker.addEventListener("statechange", () => arrived(worker));
  });
}

// A tab may stay open for weeks; when somebody comes back to it, it looks for a newer build, at most once an hour.
function lookAgain(registration) {
  const HOUR_MS = 3_600_000;
  let lookedAt = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || !navigator.onLine || Date.now() - lookedAt < HOUR_MS) return;
    lookedAt = Date.now();
    registration.update().catch((fault) => console.info(`no look for a newer build: ${fault}`));
  });
}

function keepWhatWasLoaded(registration) {
  const urls = performance.getEntriesByType("resource").map((entry) => entry.name);
  registration.active?.postMessage({ type: "keep", urls });
}

// Copies for later take a processor and a disk for seconds. On a first visit they wait until the first press is over.
const FIRST_VISIT_REST_MS = 3000;

if (isAble && "serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (isReloading) location.reload();
  });
  addEventListener("firstbell-open", async () => {
    // Only now: a first visit's downloads and the start of Python come before the copies for later.
    if (!navigator.serviceWorker.controller) await new Promise((done) => setTimeout(done, FIRST_VISIT_REST_MS));
    watch(await navigator.serviceWorker.register("sw.js"));
    const registration = await navigator.serviceWorker.ready;
    lookAgain(registration);
    keepWhatWasLoaded(registration);
    setTimeout(() => keepWhatWasLoaded(registration), 8000);
  }, { once: true });
}
