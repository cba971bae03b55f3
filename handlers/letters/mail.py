"""A letter in words that have not become a language yet: a mail, or a post into a chat."""

from dataclasses import dataclass

from handlers.message import Message, Words


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail to `address`; `message` is its text."""

    address: str
    language: str
    subject: Words
    message: Message


@dataclass(frozen=True, slots=True)
class Post:
    """A message into a chat, for the agent with the id `agent` alone, or for a stranger."""

    agent: str | None
    message: Message
