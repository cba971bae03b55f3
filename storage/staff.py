"""Staff: who works at the counter, how they sign in, and until when they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rules.objection import Objection
from rules.staff import Role
from storage.database import Row, Transaction, as_moment, as_text
from storage.keys import new_id
from storage.spelling import folded

LINK = timedelta(days=1)  # within which a passphrase is to be set
TRIES, PAUSE = 5, timedelta(minutes=5)  # wrong passphrases in a row, and how long nobody signs in by that name then


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who works at the counter; `passphrase` as it was hashed, empty until they have set one."""

    id: str
    name: str
    role: Role
    passphrase: str = ""
    tries: int = 0
    tried: datetime | None = None

    def must_wait(self, *, now: datetime) -> bool:
        """Return whether too many wrong passphrases were given just now."""
        return self.tries >= TRIES and self.tried is not None and now < self.tried + PAUSE


def add(tx: Transaction, name: str, role: Role, *, link: str) -> Person | Objection:
    """Let `name` work here, once they have set a passphrase by the link whose digest is `link`."""
    if by_name(tx, name) is not None:
        return Objection.NAME_TAKEN
    person = Person(new_id(), name, role)
    tx.rows(
        "INSERT INTO staff VALUES (?, ?, ?, '', ?, ?, 0, '', ?, NULL)",
        *(person.id, name, role, link, as_text(tx.now + LINK), as_text(tx.now)),
    )
    return person


def reset(tx: Transaction, person: Person, *, link: str) -> None:
    """Let `person` set another passphrase by a link; the old one is void, and they are signed out."""
    tx.rows(
        "UPDATE staff SET passphrase = '', link = ?, link_until = ?, tries = 0 WHERE id = ?",
        *(link, as_text(tx.now + LINK), person.id),
    )
    tx.rows("DELETE FROM shift WHERE staff = ?", person.id)


def remove(tx: Transaction, person: Person) -> None:
    """Let `person` work here no more; the journal still names them, and their name can be given anew."""
    tx.rows(
        "UPDATE staff SET removed = ?, name = name || ' ' || id, passphrase = '', link = '' WHERE id = ?",
        *(as_text(tx.now), person.id),
    )
    tx.rows("DELETE FROM shift WHERE staff = ?", person.id)


def everybody(tx: Transaction) -> Sequence[Person]:
    """Return everybody who works here, by name."""
    return [_person(row) for row in tx.rows("SELECT * FROM staff WHERE removed IS NULL ORDER BY name")]


def locked(tx: Transaction, person: str) -> Person | None:
    """Return the person with the id `person`, locked until the end of the turn, or None: they work here no more."""
    tx.lock("staff", person)
    row = tx.row("SELECT * FROM staff WHERE id = ? AND removed IS NULL", person)
    return None if row is None else _person(row)


def by_name(tx: Transaction, name: str) -> Person | None:
    """Return who is called `name`, however wide it is written, or None."""
    return next((person for person in everybody(tx) if folded(person.name) == folded(name)), None)


def by_link(tx: Transaction, link: str) -> Person | None:
    """Return who may set a passphrase by the link whose digest is `link`, or None: it is used, or over."""
    row = tx.row("SELECT * FROM staff WHERE link = ? AND link <> '' AND link_until > ?", link, as_text(tx.now))
    return None if row is None else _person(row)


def name_of(tx: Transaction, person: str) -> str:
    """Return the name of the person whose id is `person`, as it was while they worked here."""
    row = tx.row("SELECT id, name FROM staff WHERE id = ?", person)
    return str(row["name"]).removesuffix(f" {row['id']}") if row is not None else ""


def set_passphrase(tx: Transaction, person: Person, passphrase: str) -> None:
    """Remember the hashed `passphrase`; the link that allowed it is used."""
    tx.rows("UPDATE staff SET passphrase = ?, link = '', tries = 0 WHERE id = ?", passphrase, person.id)


def tried(tx: Transaction, person: Person) -> None:
    """Count a wrong passphrase; after a pause they are counted anew."""
    tries = 1 if person.tried is not None and tx.now >= person.tried + PAUSE else person.tries + 1
    tx.rows("UPDATE staff SET tries = ?, tried = ? WHERE id = ?", tries, as_text(tx.now), person.id)


def begin(tx: Transaction, person: Person, shift: str, *, until: datetime) -> None:
    """Let whoever holds what `shift` is the digest of be `person`, until then."""
    tx.rows("UPDATE staff SET tries = 0 WHERE id = ?", person.id)
    tx.rows("DELETE FROM shift WHERE until <= ?", as_text(tx.now))
    tx.rows("INSERT INTO shift VALUES (?, ?, ?)", shift, person.id, as_text(until))


def on_shift(tx: Transaction, shift: str) -> Person | None:
    """Return who holds what `shift` is the digest of, or None: nobody, or the day is over."""
    row = tx.row(
        "SELECT staff.* FROM shift JOIN staff ON staff.id = shift.staff"
        " WHERE shift.id = ? AND shift.until > ? AND staff.removed IS NULL",
        *(shift, as_text(tx.now)),
    )
    return None if row is None else _person(row)


def end(tx: Transaction, shift: str) -> None:
    """Sign out whoever holds what `shift` is the digest of."""
    tx.rows("DELETE FROM shift WHERE id = ?", shift)


def _person(row: Row) -> Person:
    return Person(
        id=row["id"],
        name=row["name"],
        role=Role(row["role"]),
        passphrase=row["passphrase"],
        tries=row["tries"],
        tried=as_moment(row["tried"]) if row["tried"] else None,
    )
