// Starts Flutter's prebuilt client, which draws what Python says. `client` holds its files, hashed as a whole.
const client = absolute(settings.client);
globalThis.flet = {
  pyodide: true,
  multiView: false,
  noCdn: true,
  webSocketEndpoint: "",
  entrypointBaseUrl: client,
  assetBase: client,
  canvasKitBaseUrl: `${client}canvaskit/`,
  fontFallbackBaseUrl: `${client}fallback/`,
  routeUrlStrategy: "hash",
  webRenderer: "auto",
};

if (isAble) {
  const { entrypointBaseUrl, assetBase, canvasKitBaseUrl, fontFallbackBaseUrl } = globalThis.flet;
  const config = { entrypointBaseUrl, assetBase, canvasKitBaseUrl, fontFallbackBaseUrl, multiViewEnabled: false };
  _flutter.loader.load({
    config,
    async onEntrypointLoaded(starter) {
      const engine = await starter.initializeEngine(config);
      await warm.unpacked; // drawing sooner would only take time from Python, for pictures that nobody sees
      await engine.runApp();
    },
  });
}
