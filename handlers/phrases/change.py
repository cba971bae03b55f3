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
UNTIL = Phrase("Until {cutoff:moment} it can be cancelled in the chat, at “See my bookings”.")
MAIL_SUBJECT = Phrase("[Collection booking] {day:date} {hour}:00–{end}:00 cancelled ({code})")
MAIL_ATTACHED = Phrase("A calendar file is attached, which takes the visit out of your calendar.")
