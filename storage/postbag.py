"""What a postman does with the box of letters: claims what is due, and marks what became of it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from storage import letters, verifications
from storage.database import Row, Transaction, as_moment, as_text
from storage.leases import LEASE
from storage.letters import MAIL, Letter

LOST = 8  # senders that were gone in the middle of it, one after the other
LOST_AT = {"telegram": 1}  # where what is sent again is read twice: each is sent once more, and then it is uncertain
END = timedelta(days=1)  # how long after it was due a letter is tried,
TRIES = 8  # and how often at least: an outage of the program is not its fault
RETURNED = "returned"  # the kind that tells of a mail that came back
NEVER_BY_MAIL = (RETURNED, *letters.FILES)  # it is about a mail that came back; each mail has the files itself
ANSWERS = ("confirmation", "cancellation")  # kinds that are the answer to a turn, and go by mail too
BY_MAIL = "by mail instead"  # what became of a letter whose chat cannot be reached
LOOKED_AT = 50  # letters that are due, to find some whose chats are free
LEVELS = range(letters.USUAL + 1)  # of priority

WAITING = " UNION ALL ".join(
    "SELECT * FROM (SELECT id, chat, priority, next_attempt AS at FROM letter WHERE state = 'pending' AND channel = ?"
    f" AND priority = {priority} AND next_attempt <= ? ORDER BY next_attempt LIMIT ?) AS waiting{priority}"
    for priority in LEVELS
)
"""What is due in a channel: of each priority by itself, so that an index answers, however much waits for later."""

LEASED = "SELECT id, chat, priority, lease_until AS at FROM letter WHERE state = 'leased' AND channel = ?"

SOONEST = "SELECT MIN(at) AS at FROM ({} UNION ALL {}) AS soonest".format(
    " UNION ALL ".join(
        f"SELECT MIN(next_attempt) AS at FROM letter WHERE state = 'pending' AND channel = ? AND priority = {priority}"
        for priority in LEVELS
    ),
    "SELECT MIN(lease_until) FROM letter WHERE state = 'leased' AND channel = ?",
)


def claim(tx: Transaction, owner: str, *, most: int, channel: str = MAIL) -> Sequence[Letter]:
    """Return up to `most` letters of `channel` that are due, one a chat, leased to `owner`.

    New ones, and those whose sender is gone; none into a chat that is being written to.
    """
    now = as_text(tx.now)
    waiting = tx.rows(WAITING, *(channel, now, LOOKED_AT) * len(LEVELS))
    leased = tx.rows(LEASED, channel)  # asked for last: another may have claimed some of those meanwhile
    due = [*waiting, *(row for row in leased if row["at"] <= now)]
    taken = {row["chat"] for row in leased if row["at"] > now}
    claimed: list[Letter] = []
    for row in sorted(due, key=lambda row: (row["priority"], row["at"])):
        if len(claimed) == most:
            break
        if not row["chat"] or row["chat"] not in taken:
            taken.add(row["chat"])
            if tx.lock_if_free("letter", row["id"]):  # else another is claiming it
                claimed += _leased(tx, row["id"], owner)
    return claimed


def lease(tx: Transaction, chat: str, owner: str) -> Sequence[Letter]:
    """Return what a turn has put into its own `chat` of what was done, leased to `owner`: it is the answer."""
    rows = tx.rows(
        "SELECT id FROM letter WHERE chat = ? AND state = 'pending' AND chat <> ''"
        f" AND kind IN ({', '.join('?' * len(ANSWERS))}) AND put = ? AND attempts = 0 ORDER BY due, id",
        *(chat, *ANSWERS, as_text(tx.now)),
    )
    return [letter for row in rows for letter in _leased(tx, row["id"], owner)]


def given_up(tx: Transaction, channel: str = MAIL) -> Sequence[Letter]:
    """Give up letters at which one sender after the other was gone: they may be at fault themselves. Return them."""
    rows = tx.rows(
        "UPDATE letter SET state = ?, finished = ?"
        " WHERE state = 'leased' AND channel = ? AND lease_until <= ? AND lost >= ? RETURNING *",
        *("uncertain" if channel in LOST_AT else "failed", as_text(tx.now), channel, as_text(tx.now)),
        LOST_AT.get(channel, LOST),
    )
    for letter in (lost := [from_row(row) for row in rows]):
        _mail_instead(tx, letter)
    return lost


def finish(tx: Transaction, letter: Letter, state: str) -> None:
    """Remember what became of `letter`: sent, skipped, failed; only its owner of this attempt can say so."""
    tx.rows(
        "UPDATE letter SET state = ?, finished = ?, lease_owner = NULL, lease_until = NULL"
        " WHERE id = ? AND state = 'leased' AND lease_owner = ? AND attempts = ?",
        *(state, as_text(tx.now), letter.id, letter.owner, letter.attempts),
    )


def postpone(tx: Transaction, letter: Letter, pause: timedelta) -> str:
    """Put `letter`, which could not be sent just now, back for so much later; return what became of it.

    Where that is too long after it was due, and it was tried often enough, it is undeliverable.
    """
    then = tx.now + pause
    if letter.due is not None and then > letter.due + END and letter.attempts >= TRIES:
        return undeliverable(tx, letter)
    _put_back(tx, letter, then, attempts=letter.attempts)
    return "postponed"


def doubt(tx: Transaction, letter: Letter, pause: timedelta) -> str:
    """Put `letter`, of which nobody knows whether it was sent, back once; return what became of it."""
    row = tx.row("SELECT lost FROM letter WHERE id = ?", letter.id)
    if row is not None and row["lost"] >= LOST_AT.get(letter.channel, LOST):
        _mail_instead(tx, letter)
        finish(tx, letter, "uncertain")
        return "uncertain"
    tx.rows("UPDATE letter SET lost = lost + 1 WHERE id = ?", letter.id)
    _put_back(tx, letter, tx.now + pause, attempts=letter.attempts)
    return "postponed"


def release(tx: Transaction, letter: Letter) -> None:
    """Put `letter`, which nobody tried to send, back as it was."""
    _put_back(tx, letter, tx.now, attempts=letter.attempts - 1)


def undeliverable(tx: Transaction, letter: Letter) -> str:
    """Give up `letter`, which nobody would ever get: into a chat, it goes by mail instead; return what became of it.

    Whoever waits for a mail that proves an address is told in the chat that it came back.
    """
    if _mail_instead(tx, letter):
        finish(tx, letter, "skipped")
        return BY_MAIL
    finish(tx, letter, "failed")
    asked = verifications.find(tx, letter.subject) if letter.kind == "proof" else None
    if asked is not None:
        letters.put(tx, RETURNED, letter.subject, chat=asked.chat, useless_after=asked.expires)
    return "failed"


def next_due(tx: Transaction, channel: str = MAIL) -> datetime | None:
    """Return when the next letter of `channel` is to be tried, or its lease ends, or None."""
    row = tx.row(SOONEST, *(channel,) * (len(LEVELS) + 1))
    return as_moment(row["at"]) if row is not None and row["at"] else None


def _leased(tx: Transaction, letter: str, owner: str) -> Sequence[Letter]:
    now = as_text(tx.now)
    rows = tx.rows(
        "UPDATE letter SET state = 'leased', lease_owner = ?, lease_until = ?, attempts = attempts + 1,"
        " lost = lost + CASE WHEN state = 'leased' THEN 1 ELSE 0 END"
        " WHERE id = ? AND (state = 'pending' OR (state = 'leased' AND lease_until <= ?)) RETURNING *",
        *(owner, as_text(tx.now + LEASE), letter, now),  # asked again: another may have claimed it meanwhile
    )
    return [from_row(row) for row in rows]


def _mail_instead(tx: Transaction, letter: Letter) -> bool:
    if not letter.chat or letter.kind in NEVER_BY_MAIL:
        return False
    letters.put(tx, letter.kind, letter.subject, useless_after=letter.useless_after)
    return True


def _put_back(tx: Transaction, letter: Letter, then: datetime, *, attempts: int) -> None:
    tx.rows(
        "UPDATE letter SET state = 'pending', next_attempt = ?, attempts = ?, lease_owner = NULL, lease_until = NULL"
        " WHERE id = ? AND state = 'leased' AND lease_owner = ? AND attempts = ?",
        *(as_text(then), attempts, letter.id, letter.owner, letter.attempts),
    )


def from_row(row: Row) -> Letter:
    """Return the letter in `row`."""
    return Letter(
        id=row["id"],
        about=row["about"],
        kind=row["kind"],
        subject=row["subject"],
        attempts=row["attempts"],
        owner=row["lease_owner"],
        channel=row["channel"],
        chat=row["chat"],
        due=as_moment(row["due"]),
        useless_after=as_moment(row["useless_after"]) if row["useless_after"] else None,
    )
