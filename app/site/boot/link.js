// A tab may be opened by the link of a ticket, #join.… What it says is secret: it leaves the address before anything is
// drawn or kept, and goes to the tab that may write, which may be this one once Python is there.
let link = "";

function takeLink(event) {
  if (!location.hash.startsWith("#join.")) return;
  link = location.href;
  history.replaceState(null, "", location.pathname + location.search);
  event?.stopImmediatePropagation(); // Flutter would take it for a place in the app
  offerLink();
}

function offerLink() {
  if (link) channel.postMessage({ type: "link", link });
}

answers["link-question"] = offerLink;
answers["link-taken"] = (taken) => {
  if (taken.link === link) link = "";
};
for (const change of ["popstate", "hashchange"]) addEventListener(change, takeLink, { capture: true });
takeLink();
