"""What is said unasked, worded when it is sent: one file a kind."""
