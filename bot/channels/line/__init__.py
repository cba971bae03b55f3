"""The channel of LINE. Its library is imported in here alone, and in here only where the channel is set."""
