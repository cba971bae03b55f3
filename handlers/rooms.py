"""The names of the talk's steps, by what one does there: at rest, looking into a room, or on the way of a booking."""

from collections.abc import Callable, Sequence

AT_REST = frozenset({"", "menu", "booked", "changed", "cancelled"})
"""Where nothing is open: "back" does not lead there."""

ENDS = frozenset({"booking", "changed", "cancelled"})
"""Where what was begun with a booking is over, one way or the other: "back" does not lead into that any more."""

OF_A_BOOKING = frozenset({"booking", "cancel", "change", "replacement", "move", "move_hour", "move_review"})
"""Rooms in which one booking is looked at or changed."""

ROOMS = OF_A_BOOKING | {
    *("help", "papers", "place", "call", "language", "which", "reading", "bookings", "vacancy"),
    *("settings", "new_address", "new_code", "details", "chats", "record", "data", "forget"),
}
"""Rooms that one looks into without leaving the talk where it is."""

ENTERED_IN = (OF_A_BOOKING - {"booking", "cancel"}) | {"new_address", "new_code"}
"""Rooms in which something is entered, and can be gone on with."""


def is_on_the_way(step: str) -> bool:
    """Return whether a booking is being entered at `step`, or who the agent is."""
    return step not in AT_REST and step not in ROOMS


def is_entering(step: str) -> bool:
    """Return whether something is being entered at `step`."""
    return step in ENTERED_IN or is_on_the_way(step)


def left_off(path: Sequence[str], is_such: Callable[[str], bool] = is_entering) -> str:
    """Return the last step of `path` that `is_such`, or nothing."""
    return next((name for name in reversed(path) if is_such(name)), "")
