"""The words of pages: around the chat, never in it."""

from handlers.message import Phrase

TITLE = Phrase("Booking a collection")
CONVERSATION = Phrase("Conversation")
YOUR_MESSAGE = Phrase("Your message")
SEND = Phrase("Send")
SIGN_OUT = Phrase("Leave this chat")
SIGN_OUT_WHY = Phrase("On a shared device, please sign out: what was said here is deleted; bookings stay.")
YOU = Phrase("You")
OFFICE = Phrase("The office")
OFFLINE = Phrase("The connection is interrupted. It is tried again by itself.")
NOT_SENT = Phrase("That could not be sent. Please try again in a moment. Nothing you entered is lost.")
BUSY = Phrase("Many people are using this at the moment")
BUSY_BODY = Phrase("Nothing was lost. Please go back and try again in a moment.")
EXPIRED = Phrase("Please open the chat again")
EXPIRED_BODY = Phrase("This page is too old, or comes from somewhere else. Nothing was changed.")
TROUBLE = Phrase("An error of ours occurred")
TROUBLE_BODY = Phrase(
    "What you entered is kept. Please try again; if it happens again, call {telephone} ({extension})."
)
NOT_TAKEN = Phrase("That could not be taken")
NOT_TAKEN_BODY = Phrase("It may be too long. Please go back and send it in parts.")
NOT_FOUND = Phrase("This page does not exist")
TO_CHAT = Phrase("To the chat")
MAILBOX = Phrase("Mailbox")
MAILBOX_WHY = Phrase("Mails of this trial. None leaves this machine.")
MAILBOX_EMPTY = Phrase("No mail yet.")
MAIL_AT = Phrase("{at:moment}")
MAIL_HTML = Phrase("As a mail reader shows it")
MAIL_FROM = Phrase("From")
MAIL_TO = Phrase("To")
CARD_VOID = Phrase("This confirmation is no longer valid")
CARD_VOID_BODY = Phrase(
    "The booking was changed or cancelled, or its day is over. “See my bookings” in the chat shows what is valid."
)
UNPAINTED = Phrase("The picture could not be made")
UNPAINTED_BODY = Phrase("Please try again in a moment. The same words, and the mail, are enough at the counter.")
PICTURE = Phrase("Save the picture")
PICTURE_ALT = Phrase("The confirmation as a picture: the same words as below, with a QR code.")
CALENDAR = Phrase("Add to the calendar")
PAGE = Phrase("Page for printing")
PRINT = Phrase("Print")
QR = Phrase("QR code with the booking code")
MARK = Phrase("The day's mark: {kanji}")
CODE_WHY = Phrase(
    "The counter's staff find a booking by this code. If it is yours, “See my bookings” in the chat shows it."
)
DATA = Phrase("What is kept about you")
DATA_SAVE = Phrase("Save as a file (JSON)")
DATA_GONE = Phrase("This link is no longer valid")
DATA_GONE_BODY = Phrase("It holds for one hour. “Your data” in the chat’s settings gives a new one.")
SKIP_TO_END = Phrase("To the latest message")
