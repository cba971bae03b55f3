"""What is kept about an agent: as a file, as a page, and the link to both, which holds for an hour."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from itsdangerous import BadSignature

from handlers.confirmation import when
from handlers.message import Field, Message, Words
from handlers.phrases import booked, lines, names, settings, who
from handlers.signed import signer
from handlers.turn import Premises
from rules.conduct import lapses
from rules.model import Agent, Booking, Office
from storage import agents, bookings, bubbles, changes, strikes, talks
from storage.database import Transaction

HOLDS = timedelta(hours=1)

Json = str | int | None | Sequence["Json"] | Mapping[str, "Json"]


def link(premises: Premises, agent: Agent, chat: str, *, now: datetime) -> str:
    """Return the address of the page with what is kept about `agent`, for who speaks in `chat`.

    With `.json` behind it, it is that of the file. It holds for an hour, and no longer than the chat is signed in.
    """
    until = int((now + HOLDS).timestamp())
    signed = signer(premises.secret, "data").sign(f"{agent.id}.{_hidden(premises, chat)}.{until}")
    return f"{premises.url}/data/{signed.decode()}"


def opened(tx: Transaction, premises: Premises, token: str) -> Agent | None:
    """Return the agent whose link this is, or None: it is not ours, its hour is over, or its chat is signed out."""
    try:
        agent, chat, until = signer(premises.secret, "data").unsign(token).decode().split(".")
    except (BadSignature, ValueError):
        return None
    is_signed_in = chat in {_hidden(premises, found.id) for found in talks.of_agent(tx, agent)}
    return agents.find(tx, agent) if is_signed_in and datetime.fromtimestamp(int(until), UTC) > tx.now else None


def exported(tx: Transaction, office: Office, agent: Agent) -> Mapping[str, Json]:
    """Return details, bookings, record and chats of `agent`, in terms of the README; moments are UTC, days local."""
    return {
        "office": office.name,
        "exported": _iso(tx.now),
        "agent": {
            "address": agent.address,
            "name": agent.name,
            "workplace": agent.workplace,
            "certificate": agent.certificate,
            "certificate_number": agent.certificate_number,
            "certificate_expiry": agent.certificate_expiry.isoformat() if agent.certificate_expiry else None,
            "telephone": agent.telephone,
            "language": agent.language,
            "agreed_to_notice": agent.notice,
            "suspended_until": agent.suspended_until.isoformat() if agent.suspended_until else None,
        },
        "bookings": [_booking(tx, booking) for booking in _all(tx, office, agent)],
        "strikes": [
            {"day": s.day.isoformat(), "reason": s.reason, "lapses": lapses(office, s).isoformat()}
            for s in strikes.of(tx, agent)
        ],
        "chats": [_chat(tx, chat) for chat in talks.of_agent(tx, agent.id)],
    }


def sections(tx: Transaction, office: Office, agent: Agent) -> tuple[Message, ...]:
    """Return the same to be read, but for what was said in the chats."""
    record = tuple(Field(who.PROFILE_DATE(day=s.day), names.STRIKES[s.reason]) for s in strikes.of(tx, agent))
    return (
        Message(settings.DETAILS, fields=_details(agent)),
        *(
            Message(
                settings.CANCELLED_BOOKING if booking.is_cancelled else booked.BOOKING,
                fields=(
                    Field(booked.WHEN, when(booking.slot)),
                    Field(booked.CODE, booking.code),
                    Field(booked.MODE, names.MODES[booking.mode]),
                    Field(booked.KINDS, booked.LIST(items=tuple(names.KINDS[kind] for kind in booking.kinds))),
                    Field(booked.NUMBERS, tuple(case.typed for case in booking.cases)),
                ),
            )
            for booking in _all(tx, office, agent)
        ),
        Message(settings.RECORD, () if record else (settings.RECORD_NONE,), fields=record),
        Message(
            settings.CHATS(chats=len(talks.of_agent(tx, agent.id))),
            tuple(chat_line(office, chat) for chat in talks.of_agent(tx, agent.id)),
        ),
    )


def chat_line(office: Office, chat: talks.Chat) -> Words:
    """Return a chat as it is told apart: its channel, and when it was used last."""
    channel = names.CHANNELS[chat.id.partition(":")[0]]
    return settings.CHAT_LINE(channel=channel, spoke=chat.spoke.astimezone(office.zone))


def _details(agent: Agent) -> tuple[Field, ...]:
    certificate = names.CERTIFICATES[agent.certificate] if agent.certificate else lines.NONE
    expiry = who.PROFILE_DATE(day=agent.certificate_expiry) if agent.certificate_expiry else lines.NONE
    return (
        Field(settings.MAIL_ADDRESS, agent.address),
        Field(who.PROFILE_NAME, agent.name or lines.NONE),
        Field(who.PROFILE_WORKPLACE, agent.workplace or lines.NONE),
        Field(who.PROFILE_CERTIFICATE, certificate),
        Field(who.PROFILE_NUMBER, agent.certificate_number or lines.NONE),
        Field(who.PROFILE_EXPIRY, expiry),
        Field(who.PROFILE_TELEPHONE, agent.telephone or lines.NONE),
    )


def _all(tx: Transaction, office: Office, agent: Agent) -> tuple[Booking, ...]:
    return (*bookings.live(tx, office, agent), *bookings.past(tx, office, agent))


def _booking(tx: Transaction, booking: Booking) -> Json:
    return {
        "code": booking.code,
        "day": booking.slot.day.isoformat(),
        "hour": booking.slot.hour,
        "mode": booking.mode,
        "kinds": list(booking.kinds),
        "numbers": [case.typed for case in booking.cases],
        "first_count": booking.first_count,
        "cutoff": _iso(booking.cutoff),
        "version": booking.version,
        "is_cancelled": int(booking.is_cancelled),
        "rebook_until": _iso(booking.rebook_until) if booking.rebook_until else None,
        "beyond": booking.beyond,
        "agreed_to_notice": booking.notice,
        "earlier": [
            {"day": was.slot.day.isoformat(), "hour": was.slot.hour, "numbers": list(was.cases)}
            for was in changes.earlier(tx, booking)
        ],
    }


def _chat(tx: Transaction, chat: talks.Chat) -> Json:
    return {
        "channel": chat.id.partition(":")[0],
        "last_used": _iso(chat.spoke),
        "entered": talks.draft_of(tx, chat.id),
        "said": [_said(bubble) for bubble in bubbles.since(tx, chat.id, most=1_000_000)],
    }


def _said(bubble: bubbles.Bubble) -> Json:
    return {"at": _iso(bubble.at), "by": bubble.side, "content": _without_links(json.loads(bubble.content))}


def _iso(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _hidden(premises: Premises, chat: str) -> str:
    """Return a name for `chat` that cannot be turned back into it."""
    return blake2b(chat.encode(), key=premises.secret[:64], digest_size=8).hexdigest()


def _without_links(said: Json) -> Json:
    """Return what was said without addresses: a link to what is kept must not hold the next one."""
    if isinstance(said, Mapping):
        return {key: _without_links(value) for key, value in said.items() if key != "url"}
    return [_without_links(one) for one in said] if isinstance(said, list) else said
