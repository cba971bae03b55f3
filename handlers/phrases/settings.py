"""Settings, the agent's own record, and their data."""

from handlers.message import Phrase

SETTINGS = Phrase("Settings")
SETTINGS_STRANGER = Phrase("More can be set once your mail address is confirmed.")
LANGUAGE = Phrase("Language: {language}")
ADDRESS = Phrase("Mail address: {address}")
DETAILS = Phrase("Details and certificate")
CHATS = Phrase("Chats that use your address: {chats}")
RECORD = Phrase("Your record")
DATA = Phrase("Your data")

MAIL_ADDRESS = Phrase("Mail address")
CANCELLED_BOOKING = Phrase("A cancelled booking")
NEW_ADDRESS = Phrase("Please enter the new mail address")
NEW_ADDRESS_NOW = Phrase("Registered now: {address}. It stays until the new one is confirmed; your bookings stay.")
SAME_ADDRESS = Phrase("That address is registered already.")
ADDRESS_CHANGED = Phrase("Your mail address is {address} from now on. Your bookings stay.")

DETAILS_ASK = Phrase("What you correct is registered at once.")
DETAILS_EXPIRES = Phrase(
    "Your certificate is not valid any more on the day of this booking: {days}. Please renew it, or move them."
)
DETAILS_NONE = Phrase("Nothing is registered yet. It is asked with your first booking.")

CHATS_ASK = Phrase("Whoever uses one of these can see and change your bookings. Sign out those that you do not use.")
CHAT_LINE = Phrase("{channel}, last used {spoke:moment}")
CHAT_THIS = Phrase("this chat")
CHAT_GONE = Phrase("That chat was signed out.")
CHAT_BUSY = Phrase("That chat is being used just now. Please try again in a moment.")
SIGNED_OUT = Phrase("This chat is signed out. Your bookings stay.")

RECORD_NONE = Phrase("Nothing is recorded.")
RECORD_RULE = Phrase(
    "Visits missed without cancelling, and cancellations after the deadline, are recorded by the office."
    " {strikes} within {days} days may lead to a suspension. (Notice 6(4))"
)
RECORD_LINE = Phrase("{day:plain}: {reason} (counts until {last:plain})")
RECORD_LAPSED = Phrase("{day:plain}: {reason} (no longer counts)")
RECORD_SUSPENDED = Phrase("New bookings are suspended until {last:plain}. Existing ones stand.")
RECORD_ASK_WHY = Phrase("If something is wrong here, please call {telephone} ({extension}).")

DATA_ASK = Phrase(
    "Your details, bookings and record can be read, or saved as a file (JSON), with what was said in your chats."
)
DATA_LINK = Phrase("The links are valid for one hour. Please do not pass them on.")
DATA_HERE = Phrase(
    "Your details and record are shown under “Settings”, and your bookings under “See my bookings”."
    " All of it can be deleted."
)
FORGET = Phrase("Delete your data?")
FORGET_MEANS = Phrase(
    "Your details and past bookings are deleted, and every chat is signed out. This cannot be undone."
)
FORGET_BOOKINGS = Phrase(
    "{count} booking to come stays, with what it needs, until it is over. Cancel it first if you do not need it.",
    "{count} bookings to come stay, with what they need, until they are over. Cancel first what you do not need.",
)
FORGET_RECORD = Phrase("Your mail address and your record stay until the record lapses.")
FORGOTTEN = Phrase("Your data was deleted, and every chat signed out.")
FORGOTTEN_BUT = Phrase("Your data was deleted but for what was said to stay, and every chat signed out.")
FORGET_BUSY = Phrase("Another of your chats is being used just now. Nothing was deleted. Please try again in a moment.")

MAIL_SUBJECT_PLAIN = Phrase("Your mail address was changed")
MAIL_SUBJECT = Phrase("[Collection booking] Your mail address was changed")
MAIL_BODY = Phrase(
    "Another mail address was confirmed, and this one is no longer used for collection bookings at {office}."
)
MAIL_STRANGER = Phrase("If it was not you, please call {telephone} ({extension}).")
