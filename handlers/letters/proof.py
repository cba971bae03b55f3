"""The mail that proves an address: link and code, derived when it is worded (§2(1))."""

from handlers.letters.mail import Mail
from handlers.message import Message
from handlers.phrases import booked
from handlers.turn import Premises
from rules.verification import code, token
from storage import talks, verifications
from storage.database import Transaction
from storage.letters import Letter


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where the verification it is about is used, replaced or over."""
    asked = verifications.open_now(tx, letter.subject)
    if asked is None:
        return None
    office = premises.office
    message = Message(
        booked.PAGE_TITLE,
        (
            booked.PROOF_BODY(office=office.name),
            booked.PROOF_CODE,
            code(premises.secret, asked.nonce),
            booked.PROOF_LINK,
            f"{premises.url}/verify/{token(premises.secret, asked.nonce)}",
            booked.PROOF_UNTIL(until=asked.expires.astimezone(office.zone), minutes=office.link_minutes),
        ),
        after=(booked.PROOF_STRANGER, booked.MAIL_FOOT),
    )
    return Mail(asked.address, talks.language_of(tx, asked.chat), booked.PROOF_SUBJECT, message)
