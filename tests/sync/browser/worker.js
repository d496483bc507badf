// Python in a web worker, as the product has it: no page, no blocking, code from one archive.
import { loadPyodide } from "./pyodide/pyodide.mjs";

try {
  const pyodide = await loadPyodide({ indexURL: new URL("pyodide/", self.location.href).href });
  const code = await (await fetch("code.zip")).arrayBuffer();
  pyodide.unpackArchive(code, "zip", { extractDir: "/code" });
  pyodide.runPython("import sys; sys.path.insert(0, '/code')");
  const jobs = pyodide.pyimport("tests.sync.browser.jobs");
  self.postMessage(await jobs.do(self.location.origin, await (await fetch("pairing.json")).text()));
} catch (error) {
  self.postMessage(JSON.stringify({ broken: String(error) }));
}
