"""The questions of the talk: one file each, with `ask` and `answer`."""
