// The counter: the day as it changes, and a scanner that types wherever the cursor is.
const search = document.querySelector("#q");
const day = document.querySelector("#day");

const events = new EventSource(day.dataset.stream);
events.addEventListener("day", (event) => {
  const focused = day.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  day.innerHTML = JSON.parse(event.data);
  if (focused) day.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
});
addEventListener("pagehide", () => events.close());

// A scanner types faster than anybody, and ends with Enter. The keys are read by their place, so that neither
// another layout nor an input method changes letters and digits.
const FAST = 60; // milliseconds between two keys
const SHORTEST = 8;
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
  else if ((event.code === "Enter" || event.code === "NumpadEnter") && typed.length >= SHORTEST) {
    event.preventDefault();
    event.stopPropagation();
    location.assign(`/counter?q=${encodeURIComponent(typed)}`);
  }
}, true);

// Whoever begins to type where nothing takes it, searches.
addEventListener("keydown", (event) => {
  const takes = document.activeElement?.matches("input, select, textarea, summary");
  if (event.key === "Escape") search.focus();
  else if (!takes && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) search.focus();
});

document.querySelector("[data-next]")?.focus();
