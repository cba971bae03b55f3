"""Why staff cannot do something at the counter just now. Sentences stand elsewhere."""

from enum import StrEnum


class Objection(StrEnum):
    """A no to staff, by what they would be told."""

    # who
    NOT_ALLOWED = "not-allowed"
    NOT_THEIRS = "not-theirs"
    NAME_TAKEN = "name-taken"
    NO_SUCH_PERSON = "no-such-person"
    NO_SUCH_AGENT = "no-such-agent"
    NOT_YOURSELF = "not-yourself"
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
    # a booking on behalf: the refusals of an agent's own
    SLOT_NOT_OFFERED = "slot-not-offered"
    DAY_NOT_OFFERED = "day-not-offered"
    SLOT_FULL = "slot-full"
    ALL_SLOTS_HELD = "all-slots-held"
    TOO_MANY_CASES = "too-many-cases"
    SUSPENDED = "suspended"
    CERTIFICATE_EXPIRED = "certificate-expired"
    CERTIFICATE_EXPIRES_BEFORE = "certificate-expires-before"
    MODE_NOT_OFFERED = "mode-not-offered"
    KIND_NOT_COVERED = "kind-not-covered"
    KIND_WITHOUT_CARD = "kind-without-card"
    NO_CASES = "no-cases"
    NUMBERS_UNSURE = "numbers-unsure"
    ALREADY_BOOKED = "already-booked"
    # places and closures
    TOO_LONG = "too-long"
    TOO_FAR = "too-far"
    IN_THE_PAST = "in-the-past"
    FEWER_THAN_TAKEN = "fewer-than-taken"
    NOT_CLOSED = "not-closed"
    # conduct
    NOT_PROPOSED = "not-proposed"
    NOT_SUSPENDED = "not-suspended"
