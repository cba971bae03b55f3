"""What tests do with storage: agents who come, hold and book."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from rules.model import Agent, Booking, Kind, Mode, Number, Office, Slot
from rules.refusal import Refusal
from storage import agents, bookings, changes, holds
from storage.database import Transaction
from storage.holds import Hold
from tests.factories import YOKOHAMA, agent, numbers


def coming(tx: Transaction, name: str, office: Office = YOKOHAMA) -> Agent:
    """Return the agent who is known by `name`, complete."""
    known = agents.proven(tx, f"{name}@example.jp", notice=office.notices[0])
    complete = replace(agent(notice=office.notices[0]), id=known.id, address=known.address)
    agents.remember(tx, complete)
    return complete


def holding(name: str, slot: Slot, office: Office = YOKOHAMA) -> Callable[[Transaction], Hold | Refusal]:
    return lambda tx: holds.hold(tx, office, coming(tx, name, office), f"web:{name}", slot)


def confirming(
    name: str, cases: Sequence[Number], office: Office = YOKOHAMA, mode: Mode = Mode.OWN
) -> Callable[[Transaction], Booking | Refusal]:
    def work(tx: Transaction) -> Booking | Refusal:
        who = coming(tx, name, office)
        return bookings.book(tx, office, who, f"web:{name}", mode=mode, kinds=[Kind.EXTENSION], cases=cases)

    return work


def booking(name: str, slot: Slot, cases: Sequence[Number] = numbers(1)) -> Callable[[Transaction], Booking | Refusal]:
    def work(tx: Transaction) -> Booking | Refusal:
        held = holding(name, slot)(tx)
        return held if isinstance(held, Refusal) else confirming(name, cases)(tx)

    return work


def cancelling(name: str, code: str, *, version: int = 1) -> Callable[[Transaction], Booking | Refusal]:
    return lambda tx: changes.cancel(tx, YOKOHAMA, coming(tx, name), code, chat=f"web:{name}", version=version)


def correcting(
    name: str, code: str, cases: Sequence[Number], *, version: int = 1
) -> Callable[[Transaction], Booking | Refusal]:
    return lambda tx: changes.correct(tx, YOKOHAMA, coming(tx, name), code, cases, chat=f"web:{name}", version=version)


def holding_for(name: str, booking: Booking, slot: Slot, chat: str = "") -> Callable[[Transaction], Hold | Refusal]:
    """Hold a place to which `booking` is to move."""
    return lambda tx: holds.hold(
        tx, YOKOHAMA, coming(tx, name), chat or f"web:{name}", slot, replacing=bookings.find_by_id(tx, booking.id)
    )


def moving(name: str, code: str, *, version: int = 1, chat: str = "") -> Callable[[Transaction], Booking | Refusal]:
    """Move the booking to what is held for it, wherever that is."""

    def work(tx: Transaction) -> Booking | Refusal:
        who, where = coming(tx, name), chat or f"web:{name}"
        row = tx.row("SELECT hold.day, hold.hour FROM hold JOIN booking ON booking.id = hold.id WHERE code = ?", code)
        wanted = Slot(date.fromisoformat(row["day"]), row["hour"]) if row else Slot(date.max, 9)
        return changes.move(tx, YOKOHAMA, who, where, code, wanted=wanted, version=version)

    return work
