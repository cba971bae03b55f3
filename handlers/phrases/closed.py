"""A closure: what the agents who booked there are told, and how they choose again."""

from handlers.message import Phrase

TITLE = Phrase("The counter will be closed at the hour that you booked")
SUBJECT = Phrase("[Collection booking] {day:date}: the counter is closed, please choose again")
BODY = Phrase("The counter will be closed at the following hour, and the booking was cancelled. We apologise.")
WHY = Phrase("Why")
CHOOSE = Phrase(
    "Until {until:moment} another day and hour can be chosen for it; it does not count against the limit of {most}"
    " slots. It is no cancellation of yours, and nothing is recorded."
)
BOOK_ANEW = Phrase("It is no cancellation of yours, and nothing is recorded. Please book another day and hour.")
IN_MAIL = Phrase("Please choose it in the chat, at “See my bookings”.")
NEAREST = Phrase("The nearest free hours:")
OTHER = Phrase("Choose day and hour")
OTHER_OF = Phrase("{hour}:00 {code} again")
CHOOSE_UNTIL = Phrase(
    "The counter is closed at this hour, and the booking was cancelled. Another day and hour can be chosen until"
    " {until:moment}."
)
WAS = Phrase("Closed")
