"""Where a vendor's chat shows the current screen: the vendor keeps the messages, and this says which is which."""

from dataclasses import dataclass

from storage.database import Transaction, as_text


@dataclass(frozen=True, slots=True)
class Shown:
    """The screen of `revision` stands in `message` of `chat`; 0 where it is none that could be changed.

    `is_kept`: it is never edited away. `standing` holds those of its buttons that outlive the talk, as the
    channel writes them.
    """

    chat: str
    revision: int
    message: int = 0
    is_kept: bool = False
    standing: str = ""


def find(tx: Transaction, chat: str) -> Shown | None:
    """Return where `chat` shows its screen, or None: nothing was shown there yet."""
    row = tx.row("SELECT * FROM shown WHERE chat = ?", chat)
    if row is None:
        return None
    return Shown(chat, row["revision"], row["message"], bool(row["is_kept"]), row["standing"])


def put(tx: Transaction, shown: Shown) -> None:
    """Remember where a screen is shown, unless a later one is."""
    tx.rows(
        "INSERT INTO shown VALUES (?, ?, ?, ?, ?) ON CONFLICT (chat) DO UPDATE SET revision = excluded.revision,"
        " message = excluded.message, is_kept = excluded.is_kept, standing = excluded.standing"
        " WHERE shown.revision <= excluded.revision",
        *(shown.chat, shown.revision, shown.message, int(shown.is_kept), shown.standing),
    )


def forget(tx: Transaction, chat: str) -> None:
    """Forget what `chat` shows: it is gone, or nobody can be written to there."""
    tx.rows("DELETE FROM shown WHERE chat = ?", chat)


def upload(tx: Transaction, digest: str) -> str:
    """Return what the vendor calls the file with `digest`, or nothing: they do not have it."""
    row = tx.row("SELECT file FROM upload WHERE digest = ?", digest)
    return str(row["file"]) if row is not None else ""


def put_upload(tx: Transaction, digest: str, file: str) -> None:
    """Remember what the vendor calls the file with `digest`; nothing, where they do not have it any more."""
    tx.rows("DELETE FROM upload WHERE digest = ?", digest)
    if file:
        tx.rows("INSERT INTO upload VALUES (?, ?, ?)", digest, file, as_text(tx.now))
