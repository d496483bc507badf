// Offline first, by content. FILES is this build: [path, hash of its bytes, is it needed on every start].
// A file is kept under its hash, so a new build fetches only what changed, and two builds never mix.
const FILES = {{files}};
const CACHE = "firstbell-files";
const scope = new URL("./", self.location.href);
const hashByPath = new Map(FILES.map(([path, hash]) => [path, hash]));
const plainName = (path) => path.replace(/-[0-9a-f]{12}(?=[/.])/, "");
const keyOf = (path) => new URL(`.kept/${hashByPath.get(path)}/${plainName(path)}`, scope).href;
const pathOf = (url) => (url.href.startsWith(scope.href) ? decodeURI(url.pathname.slice(scope.pathname.length)) : null);

async function keep(cache, path) {
  const key = keyOf(path);
  if (await cache.match(key)) return;
  const hash = hashByPath.get(path).replaceAll("-", "+").replaceAll("_", "/");
  const response = await fetch(new Request(new URL(path, scope), { integrity: `sha256-${hash}=` }));
  if (!response.ok) throw new Error(`${response.status} for ${path}`);
  await cache.put(key, response);
}

// What every start needs, and whatever else (a renderer, a font) this browser has kept from the build before.
async function keepNeeded() {
  const cache = await caches.open(CACHE);
  const usedBefore = new Set((await cache.keys()).map(({ url }) => pathOf(new URL(url)).split("/").slice(2).join("/")));
  const needed = FILES.filter(([path, , isNeeded]) => isNeeded || usedBefore.has(plainName(path))).map(([path]) => path);
  while (needed.length) await Promise.all(needed.splice(0, 3).map((path) => keep(cache, path))); // the page goes on meanwhile
}

async function keepLoaded(urls) {
  const cache = await caches.open(CACHE);
  for (const path of urls.map((url) => pathOf(new URL(url)))) {
    if (path !== null && hashByPath.has(path)) await keep(cache, path);
  }
}

async function dropOthers() {
  const wanted = new Set(FILES.map(([path]) => keyOf(path)));
  const cache = await caches.open(CACHE);
  for (const request of await cache.keys()) if (!wanted.has(request.url)) await cache.delete(request);
}

// A file whose path holds a hash may still lie in the browser's own cache, and its compiled code beside it.
async function nearest(request, path) {
  if (plainName(path) === path) return null;
  try {
    const near = await fetch(request, { cache: "only-if-cached", mode: "same-origin" });
    return near.ok ? near : null;
  } catch {
    return null; // not there, which is no fault
  }
}

async function answer(request, path) {
  const near = await nearest(request, path);
  if (near) return near;
  const cache = await caches.open(CACHE);
  const kept = await cache.match(keyOf(path));
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(keyOf(path), response.clone());
  return response;
}

self.addEventListener("install", (event) => event.waitUntil(keepNeeded()));
self.addEventListener("activate", (event) => event.waitUntil(dropOthers().then(() => self.clients.claim())));
self.addEventListener("message", (event) => {
  if (event.data?.type === "take-over") event.waitUntil(self.skipWaiting());
  if (event.data?.type === "keep") event.waitUntil(keepLoaded(event.data.urls));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = pathOf(new URL(request.url));
  if (request.method !== "GET" || path === null || path.startsWith("v1/")) return;
  if (hashByPath.has(path)) event.respondWith(answer(request, path));
  else if (request.mode === "navigate") event.respondWith(answer(request, "index.html"));
});
