"""Why staff cannot do something at the counter just now. Sentences stand elsewhere."""

from enum import StrEnum


class Objection(StrEnum):
    """A no to staff, by what they would be told."""

    # who
    NOT_ALLOWED = "not-allowed"
    NAME_TAKEN = "name-taken"
    NO_SUCH_PERSON = "no-such-person"
    # what they named
    NO_SUCH_BOOKING = "no-such-booking"
    NOT_UNDERSTOOD = "not-understood"
    NO_REASON = "no-reason"
    NOT_ASKED = "not-asked"
    # how the visit stands
    CHANGED_MEANWHILE = "changed-meanwhile"
    CANCELLED = "cancelled"
    NOT_TODAY = "not-today"
    TOO_LATE = "too-late"
    HERE_ALREADY = "here-already"
    NOT_HERE = "not-here"
    RECORDED_ALREADY = "recorded-already"
    NOT_OVER = "not-over"
    NOT_PAST_CUTOFF = "not-past-cutoff"
    BEGUN_ALREADY = "begun-already"
    NOTHING_TO_UNDO = "nothing-to-undo"
    TOLD_ALREADY = "told-already"
    # conduct
    NOT_PROPOSED = "not-proposed"
    NOT_SUSPENDED = "not-suspended"
