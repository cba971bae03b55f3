"""Suspension (§6(4)): what the agent is told."""

from handlers.message import Phrase

SUBJECT = Phrase("[Collection booking] New bookings are suspended")
BEGINS = Phrase("New bookings are suspended")
BODY = Phrase("New bookings cannot be made until {until:plain}. (Notice 6(4)) What was recorded:")
BECAUSE = Phrase("{day:plain}: {why}")
STAND = Phrase("Bookings that you have stand, and can be changed or cancelled as before.")
LIFTED_SUBJECT = Phrase("[Collection booking] You can book again")
LIFTED = Phrase("The suspension has ended")
LIFTED_BODY = Phrase("The office has ended the suspension of new bookings. You can book again from now on.")
