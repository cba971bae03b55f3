"""What one sees without a channel: the chat in a phone, the mailbox, and the office's clock, on one page."""
