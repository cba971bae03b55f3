// The mailbox and the clock come over the chat's own stream.
import { stream } from "./chat.js";

const mails = document.getElementById("mails");
const clock = document.getElementById("clock");

stream.addEventListener("mail", (event) => {
  const open = Array.from(mails.querySelectorAll("details[open]"), (mail) => mail.id);
  const known = mails.querySelectorAll("details").length;
  mails.innerHTML = JSON.parse(event.data);
  for (const id of open) document.getElementById(id)?.setAttribute("open", "");
  const newest = mails.querySelector("details");
  if (newest && mails.querySelectorAll("details").length > known) newest.open = true;
});
stream.addEventListener("clock", (event) => {
  clock.innerHTML = JSON.parse(event.data);
  const { due, first, last } = clock.querySelector(".now").dataset;
  document.getElementById("to-letter").disabled = due === "0";
  const day = document.getElementById("day");
  if (day.value < first) day.value = first;
  [day.min, day.max] = [first, last];
});

for (const hands of document.querySelectorAll(".hands")) {
  hands.addEventListener("submit", (event) => {
    event.preventDefault();
    const said = new URLSearchParams(new FormData(hands));
    said.set("to", event.submitter.value);
    fetch(hands.action, { method: "POST", body: said })
      .then((answer) => answer.ok || Promise.reject(answer.status))
      .catch(() => (document.getElementById("status").textContent = document.getElementById("talk").dataset.failed));
  });
}
