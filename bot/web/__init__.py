"""The web: the chat that needs no account, the verification page, the mailbox, health."""
