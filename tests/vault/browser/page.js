// Starts the worker on the job named after "?" and keeps its report where the driver can read it.
window.report = "";
const worker = new Worker("worker.js" + location.search, { type: "module" });
worker.onmessage = (event) => { window.report = event.data; };
worker.onerror = (event) => { window.report = JSON.stringify({ broken: event.message }); };
// A page kept for the back button must not go on being the writer: WebKit lets its worker keep the lock.
addEventListener("pagehide", () => worker.terminate());
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
