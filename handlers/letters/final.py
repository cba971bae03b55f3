"""That the sheet of a day is final: to the counter, with a link and no numbers."""

from datetime import date

from handlers.counter import sheet
from handlers.letters.mail import Mail
from handlers.message import Message
from handlers.phrases import counter
from handlers.turn import Premises
from storage.database import Transaction
from storage.letters import Letter

LANGUAGE = "ja"  # the counter's


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where nobody comes on that day any more, or the counter has no mailbox."""
    made = sheet.sheet(tx, premises.office, date.fromisoformat(letter.subject))
    if not premises.counter or not made.visits or not made.is_final:
        return None
    link = f"{premises.url}/counter/sheet?day={made.day}"
    message = Message(counter.SHEET_FINAL(day=made.day), (counter.SHEET_LINK(link=link),))
    return Mail(premises.counter, LANGUAGE, counter.SHEET_SUBJECT(day=made.day), message)
