"""Keys made by us: opaque ids, and codes that are read out on the telephone."""

from os import urandom  # what `secrets` draws from, without its detours: a turn is short

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""No 0 O 1 I L, which are mistaken for one another."""

CODE_LENGTH = 8


def new_id() -> str:
    """Return an id of 16 characters that nobody can guess."""
    return urandom(8).hex()


def new_code() -> str:
    """Return a booking's code: eight of LETTERS."""
    return "".join([LETTERS[byte % len(LETTERS)] for byte in urandom(CODE_LENGTH)])
