"""Passphrases of staff: hashed with argon2, away from the loop."""

import asyncio
from functools import cache
from unicodedata import normalize

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # the least that OWASP advises: 19 MiB


async def hashed(passphrase: str) -> str:
    """Return what is kept of `passphrase`."""
    return await asyncio.to_thread(HASHER.hash, normalize("NFKC", passphrase))


async def is_right(kept: str, passphrase: str) -> bool:
    """Return whether `passphrase` is the one of which `kept` is kept; nothing kept is nobody's."""
    return await asyncio.to_thread(_is_right, kept, normalize("NFKC", passphrase))


def _is_right(kept: str, passphrase: str) -> bool:
    try:
        HASHER.verify(kept or _nobodys(), passphrase)
    except VerificationError:
        return False
    return bool(kept)


@cache
def _nobodys() -> str:
    """Return what a passphrase is compared with where there is nobody, so that it takes as long."""
    return HASHER.hash("nobody's")
