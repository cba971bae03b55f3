"""The confirmation to be shown: its picture, drawn in a process of its own, and its calendar file."""
