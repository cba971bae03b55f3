"""The counter: what staff may do, one file an act."""
