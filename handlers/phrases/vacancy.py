"""A place in a full slot: to ask to be told of it, and being told."""

from handlers.message import Phrase

ASK = Phrase("Of which hour shall we tell you when a place becomes free?")
ASK_BODY = Phrase(
    "These hours are full. When a place becomes free, we tell those first who asked first. The place is not held for"
    " you: it is booked first come, first served."
)
ASK_NONE = Phrase("No hour is full just now.")
LABEL = Phrase("{day:date} {hour}:00")
NOTED = Phrase("We will tell you when a place becomes free: {day:date} {hour}:00–{end}:00.")
DROPPED = Phrase("We will not tell you of it: {day:date} {hour}:00–{end}:00.")
TITLE = Phrase("A place became free")
SUBJECT = Phrase("[Collection booking] A place became free: {day:date} {hour}:00–{end}:00")
BODY = Phrase(
    "A place is free in the hour that you asked for. It can be booked until {until:moment}, first come, first served."
)
IN_MAIL = Phrase("Please book it in the chat at “Book a collection”.")
