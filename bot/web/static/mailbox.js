// A mail has come: show it.
const seen = document.querySelector("main").dataset.seen;
new EventSource("/mailbox/stream?seen=" + seen).onmessage = () => location.reload();
