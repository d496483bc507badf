// The client asks for Rive, which draws animations of a kind we do not have, at every start. This is its answer: never ready.
globalThis.RiveNative = () => new Promise(() => {});
