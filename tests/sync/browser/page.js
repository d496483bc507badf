// Starts the worker and keeps its report where the driver can read it.
window.report = "";
const worker = new Worker("worker.js", { type: "module" });
worker.onmessage = (event) => { window.report = event.data; };
worker.onerror = (event) => { window.report = JSON.stringify({ broken: event.message }); };
