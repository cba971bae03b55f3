"""Who works here: added, given another link, removed; from the command line, or by a manager."""

import secrets
from hashlib import blake2b

from rules.objection import Objection
from rules.staff import Role
from storage import staff
from storage.database import Transaction

SHORTEST = 10  # characters of a passphrase


def digest(token: str) -> str:
    """Return what is kept of a token in the place of it."""
    return blake2b(token.encode("utf-8", "replace"), digest_size=16).hexdigest()


def add(tx: Transaction, name: str, role: Role) -> str | Objection:
    """Let `name` work here; return the token of the link by which they set their passphrase, once."""
    if not name.strip():
        return Objection.NOT_UNDERSTOOD
    token = secrets.token_urlsafe(18)
    added = staff.add(tx, name.strip(), role, link=digest(token))
    return added if isinstance(added, Objection) else token


def reset(tx: Transaction, name: str) -> str | Objection:
    """Return the token of a link by which `name` sets another passphrase; they are signed out."""
    person = staff.by_name(tx, name.strip())
    if person is None:
        return Objection.NO_SUCH_PERSON
    token = secrets.token_urlsafe(18)
    staff.reset(tx, person, link=digest(token))
    return token


def remove(tx: Transaction, name: str) -> Objection | None:
    """Let `name` work here no more."""
    person = staff.by_name(tx, name.strip())
    if person is None:
        return Objection.NO_SUCH_PERSON
    staff.remove(tx, person)
    return None
