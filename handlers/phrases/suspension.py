"""Suspension (§6(4)): what the agent is told."""

from handlers.message import Phrase

SUBJECT = Phrase("[Collection booking] New bookings are suspended")
BEGINS = Phrase("New bookings are suspended")
BODY = Phrase("New bookings cannot be made until {until:plain}. (Notice 6(4)) What was recorded:")
BECAUSE = Phrase("{day:plain}: {why}")
STAND = Phrase(
    "Bookings that you have stand: their numbers can be corrected or removed, and they can be cancelled, but the day"
    " and hour cannot be changed."
)
LIFTED_SUBJECT = Phrase("[Collection booking] You can book again")
LIFTED = Phrase("The suspension has ended")
LIFTED_BODY = Phrase("The office has ended the suspension of new bookings. You can book again from now on.")
APPEALED_SUBJECT = Phrase("[Collection booking] A record was taken back")
APPEALED = Phrase("A record was taken back")
APPEALED_BODY = Phrase(
    "The office has taken back what was recorded of your visit on {day:date}. It does not count any more."
)
