// Turns the accessibility tree on for everyone: screen readers, keyboards, tests.
// The tap must hit the middle of Flutter's placeholder; on Android a plain click() is ignored.
new MutationObserver((_, watching) => {
  const placeholder = document.querySelector("flt-semantics-placeholder");
  if (!placeholder) return;
  watching.disconnect();
  const box = placeholder.getBoundingClientRect();
  const middle = { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
  placeholder.dispatchEvent(new MouseEvent("click", { bubbles: true, ...middle }));
}).observe(document, { childList: true, subtree: true });
