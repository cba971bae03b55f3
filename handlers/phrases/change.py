"""Changing and cancelling a booking (§4)."""

from handlers.message import Phrase

CANCEL = Phrase("Cancel this booking?")
CANCEL_MEANS = Phrase(
    "Everything in it is cancelled, the place is given to others, and this cannot be undone."
    " A cancellation before the deadline counts for nothing against you."
)
KEPT = Phrase("Nothing was cancelled. The booking stands.")
CANCELLED = Phrase("The booking was cancelled")
CANCELLED_VOID = Phrase("The confirmation that you saved or printed is no longer valid. Please remove it.")
SOON = Phrase(
    "It can be changed or cancelled until {until:clock} today: {count} minute from now.",
    "It can be changed or cancelled until {until:clock} today: {count} minutes from now.",
)
UNTIL = Phrase("Until {cutoff:moment} it can be changed or cancelled in the chat, at “See my bookings”.")
MAIL_SUBJECT = Phrase("[Collection booking] {day:date} {hour}:00–{end}:00 cancelled ({code})")
MAIL_ATTACHED = Phrase("A calendar file is attached, which takes the visit out of your calendar.")

CHANGE = Phrase("Correct or drop application numbers")
NOT_YET = Phrase("Nothing changes until you press “Confirm the change”.")
FIRST_COUNT = Phrase(
    "{count} case was booked first; there cannot be more.", "{count} cases were booked first; there cannot be more."
)
GOES = Phrase("No longer in it: {numbers}")
ADD = Phrase(
    "{count} more case can be added: please enter its number.",
    "{count} more cases can be added: please enter their numbers.",
)
NEW = Phrase("new")
NEW_DOUBTFUL = Phrase("new, looks unusual")
LAST_ONE = Phrase("This is the last number. To drop it is to cancel the booking.")
LEFT_OUT = Phrase("It cannot become more cases than were booked first. Left out: {numbers}")
KEPT_AS_IS = Phrase("Nothing was changed. The booking stands as it was.")
CHANGED = Phrase("The booking was changed")
OLD_VOID = Phrase("What you saved or printed before is no longer valid. Please show this one.")
DID_MOVE = Phrase("Date and time changed: {before} → {after}")
DID_CORRECT = Phrase("Corrected: {before} → {after}")
DID_DROP = Phrase("Dropped: {numbers}")
DID_ADD = Phrase("Added, within the {first} first booked: {numbers}")
MAIL_CHANGED = Phrase("[Collection booking] {day:date} {hour}:00–{end}:00 changed ({code})")
MAY_FILL_UP = Phrase(
    "{count} more case can be added, up to the {first} first booked: “Correct numbers”.",
    "{count} more cases can be added, up to the {first} first booked: “Correct numbers”.",
)
PAST = Phrase("A past booking")
MOVE = Phrase("Which day should it move to?")
TOO_MANY = Phrase("An agent can bring {most} cases to one slot; this one takes {count} of these. (Notice 3(2))")
NOW = Phrase("Booked now")
NOW_HERE = Phrase("booked now")
TOO_FEW = Phrase("too few cases left")
THEN = Phrase("After the change")
MOVE_THERE = Phrase("Move the booking to this hour?")
MOVE_MEANS = Phrase(
    "Then the place that you have now is given to others. The booking code and the application numbers stay;"
    " what you saved or printed is no longer valid."
)
CODE_STAYS = Phrase("The booking code and the application numbers stay; what you saved or printed is no longer valid.")
