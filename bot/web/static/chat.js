// Everything works without this: it saves the page from being loaded anew after each word.
const form = document.getElementById("talk");
const log = document.getElementById("log");
const latest = document.getElementById("latest");
const text = document.getElementById("text");
const state = document.getElementById("status");
let pressed = false; // the newest screen answers a button: the reader's place goes with it
let sending = Promise.resolve();

function once() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function toEnd() {
  const last = latest.previousElementSibling;
  if (last) log.scrollTop = last.offsetHeight > log.clientHeight ? last.offsetTop - 12 : log.scrollHeight;
}

function show(bubble) {
  if (bubble.language !== document.documentElement.lang) return location.reload(); // the page around it, too
  const old = document.getElementById("b" + bubble.number);
  const made = document.createRange().createContextualFragment(bubble.html).firstElementChild;
  const held = old && old.contains(document.activeElement) ? document.activeElement.value : null;
  if (old) old.replaceWith(made);
  else {
    if (!made.matches(".letter")) // which interrupts no talk, and whose own buttons last
      for (const done of log.querySelectorAll(":not(.letter) > :is(.choices, .ways), .actions")) done.remove();
    log.insertBefore(made, latest);
  }
  if (held) {
    const n = held.split("|")[1];
    const same = Array.from(made.querySelectorAll("button")).find((b) => b.value.split("|")[1] === n);
    (same || made.querySelector("h2")).focus();
  } else if (pressed && made.matches(".office")) {
    made.querySelector("h2").focus({ preventScroll: true });
  }
  toEnd();
}

export const stream = new EventSource(form.dataset.stream);
stream.onmessage = (event) => show(JSON.parse(event.data));
stream.addEventListener("gone", () => location.reload());
stream.onopen = () => (state.textContent = "");
stream.onerror = () => {
  state.textContent = form.dataset.offline;
  if (stream.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 3000);
};

// What is said while an answer is under way is said after it; the same once more is heard once, by its update.
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const button = event.submitter && event.submitter.name === "button" ? event.submitter : null;
  const said = new FormData(form);
  const words = text.value;
  if (button) {
    said.delete("text");
    said.set("button", button.value);
  }
  if (button || words.trim()) sending = sending.then(() => send(said, button ? null : words));
});

// A program that has just gone is another one, or back, in a moment.
async function brought(said, tries = 3) {
  const body = new URLSearchParams(said);
  const answer = await fetch("/chat", { method: "POST", body, headers: { Accept: "application/json" } }).catch(() => null);
  if (answer && answer.ok) return;
  if (tries === 1 || (answer && answer.status < 500)) throw new Error("not heard");
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return brought(said, tries - 1);
}

async function send(said, words) {
  pressed = words === null;
  try {
    await brought(said);
    if (text.value === words) text.value = "";
    form.elements.update.value = once();
    state.textContent = "";
    grow();
  } catch {
    state.textContent = form.dataset.failed;
  }
}

// A card that is void has no picture any more.
log.addEventListener("error", (event) => event.target.closest(".picture")?.remove(), true);
for (const image of log.querySelectorAll(".picture img")) {
  if (image.complete && !image.naturalWidth) image.closest(".picture").remove();
}

function grow() {
  text.style.height = "auto";
  text.style.height = Math.min(text.scrollHeight + 2, 200) + "px";
}

// Enter sends, Shift+Enter begins a line; not while an input method is composing. A pasted list stays a list.
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
    event.preventDefault();
    form.requestSubmit(document.getElementById("send"));
  }
});
text.addEventListener("input", grow);

toEnd();
addEventListener("load", () => {
  if (location.hash === "#latest") scrollTo(0, 0); // the log is scrolled: the page around it stays
  toEnd();
});
