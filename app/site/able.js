// Old grammar on purpose: a browser too old for the app must still be able to read this file and say so.
(function () {
  var sentences = {
    en: {
      old: "This browser is too old for Firstbell. Please update it, or open this page in a newer one.",
      stopped: "Firstbell could not open. Please reload this page. What you wrote is still on this device."
    },
    cy: {
      old: "Mae’r porwr hwn yn rhy hen i Firstbell. Diweddarwch ef, neu agorwch y dudalen hon mewn un mwy newydd.",
      stopped: "Doedd Firstbell ddim yn gallu agor. Ail-lwythwch y dudalen hon. Mae’r hyn a ysgrifennoch yn dal ar y ddyfais hon."
    }
  };
  var isWelsh = String(navigator.language).indexOf("cy") === 0;

  window.sayInstead = function (key) {
    var opening = document.getElementById("opening");
    if (!opening) {
      opening = document.createElement("main");
      opening.id = "opening";
      opening.appendChild(document.createElement("p")).id = "opening-words";
      document.body.appendChild(opening);
    }
    opening.setAttribute("role", "alert");
    document.getElementById("opening-words").textContent = sentences[isWelsh ? "cy" : "en"][key];
  };

  window.isAble = typeof WebAssembly === "object" && typeof BigInt64Array === "function" &&
    typeof globalThis === "object" && typeof BroadcastChannel === "function" && "noModule" in document.createElement("script");
  if (!window.isAble) window.sayInstead("old");
})();
