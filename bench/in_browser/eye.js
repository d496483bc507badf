// Watches a page as a screen reader would, and says when. Units: milliseconds since the page was asked for.
globalThis.eye = {
  name(node) {
    const own = [...node.childNodes].filter((n) => n.nodeType === 3 || n.nodeName === "SPAN");
    return (node.getAttribute("aria-label") ?? own.map((n) => n.textContent).join("")).trim();
  },

  // The smallest thing on the screen whose name begins so.
  find(start) {
    let found = null;
    for (const node of document.querySelectorAll("flt-semantics")) {
      if (!eye.name(node).startsWith(start)) continue;
      const box = node.getBoundingClientRect();
      if (box.width < 1 || box.height < 1) continue;
      if (!found || box.width * box.height < found.box.width * found.box.height) found = { node, box };
    }
    return found;
  },

  // Resolves with what `look` finds, as soon as it finds something, and when that was.
  when(look) {
    return new Promise((resolve) => {
      const watching = new MutationObserver(check);
      function check() {
        const found = look();
        if (!found) return false;
        watching.disconnect();
        resolve({ found, at: performance.now() });
        return true;
      }
      if (!check()) watching.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    });
  },

  async seen(start) {
    const { found, at } = await eye.when(() => eye.find(start));
    return { at, x: found.box.x + found.box.width / 2, y: found.box.y + found.box.height / 2 };
  },

  async gone(start) {
    return (await eye.when(() => !eye.find(start))).at;
  },

  // Until the next finger is lifted and the thing of this name has gone, in the tree and then on the canvas.
  async repainted(start) {
    const lifted = new Promise((resolve) => {
      addEventListener("pointerup", ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true });
    });
    const upAt = await lifted;
    const toldAt = await eye.gone(start);
    await new Promise((resolve) => { eye.onPresented = resolve; });
    await eye.nextTask(); // Flutter draws inside the browser's frame; the next task comes after that frame was shown
    return { up: performance.timeOrigin + upAt, told: toldAt - upAt, painted: performance.now() - upAt };
  },

  onPresented() {},

  nextTask() {
    return new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  },
};

// Flutter hands each finished picture to its canvas in this way.
const present = ImageBitmapRenderingContext.prototype.transferFromImageBitmap;
ImageBitmapRenderingContext.prototype.transferFromImageBitmap = function (picture) {
  present.call(this, picture);
  if (picture) eye.onPresented();
};

// The accessibility tree on, in either shape, as early as it can be: a tap in the middle of Flutter's placeholder.
new MutationObserver((_, watching) => {
  const placeholder = document.querySelector("flt-semantics-placeholder");
  if (!placeholder) return;
  watching.disconnect();
  const box = placeholder.getBoundingClientRect();
  const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  placeholder.dispatchEvent(new MouseEvent("click", { bubbles: true, ...middle }));
}).observe(document, { childList: true, subtree: true });
