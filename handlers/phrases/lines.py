"""One-line remarks above a question."""

from handlers.message import Phrase

PICKED_UP = Phrase("This goes on from where you left it ({spoke:moment}).")
OLD_SCREEN = Phrase("That button was on an earlier screen. This is the current one.")
NOT_UNDERSTOOD = Phrase("That could not be read.")
NO_SUCH_COMMAND = Phrase("There is no such command. Please use the buttons, or “Menu”.")
EDITED = Phrase("What was edited is not read again. Please send the correction as a new message.")
ONLY_WORDS = Phrase("Only words and buttons can be read here, not pictures, voice or stickers.")
ALONE = Phrase("Please write to me alone: bookings are not talked about in groups.")
WRITE_TO_ME = Phrase("Write to me")
TOO_FAST = Phrase(
    "What you just sent was not taken: that was very fast. Please send it again in a minute."
    " What you entered before is kept."
)
UNFINISHED = Phrase("You have begun already, and can go on from here. “From the start” begins anew.")
RESTARTED = Phrase("The program has changed since. Please begin again from here.")
CLAUSE = Phrase("{sentence} (Notice {clause})")
HELD_UNTIL = Phrase("Your place for {day:date} {hour}:00–{end}:00 is held until {until:clock}.")
REMAINDER = Phrase("You have {slots} of your slots left; this slot takes {cases} more of your cases.")
RESENT = Phrase("The mail was sent again. The earlier link and digits are no longer valid.")
PROVEN = Phrase("Your mail address is confirmed.")
NONE = Phrase("–")
SAVED = Phrase("This is registered.")
REGISTERED = Phrase("This is registered. It will not be asked again.")
ALREADY_LISTED = Phrase("{number} is in the list already. Please enter another, or go back and remove one.")
REPEATED = Phrase("Said twice, and taken once: {numbers}")
ASIDE = Phrase("Not read as application numbers (no digit, or over 20 characters): {pieces}")
LEFT_OUT = Phrase("This slot takes {most} of your cases. Left out: {numbers}")
TOO_MANY = Phrase("{count} numbers in all, but this slot takes {most} of your cases. Please enter {most} or fewer.")
NOTHING_READ = Phrase("No application number was found in that.")
NO_SUCH_DATE = Phrase("That could not be read as a date.")
EMPTY_OR_LONG = Phrase("Please enter between 1 and {most} characters.")
CLASH = Phrase("{number} is already in your booking {code}.")
HOLD_ENDED = Phrase("The place is not held any more. What you entered is kept.")
ONE_NUMBER = Phrase("Please enter one number only.")
RETURNED = Phrase("The mail could not be delivered")
RETURNED_BODY = Phrase("Please check the address, and enter it again at “Correct the address”.")
