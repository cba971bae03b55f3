"""The mail that tells the address before that another has taken its place (§2)."""

from handlers.letters.mail import Mail
from handlers.message import Message
from handlers.phrases import booked, settings
from handlers.turn import Premises
from storage import talks, verifications
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where what it is about is forgotten."""
    asked = verifications.find(tx, letter.subject)
    if asked is None:
        return None
    office = premises.office
    message = Message(
        settings.MAIL_SUBJECT_PLAIN,
        (
            settings.MAIL_BODY(office=office.name),
            settings.MAIL_STRANGER(telephone=office.telephone, extension=office.extension),
        ),
        after=(booked.MAIL_FOOT,),
    )
    return Mail(asked.replaces, talks.language_of(tx, asked.chat), settings.MAIL_SUBJECT, message)
