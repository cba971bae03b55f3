// A mail has come: show it.
new EventSource("/mailbox/stream").onmessage = () => location.reload();
