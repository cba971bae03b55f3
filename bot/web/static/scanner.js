// A scanner types faster than anybody, and ends with Enter. The keys are read by their place, so that neither
// another layout nor an input method changes letters and digits.
const FAST = 150; // milliseconds between two keys, at most: a loaded machine tells of them late
const CODE = /(?:^|\/|C)[2-9A-HJKMNP-Z]{8}-\d{1,4}$/; // at the end of what was scanned; with its version no word is like it
let typed = "", last = 0;
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const now = event.timeStamp;
  if (now - last > FAST) typed = "";
  last = now;
  const key = /^(?:Key(.)|(?:Digit|Numpad)(\d))$/.exec(event.code);
  const isSign = /^[!-,./:-@[-`{-~]$/.test(event.key) || (event.shiftKey && /^(?:Digit|Minus)/.test(event.code));
  if (key && !isSign) typed += key[1] ?? key[2];
  else if ((event.code === "Minus" || event.code === "NumpadSubtract") && !isSign) typed += "-";
  else if (isSign) typed += "/";
  else if ((event.code === "Enter" || event.code === "NumpadEnter") && CODE.test(typed)) {
    event.preventDefault();
    event.stopPropagation();
    location.assign(`/counter?q=${encodeURIComponent(typed)}`);
  }
}, true);
