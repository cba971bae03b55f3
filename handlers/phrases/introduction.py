"""What a vendor shows of the bot before anything is said."""

from handlers.message import Phrase

NAME = Phrase("Card collection booking")
SHORT = Phrase("Certified agents book an hour to collect residence cards. Not the office's own service.")
LONG = Phrase(
    "For certified agents (gyoseishoshi, lawyers, company staff) who collect decided residence cards at {office}:"
    " book an hour, change or cancel it until 11:59 of the open day before, and be reminded in time.\n\n"
    "You need a mail address that you can open now, and the certificate of agent. This is not the office's own service."
)
COMMANDS = {
    "start": Phrase("Open the menu"),
    "book": Phrase("Book a collection"),
    "bookings": Phrase("See my bookings"),
    "settings": Phrase("Settings"),
    "help": Phrase("Help"),
    "cancel": Phrase("Cancel, or stop entering"),
}
