"""The words of the confirmation: in the chat, in the mail, on the card."""

from handlers.message import Phrase

BOOKED = Phrase("The booking is confirmed")
OFFICE = Phrase("Office")
WHEN = Phrase("Date and time")
WHEN_VALUE = Phrase("{day:day} between {hour}:00 and {end}:00")
WHEN_SHORT = Phrase("{day:day} {hour}:00–{end}:00")
CODE = Phrase("Booking code")
AGENT = Phrase("Agent")
MODE = Phrase("Mode")
KINDS = Phrase("Kinds")
COUNT = Phrase("Cases")
COUNT_VALUE = Phrase("{count} case", "{count} cases")
NUMBERS = Phrase("Application numbers")
BRING = Phrase("To bring")
LIST = Phrase("{items}")
CUTOFF = Phrase("Change or cancel until")
CUTOFF_VALUE = Phrase("{cutoff:moment}")
CUTOFF_OVER = Phrase("{cutoff:moment} (over: by telephone only)")
TELEPHONE = Phrase("Telephone")
TELEPHONE_VALUE = Phrase("{telephone} ({extension})")
OFFICE_VALUE = Phrase("{office}, counter “{counter}”")
BOOKING = Phrase("Your booking")

SHOW = Phrase(
    "Please save this screen or print it, and show it at the counter; where entry is restricted, to the receptionist."
)
SHOW_MAIL = Phrase(
    "Please save this mail or print it, and show it at the counter; where entry is restricted, to the receptionist."
)
SHOW_CARD = Phrase("Please show this at the counter; where entry is restricted, to the receptionist.")
CARD = Phrase("Booking confirmation")
CARD_YEAR = Phrase("{year}")
CARD_DATE = Phrase("{day:date}")
CARD_HOURS = Phrase("between {hour}:00 and {end}:00")
EVENT = Phrase("Collecting residence cards ({code})")
ALARM_CUTOFF = Phrase("Your booking can be changed or cancelled until {until:clock} today.")
ALARM_VISIT = Phrase("Your booking is today, between {hour}:00 and {end}:00. Please carry your certificate.")
CANCELLED = Phrase("This booking is cancelled")
NOT_DELIVERED = Phrase("This booking is not the delivery itself: please come to the counter to receive the result.")
MAY_FAIL = Phrase("Where papers are missing, or the result cannot be delivered on that date, you may not receive it.")
LATE = Phrase("If you come after the hour has ended, in principle the ordinary counter will serve you.")
AFTER_CUTOFF = Phrase(
    "To cancel after that, or if you will be late, call {telephone} ({extension}) before the time booked."
)
PAST_CUTOFF = Phrase(
    "The deadline for changes has passed. To cancel, or if you will be late, please call before {until:moment}."
)
NOW = Phrase("It is the hour of your booking. Please come by {end}:00; if you will be late, please call.")
MAIL_TOO = Phrase("The same words are on their way to {address}.")

MAIL_SUBJECT = Phrase("[Collection booking] {day:date} {hour}:00–{end}:00 confirmed ({code})")
MAIL_GREETING = Phrase("Dear {name}")
MAIL_ATTACHED = Phrase("A picture of this confirmation and a calendar file are attached.")
MAIL_FOOT = Phrase("This mail was sent automatically. Please do not reply to it.")

PROOF_SUBJECT = Phrase("[Collection booking] Please confirm your mail address")
PROOF_BODY = Phrase("Somebody, probably you, entered this address to book a collection at {office}.")
PROOF_CODE = Phrase("Please enter these six digits in the chat:")
PROOF_LINK = Phrase("Or open this link:")
PROOF_UNTIL = Phrase("Both are valid until {until:clock} ({minutes} minutes), once.")
PROOF_CODE_UNTIL = Phrase("They are valid until {until:clock} ({minutes} minutes), once.")
PROOF_STRANGER = Phrase("If it was not you, please ignore this mail: nothing happens.")

PAGE_TITLE = Phrase("Confirm your mail address")
PAGE_CODE = Phrase("Please enter these six digits in the chat in which you gave your address.")
PAGE_OR_CODE = Phrase("Or enter these six digits in the chat.")
PAGE_PRESS = Phrase("Confirm and go back to the chat")
PAGE_OPEN = Phrase("Open the chat in LINE")
PAGE_SEND = Phrase("LINE opens with a message that is already written: please send it as it is.")
PAGE_GONE = Phrase("This link is no longer valid. Please have the mail sent again from the chat.")
