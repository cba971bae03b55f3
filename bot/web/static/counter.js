// The counter: the day as it changes, and a search for whoever begins to type.
const search = document.querySelector("#q");
const day = document.querySelector("#day");
const stopped = document.querySelector("#stopped");

const events = new EventSource(day.dataset.stream);
events.addEventListener("day", (event) => {
  const focused = day.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  day.innerHTML = JSON.parse(event.data);
  if (focused) day.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
});
events.addEventListener("rows", (event) => {
  for (const [id, row] of Object.entries(JSON.parse(event.data))) {
    const before = document.getElementById(id);
    const hadFocus = before?.contains(document.activeElement);
    if (before) before.outerHTML = row;
    if (hadFocus) document.getElementById(id).querySelector("a").focus();
  }
});
events.onopen = () => (stopped.hidden = true);
events.onerror = () => {
  stopped.hidden = false;
  if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000); // signed out, or a new day
};
addEventListener("pagehide", () => events.close());

// Whoever begins to type where nothing takes it, searches.
addEventListener("keydown", (event) => {
  const takes = document.activeElement?.matches("input, select, textarea, summary");
  if (event.key === "Escape") search.focus();
  else if (!takes && event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) search.focus();
});

// Whatever stands there was searched for before.
search.addEventListener("focus", () => search.select());
if (document.activeElement === search) search.select();

// Some scanners type by Alt and a number, or paste: that is searched for, and presses nothing.
addEventListener("keydown", (event) => {
  if (event.altKey && event.code.startsWith("Numpad") && document.activeElement?.matches("button, a")) search.focus();
});
addEventListener("paste", (event) => {
  if (document.activeElement?.matches("input, select, textarea")) return;
  event.preventDefault();
  search.focus();
  search.value = event.clipboardData.getData("text").trim();
});

document.querySelector("[data-next]")?.focus();
