// What Python asks of the page around it. Every tab of the app hears every message.
const channel = new BroadcastChannel("firstbell");
const answers = {
  page({ lang, dir, title }) {
    if (lang) document.documentElement.lang = lang;
    if (dir) document.documentElement.dir = dir;
    if (title) document.title = title;
  },
  speak({ text, lang }) {
    if (!("speechSynthesis" in globalThis) || document.hidden) return; // only the tab that is looked at speaks
    speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(text);
    words.lang = lang ?? document.documentElement.lang;
    speechSynthesis.speak(words);
  },
  async persist() {
    const kept = (await navigator.storage?.persist?.()) ?? false;
    channel.postMessage({ type: "persisted", kept });
  },
  "update-question": tellOfUpdate,
  "apply-update": applyUpdate,
};
channel.onmessage = ({ data }) => answers[data?.type]?.(data);
