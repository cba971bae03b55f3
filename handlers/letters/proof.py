"""The mail that proves an address: link and code, derived when it is worded (§2(1))."""

from handlers.letters.mail import Mail
from handlers.message import Message, Words
from handlers.phrases import booked
from handlers.turn import Premises
from rules.verification import code, token
from storage import talks, verifications
from storage.database import Transaction
from storage.letters import Letter
from storage.verifications import Verification


def word(tx: Transaction, premises: Premises, letter: Letter) -> Mail | None:
    """Return the mail, or None where the verification it is about is used, replaced or over."""
    asked = verifications.open_now(tx, letter.subject)
    if asked is None:
        return None
    office, link = premises.office, _link(premises, asked)
    until = booked.PROOF_UNTIL if link else booked.PROOF_CODE_UNTIL
    message = Message(
        booked.PAGE_TITLE,
        (
            booked.PROOF_BODY(office=office.name),
            booked.PROOF_CODE,
            code(premises.secret, asked.nonce),
            *link,
            until(until=asked.expires.astimezone(office.zone), minutes=office.link_minutes),
        ),
        after=(booked.PROOF_STRANGER, booked.MAIL_FOOT),
    )
    return Mail(asked.address, talks.language_of(tx, asked.chat), booked.PROOF_SUBJECT, message)


def _link(premises: Premises, asked: Verification) -> tuple[Words, ...]:
    """Return the link, where whoever asked can open it: the code does without."""
    if not premises.opens(asked.chat):
        return ()
    return (booked.PROOF_LINK, f"{premises.url}/verify/{token(premises.secret, asked.nonce)}")
