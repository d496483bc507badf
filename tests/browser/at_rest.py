"""Everything that a browser keeps for our origin, as one long text in which words can be looked for."""

import json

from tests.browser.tab import Tab

DUMP = """
const said = [];
const take = (value) => {
  if (value === null || value === undefined) return;
  if (value instanceof ArrayBuffer) value = new Uint8Array(value);
  if (ArrayBuffer.isView(value)) {
    let text = '';
    for (const byte of new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) text += String.fromCharCode(byte);
    said.push(text);
  } else if (value instanceof CryptoKey) said.push('key extractable=' + value.extractable);
  else if (typeof value === 'object') for (const [name, inner] of Object.entries(value)) { said.push(name); take(inner); }
  else said.push(String(value));
};
const wait = (request) => new Promise((good, bad) => { request.onsuccess = () => good(request.result); request.onerror = () => bad(request.error); });
return (async () => {
  let values = 0;
  for (const { name } of await indexedDB.databases()) {
    const base = await wait(indexedDB.open(name));
    said.push(name);
    for (const store of base.objectStoreNames) {
      const reading = base.transaction(store).objectStore(store);
      for (const key of await wait(reading.getAllKeys())) take(key);
      for (const value of await wait(base.transaction(store).objectStore(store).getAll())) { values += 1; take(value); }
    }
    base.close();
  }
  const kept = indexedDB ? values : 0;
  for (const name of await caches.keys()) {
    said.push(name);
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      said.push(request.url);
      const type = (await cache.match(request)).headers.get('content-type') || '';
      if (!/wasm|font|image|octet/.test(type)) said.push(await (await cache.match(request)).text());
    }
  }
  for (const store of [localStorage, sessionStorage]) for (let i = 0; i < store.length; i++) said.push(store.key(i), store.getItem(store.key(i)));
  said.push(document.cookie, location.href);
  return JSON.stringify({ kept, text: said.join('\\n') });
})();
"""  # noqa: E501  # one script, read as a whole


def everything_kept(tab: Tab) -> tuple[int, str]:
    """How many values IndexedDB holds, and the bytes of all that is kept, as text."""
    found = json.loads(tab.evaluate(DUMP))
    return int(found["kept"]), str(found["text"])
