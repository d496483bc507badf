// One job in a fresh worker. What it asks for and what it answers is one JSON text each.
globalThis.doJob = (job, asked) =>
  new Promise((resolve, reject) => {
    const worker = new Worker("/bench/worker.js", { type: "module", name: JSON.stringify({ job, asked }) });
    const end = (settle, value) => {
      worker.terminate();
      settle(value);
    };
    worker.onmessage = ({ data }) => (data.broken ? end(reject, new Error(data.broken)) : end(resolve, data.report));
    worker.onerror = (event) => end(reject, new Error(event.message));
  });
