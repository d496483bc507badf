// Starts Python in a worker while Flutter still loads, and carries bytes between the two.
// Flutter calls jsConnect, jsSend and jsDisconnect; their names and arguments are Flet's.
const settings = document.currentScript.dataset;
const absolute = (path) => new URL(path, document.baseURI).href;
const documentUrl = document.URL;

const started = [];

function startPython() {
  const carried = { documentUrl, packages: absolute(settings.packages), app: absolute(settings.app) };
  let knowsModules = false;
  const options = {
    name: JSON.stringify(carried),
    get type() {
      knowsModules = true; // only a browser that knows module workers asks
      return "module";
    },
  };
  const worker = new Worker(absolute(settings.worker), options);
  const python = { worker, received: [], receive: null, carriedCount: 0 };
  started.push(worker);
  python.unpacked = new Promise((resolve) => (python.isUnpacked = resolve));
  python.ready = new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message || "the worker did not start"));
    worker.onmessage = ({ data }) => {
      if (data instanceof Uint8Array) deliver(python, data);
      else if (data.unpacked) python.isUnpacked();
      else if (data.ready) resolve();
      else reject(new Error(data.fault));
    };
  });
  python.ready.then(endCalm, (fault) => {
    console.error(fault);
    sayInstead(knowsModules ? "stopped" : "old");
  });
  return python;
}

function deliver(python, bytes) {
  if (!python.receive) {
    python.received.push(bytes);
    return;
  }
  python.receive(bytes);
  python.carriedCount += 1;
  if (python.carriedCount === 2) endOpening(); // the first answers the greeting, the second draws
}

function endOpening() {
  requestAnimationFrame(() => requestAnimationFrame(() => {
    document.getElementById("opening")?.remove();
    dispatchEvent(new Event("firstbell-open"));
  }));
}

let warm = isAble ? startPython() : null;
const pythonByApp = new Map();

globalThis.jsConnect = async (appId, _args, receive) => {
  const python = warm ?? startPython();
  warm = null;
  pythonByApp.set(appId, python);
  await python.ready.catch(() => new Promise(() => {})); // our own sentence stands already; Flutter keeps quiet
  python.receive = receive;
  for (const bytes of python.received.splice(0)) deliver(python, bytes);
};

globalThis.jsSend = async (appId, bytes) => {
  pythonByApp.get(appId)?.worker.postMessage(bytes, [bytes.buffer]);
};

globalThis.jsDisconnect = async (appId) => {
  pythonByApp.get(appId)?.worker.terminate();
  pythonByApp.delete(appId);
};

// A page kept for the back button would keep its worker, and the worker the right to write, from every other tab.
// WebKit also brings such a page back with its drawing stopped. So it ends here, and coming back starts afresh.
addEventListener("pagehide", (event) => {
  if (event.persisted) for (const worker of started) worker.terminate();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
