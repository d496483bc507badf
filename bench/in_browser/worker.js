// Python in a worker, as the app has it, with the bench's code beside our services.
const { job, asked } = JSON.parse(self.name);
const text = async (path) => (await fetch(path)).text();
const bytes = async (path) => (await fetch(path)).arrayBuffer();

try {
  const { loadPyodide } = await import(`/${await text("/bench/python")}/pyodide.mjs`);
  const python = await loadPyodide();
  python.unpackArchive(await bytes("/bench/code.zip"), "zip", { extractDir: "/code" });
  python.runPython("import sys; sys.path.insert(0, '/code')");
  const report = await python.pyimport(`bench.in_browser.${job}`).do(asked);
  postMessage({ report });
} catch (fault) {
  postMessage({ broken: String(fault) });
}
