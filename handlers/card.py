"""The card (予約確認画面): what picture, page, mail and calendar file are made of, as values (§5)."""

from dataclasses import dataclass
from datetime import datetime

from handlers.confirmation import confirmation
from handlers.mark import Mark, mark
from handlers.message import Attachment, Message
from handlers.phrases import booked, change
from handlers.turn import Premises
from rules.model import Booking, Office
from storage import agents, bookings, talks
from storage.database import Transaction


@dataclass(frozen=True, slots=True)
class Card:
    """A booking as it is shown at `now`; `language` is the agent's, `url` what the QR code says."""

    booking: Booking
    office: Office
    message: Message
    language: str
    mark: Mark
    url: str
    sender: str
    now: datetime


def own(tx: Transaction, chat: str, code: str) -> Attachment | None:
    """Return what names the card of the booking `code`, if whoever speaks in `chat` is its agent."""
    agent = talks.agent_of(tx, chat)
    booking = bookings.find(tx, code, agent=agent) if agent else None
    return Attachment("card", booking.id, booking.version) if booking else None


def find(tx: Transaction, premises: Premises, attachment: Attachment) -> Card | None:
    """Return the card that `attachment` names, or None: a newer version has made it void, or its day is over."""
    office = premises.office
    booking = bookings.find_by_id(tx, attachment.booking)
    if booking is None or booking.version != attachment.version:
        return None
    if tx.now.astimezone(office.zone).date() > booking.slot.day:
        return None
    agent = agents.find(tx, booking.agent)
    if not agent.is_complete:  # forgotten since, but for a strike
        return None
    title, show = booked.CARD, booked.SHOW_CARD
    if booking.is_cancelled:
        title, show = booked.CANCELLED, change.CANCELLED_VOID
    scanned = f"{booking.code}-{booking.version}"  # so that the counter knows an old card
    return Card(
        booking=booking,
        office=office,
        message=confirmation(office, agent, booking, now=tx.now, title=title, show=show),
        language=agent.language,
        mark=mark(booking.slot.day),
        url=f"{premises.url}/c/{scanned}" if premises.is_public else scanned,
        sender=premises.sender,
        now=tx.now,
    )
