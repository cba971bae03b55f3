"""A mail in words that have not become a language yet."""

from dataclasses import dataclass

from handlers.message import Message, Words


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to `address`; `message` is its text."""

    address: str
    language: str
    subject: Words
    message: Message
