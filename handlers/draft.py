"""What was answered so far: kept with the talk, as plain values."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from typing import Any

from rules.model import Slot


@dataclass(frozen=True, slots=True)
class Draft:
    """What was answered so far.

    `looking` is the day whose hours are shown, `day` and `hour` are what was chosen last, `is_placed` where that was
    before anything was asked; `return_to` names the steps that corrections go back to, the innermost last; `first_row`
    where the list of bookings is shown from.

    `booking` is the code of the one that is looked at, in its `version`, and the rest is what is to become of it: the
    numbers `edited`, that at the place `editing` being corrected; or `wanted_day` and `wanted_hour`. They stand
    apart from the others, for a booking may be changed while another is being entered.
    """

    agreed: str = ""
    address: str = ""
    name: str = ""
    workplace: str = ""
    certificate: str = ""
    certificate_number: str = ""
    certificate_expiry: str = ""
    telephone: str = ""
    mode: str = ""
    kinds: tuple[str, ...] = ()
    looking: str = ""
    day: str = ""
    hour: int = 0
    is_placed: bool = False
    numbers: tuple[str, ...] = ()
    correcting: int = 0
    return_to: tuple[str, ...] = ()
    first_row: int = 0
    booking: str = ""
    version: int = 0
    edited: tuple[str, ...] = ()
    editing: int = 0
    wanted_day: str = ""
    wanted_hour: int = 0

    @property
    def slot(self) -> Slot | None:
        """The slot that was chosen, or None."""
        return Slot(date.fromisoformat(self.day), self.hour) if self.day and self.hour else None

    @property
    def knows_the_agent(self) -> bool:
        """Whether everything that must be known of the agent was answered."""
        return bool(self.name and self.workplace and self.certificate_number and self.certificate_expiry)

    @property
    def wanted(self) -> Slot | None:
        """The slot to which the booking that is looked at is to move, or None."""
        is_chosen = self.wanted_day and self.wanted_hour
        return Slot(date.fromisoformat(self.wanted_day), self.wanted_hour) if is_chosen else None

    @property
    def returns_to(self) -> str:
        """The step that a correction goes back to, or nothing."""
        return self.return_to[-1] if self.return_to else ""

    def returning_to(self, step: str) -> "Draft":
        """Return the draft in which something is corrected, to go back to `step` then."""
        return replace(self, return_to=(*self.return_to, step))

    def returned(self) -> "Draft":
        """Return the draft after a correction."""
        return replace(self, return_to=self.return_to[:-1])

    def looking_at(self, code: str) -> "Draft":
        """Return the draft in which the booking `code` is looked at; what was to become of another is dropped."""
        return self if code == self.booking else replace(self.unchanging(), booking=code)

    def unchanging(self) -> "Draft":
        """Return the draft in which nothing is to become of the booking that is looked at."""
        return replace(self, version=0, edited=(), editing=0, wanted_day="", wanted_hour=0)

    def afresh(self) -> "Draft":
        """Return a draft in which nothing is being booked; what is to become of a booking is kept."""
        return replace(
            Draft(booking=self.booking, version=self.version, edited=self.edited, editing=self.editing),
            wanted_day=self.wanted_day,
            wanted_hour=self.wanted_hour,
        )

    def stored(self) -> dict[str, Any]:
        """Return the draft as it is stored."""
        return {name: value for name, value in asdict(self).items() if value}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> "Draft":
        """Return the draft that was stored; what an older program knew and this one does not is left out."""
        known = {field.name for field in fields(cls)}
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in stored.items() if name in known
        }
        if isinstance(values.get("return_to"), str):  # as an older program wrote it
            values["return_to"] = (values["return_to"],)
        return cls(**values)
