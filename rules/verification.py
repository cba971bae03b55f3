"""A mail address is proven within an hour, once, in the chat that asked: §2(1).

Link and code are derived from the program's secret and a nonce, so that the database alone, which
keeps the nonce, proves nothing.
"""

import hmac
from base64 import urlsafe_b64encode
from datetime import datetime
from hashlib import sha256
from unicodedata import normalize

from email_validator import EmailNotValidError, validate_email

from rules.model import Office
from rules.refusal import Refusal

NONCE = 16  # characters of the nonce within a token
MAC = 24  # characters of proof behind it: 144 bits
DIGITS = 6


def address(text: str) -> str | None:
    """Return the mail address in `text` as it identifies an agent, or None: NFKC, the domain in lower case (§2)."""
    plain = normalize("NFKC", text).strip()
    try:
        found = validate_email(plain, allow_smtputf8=False, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return None
    return found.ascii_email


def address_for_limits(address: str) -> str:
    """Return `address` without its `+tag` and in lower case: only the limits on sending see it so."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}@{domain}".lower()


def token(secret: bytes, nonce: str) -> str:
    """Return what the link carries: the nonce, of 16 characters, and its proof; 40 URL-safe characters in all."""
    return nonce + urlsafe_b64encode(_mac(secret, "link", nonce)).decode()[:MAC]


def nonce_of(secret: bytes, said: str) -> str | None:
    """Return the nonce that the token `said` proves, or None."""
    nonce = said[:NONCE]
    return nonce if hmac.compare_digest(said.encode(), token(secret, nonce).encode()) else None


def code(secret: bytes, nonce: str) -> str:
    """Return the six digits that stand in the mail and on the page."""
    return str(int.from_bytes(_mac(secret, "code", nonce)[:8]) % 10**DIGITS).zfill(DIGITS)


def refusal_of_code(
    office: Office, said: str, expected: str, *, tries: int, expires: datetime, now: datetime
) -> Refusal | None:
    """Return why the code `said` proves nothing after `tries` wrong ones, or None."""
    if now >= expires:
        return Refusal.LINK_EXPIRED
    if tries >= office.code_tries:
        return Refusal.TOO_MANY_TRIES
    if not hmac.compare_digest(said.encode(), expected.encode()):
        return Refusal.CODE_WRONG
    return None


def refusal_to_mail(office: Office, *, chat: int, address: int, origin: int, in_all: int) -> Refusal | None:
    """Return why no further mail is sent, or None; the counts are of an hour, those of the address of a day (§2)."""
    if (
        chat >= office.mails_per_chat
        or address >= office.mails_per_address
        or origin >= office.mails_per_origin
        or in_all >= office.mails_in_all
    ):
        return Refusal.TOO_MANY_MAILS
    return None


def _mac(secret: bytes, purpose: str, nonce: str) -> bytes:
    return hmac.new(secret, f"{purpose}:{nonce}".encode(), sha256).digest()
