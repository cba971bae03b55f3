"""Who works here: added, given another link, removed; from the command line, or by a manager."""

from collections.abc import Callable
from hashlib import blake2b

from handlers.counter.desk import Desk, Done
from rules.objection import Objection
from rules.staff import Role
from storage import staff
from storage.database import Transaction
from storage.spelling import folded
from storage.staff import Person

SHORTEST = 10  # characters of a passphrase
LONGEST = 60  # characters of a name
TOKEN = 24  # characters of a token, at least


def digest(token: str) -> str:
    """Return what is kept of a token in the place of it."""
    return blake2b(token.encode("utf-8", "replace"), digest_size=16).hexdigest()


def add(tx: Transaction, name: str, role: Role, token: str) -> Person | Objection:
    """Let `name` work here: the link with `token` sets their passphrase, once."""
    if not name.strip() or len(name) > LONGEST:
        return Objection.NOT_UNDERSTOOD
    return staff.add(tx, name.strip(), role, link=digest(token))


def reset(tx: Transaction, name: str, token: str) -> Person | Objection:
    """Let the link with `token` set another passphrase of `name`, who is signed out."""
    person = staff.by_name(tx, name.strip())
    if person is None:
        return Objection.NO_SUCH_PERSON
    staff.reset(tx, person, link=digest(token))
    return person


def remove(tx: Transaction, name: str) -> Person | Objection:
    """Let `name` work here no more."""
    person = staff.by_name(tx, name.strip())
    if person is None:
        return Objection.NO_SUCH_PERSON
    staff.remove(tx, person)
    return person


def hired(desk: Desk) -> Done | Objection:
    """Let somebody work here, as a manager asks."""
    role = Role.MANAGER if desk.form.get("role") == Role.MANAGER else Role.CLERK
    return _done(desk, lambda name: add(desk.tx, name, role, desk.form["token"]))


def linked(desk: Desk) -> Done | Objection:
    """Give somebody another link, as a manager asks."""
    return _done(desk, lambda name: reset(desk.tx, name, desk.form["token"]))


def dismissed(desk: Desk) -> Done | Objection:
    """Let somebody work here no more, as another manager asks."""
    if folded(desk.form.get("name", "").strip()) == folded(desk.person.name):
        return Objection.NOT_YOURSELF
    return _done(desk, lambda name: remove(desk.tx, name))


def _done(desk: Desk, do: Callable[[str], Person | Objection]) -> Done | Objection:
    if len(desk.form.get("token", "")) < TOKEN:  # made by our page
        return Objection.NOT_UNDERSTOOD
    outcome = do(desk.form.get("name", ""))
    return outcome if isinstance(outcome, Objection) else Done(outcome.id)
