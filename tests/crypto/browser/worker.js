// Python in a web worker, as the product has it: no page, no blocking, code from one archive.
import { loadPyodide } from "./pyodide/pyodide.mjs";

const text = async (path) => (await fetch(path)).text();
const bytes = async (path) => (await fetch(path)).arrayBuffer();

try {
  const pyodide = await loadPyodide({ indexURL: new URL("pyodide/", self.location.href).href });
  pyodide.unpackArchive(await bytes("code.zip"), "zip", { extractDir: "/code" });
  pyodide.runPython("import sys; sys.path.insert(0, '/code')");
  const job = pyodide.pyimport("tests.crypto.browser.job");
  self.postMessage(await job.do(await text("asked.json")));
} catch (error) {
  self.postMessage(JSON.stringify({ broken: String(error) }));
}
