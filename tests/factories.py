"""Values for tests: everything has a plain default, nothing is random."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from rules.cutoff import cutoff_of
from rules.model import Agent, Booking, Certificate, Kind, Mode, Number, Office, Slot
from storage import profiles

YOKOHAMA = profiles.load("yokohama")
MINATO = profiles.load("minato")
TOKYO = ZoneInfo("Asia/Tokyo")


def at(moment: str) -> datetime:
    """Return a moment of Japan time, such as `2026-11-30 11:59:59`."""
    return datetime.fromisoformat(moment).replace(tzinfo=TOKYO).astimezone(UTC)


def day(text: str) -> date:
    return date.fromisoformat(text)


def days(*texts: str) -> tuple[date, ...]:
    return tuple(map(day, texts))


def slot(text: str, hour: int = 10) -> Slot:
    return Slot(day(text), hour)


def numbers(count: int, first: int = 1001) -> tuple[Number, ...]:
    return tuple(Number(f"東永P{n}", f"東永P{n}") for n in range(first, first + count))


def agent(**given: Any) -> Agent:
    return Agent(
        **{
            "id": "agent-1",
            "address": "sato@example.jp",
            "name": "佐藤 花子",
            "workplace": "佐藤行政書士事務所",
            "certificate": Certificate.NOTIFIED,
            "certificate_number": "神行第1234号",
            "certificate_expiry": date(2027, 3, 31),
            "notice": YOKOHAMA.notices[0],
            **given,
        }
    )


def booking(office: Office = YOKOHAMA, **given: Any) -> Booking:
    where = given.get("slot", slot("2026-12-01"))
    cases = given.get("cases", numbers(3))
    return Booking(
        **{
            "id": "booking-1",
            "code": "K7QX2M9A",
            "agent": "agent-1",
            "slot": where,
            "mode": Mode.OWN,
            "kinds": (Kind.EXTENSION,),
            "cases": cases,
            "first_count": len(cases),
            "cutoff": cutoff_of(office, where.day),
            "version": 1,
            "notice": office.notices[0],
            **given,
        }
    )
