// Until Python speaks, Flutter turns a wheel behind our opening picture, as often as the screen can show it. Here it
// turns four times a second: Python needs the processor, above all where nothing but the processor draws.
const CALM_MS = 250;
const nextFrame = globalThis.requestAnimationFrame.bind(globalThis);
let isCalm = true;
const resting = new Map();

function restThenDraw(draw) {
  const rest = setTimeout(() => {
    resting.delete(rest);
    nextFrame(draw);
  }, CALM_MS);
  resting.set(rest, draw);
  return rest;
}

function endCalm() {
  isCalm = false;
  for (const [rest, draw] of resting) {
    clearTimeout(rest);
    nextFrame(draw);
  }
  resting.clear();
}

globalThis.requestAnimationFrame = (draw) => (isCalm ? restThenDraw(draw) : nextFrame(draw));
