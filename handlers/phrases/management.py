"""What managers see of the counter: places and closures, staff, journal, figures; and booking on behalf."""

from handlers.message import Phrase

PLACES = Phrase("Places and closures")
PLACES_BY_HOUR = Phrase("Places by hour")
PLACES_WHY = Phrase(
    "Places of each hour, and how many of them are taken. What is booked stands: there cannot be fewer."
)
TAKEN = Phrase("{count} taken", "{count} taken")
PLACES_OF = Phrase("Places at {hour}:00 on {day:date}")
SET_PLACES = Phrase("Set the places")
HOUR_CLOSED = Phrase("closed")
CLOSE = Phrase("Close")
CLOSE_WHY = Phrase(
    "Without an hour, whole days are closed. Everybody who booked there is told at once, with the reason."
)
FIRST = Phrase("First day")
LAST = Phrase("Last day (the same, if empty)")
HOURS = Phrase("Hours")
AT = Phrase("{hour}:00")
REASON_TOLD = Phrase("Why (the agents are told this)")
LOOK_FIRST = Phrase("See whom it concerns")
WOULD_CLOSE = Phrase("{first:day} to {last:day}, {hours}")
WOULD_CLOSE_DAY = Phrase("{day:day}, {hours}")
WHOLE_DAYS = Phrase("whole days")
WOULD_HIT = Phrase(
    "{count} visit will be cancelled. Its agent is told by mail and in the chat, and can choose again.",
    "{count} visits will be cancelled. Their agents are told by mail and in the chat, and can choose again.",
)
CLOSE_NOW = Phrase("Close and tell them")
BACK = Phrase("Back")
CLOSED_NOW = Phrase("What is closed")
LIST = Phrase("{items}")
REOPEN = Phrase("Open again")
NONE_CLOSED = Phrase("Nothing is closed.")

BEHALF = Phrase("Book for an agent who calls")
FIND_AGENT = Phrase("Code, certificate number, mail address, or a part of the name")
NOBODY_FOUND = Phrase("Nobody was found. Who never booked before has to prove a mail address in the chat first.")
SLOT = Phrase("Day and hour")
CHOOSE = Phrase("please choose")
OLDER = Phrase("Older entries")
LEFT = Phrase("{day:date} {hour}:00 ({count} left)", "{day:date} {hour}:00 ({count} left)")
IS_FULL = Phrase("{day:date} {hour}:00 (full)")
NUMBERS_LINES = Phrase("Application numbers, one a line")
NUMBERS_SURE = Phrase("Looked at: {numbers}")
REASON_BEYOND = Phrase("Why, where it goes beyond a rule (no names)")
BOOK_IT = Phrase("Book")
BEYOND = Phrase("Beyond a rule, because")

STAFF = Phrase("Staff")
ADD_PERSON = Phrase("Add somebody")
ROLE = Phrase("Role")
ADD = Phrase("Add")
RESET = Phrase("New link")
REMOVE = Phrase("Remove")
NO_PASSPHRASE = Phrase("has not set a passphrase yet")
THE_LINK = Phrase("The link, which is not shown again:")

JOURNAL = Phrase("Journal")
JOURNAL_WHY = Phrase("Who did what, when and why. Nothing in it is ever changed.")
WHEN = Phrase("When")
PERSON = Phrase("Who")
ACT = Phrase("Act")
ABOUT = Phrase("About")
MOMENT = Phrase("{at:moment}")
WHY = Phrase("Why")
RESULT = Phrase("Result")
COMMAND_LINE = Phrase("command line")
WAS_DONE = Phrase("done")

FIGURES = Phrase("Figures")
PERIOD = Phrase("The last {count} days", "The last {count} days")
VISITS_A_DAY = Phrase("Visits a day")
USE_OF_SLOTS = Phrase("Use of the slots, by hour")
WHO_CAME = Phrase("Who came")
MOST_MISSED = Phrase("Papers that were missing")
LEAD_TIME = Phrase("Booked how long before the visit")
DATE = Phrase("Day")
COUNT = Phrase("Count")
OF = Phrase("Of")
NOT_RECORDED = Phrase("Nothing recorded")
DAYS_BEFORE = Phrase("Days before")
DAYS = Phrase("{count} day", "{count} days")
NO_FIGURES = Phrase("Nothing yet.")
RESTORED = Phrase("Letters after a restore")
RESTORED_WHY = Phrase(
    "These letters were due before the data was restored from a backup. Whether they were sent already is not known:"
    " please decide."
)
NOTHING_RESTORED = Phrase("No letters wait for a decision.")
DUE = Phrase("Due")
LETTER = Phrase("Letter")
LETTER_TO = Phrase("For")
OF_NO_USE = Phrase("of no use any more")
SEND_IT = Phrase("Send it")
LEAVE_IT = Phrase("Do not send")
SEND_ALL = Phrase("Send all")
LEAVE_ALL = Phrase("Send none")
LETTERS = {
    "proof": Phrase("to prove an address"),
    "readdressed": Phrase("that the address was changed"),
    "returned": Phrase("that a mail came back"),
    "confirmation": Phrase("that a booking was made or changed"),
    "cancellation": Phrase("that a booking was cancelled"),
    "card": Phrase("the picture of a booking"),
    "calendar": Phrase("the calendar file of a booking"),
    "closed": Phrase("that the counter is closed"),
    "suspended": Phrase("that a suspension begins"),
    "suspension-lifted": Phrase("that a suspension has ended"),
    "strike-lifted": Phrase("that a record was taken back"),
}
