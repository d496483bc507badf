// Python, in a worker of its own. Everything it needs comes from our own origin, and nothing is fetched by name.
import { loadPyodide } from "./pyodide.mjs";

const HOME = "/firstbell";
const { documentUrl, packages, app } = JSON.parse(self.name);
const archives = [packages, app].map((url) => fetch(url)); // on their way while Python itself is loading
const bridge = { documentUrl };

function send(fromPython) {
  const bytes = fromPython.toJs();
  postMessage(bytes, [bytes.buffer]);
}

async function unpack(python, asked) {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.status} for ${new URL(response.url).pathname}`);
  const archive = new Uint8Array(await response.arrayBuffer());
  let offset = archive.indexOf(10) + 1;
  const { files } = JSON.parse(new TextDecoder().decode(archive.subarray(0, offset)));
  const folders = new Set();
  for (const [name, size] of files) {
    const path = `${HOME}/${name}`;
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) {
      python.FS.mkdirTree(folder);
      folders.add(folder);
    }
    python.FS.writeFile(path, archive.subarray(offset, offset + size), { canOwn: true });
    offset += size;
  }
}

async function start() {
  const python = await loadPyodide({
    env: { PYTHONTZPATH: "" }, // time zones come from a package; looking for them elsewhere takes 30 ms
    stdout: (text) => console.log(text),
    stderr: (text) => console.warn(text),
  });
  python.registerJsModule("flet_js", bridge);
  for (const asked of archives) await unpack(python, asked);
  postMessage({ unpacked: true });
  await python.runPythonAsync(`import sys; sys.path.insert(0, "${HOME}"); import main`);
  await bridge.start_connection(send);
}

self.onmessage = ({ data }) => bridge.send(data);
try {
  await start();
  postMessage({ ready: true });
} catch (fault) {
  postMessage({ fault: String(fault) });
}
