"""The words of the preview: what one sees without a channel."""

from collections.abc import Mapping

from handlers.message import Phrase
from rules.reminders import Reminder
from storage.results import RESULTS
from storage.sheets import FINAL
from storage.wishes import VACANCY

INTRODUCTION = Phrase("This is a trial. Nothing leaves this machine, and it is not the office's own service.")
STEP_BOOK = Phrase(
    "Press “Book a collection” in the chat. The place is held for {minutes} minutes while you enter numbers."
)
STEP_MAIL = Phrase("Mails arrive in the mailbox on this page: the one that proves an address, and the confirmation.")
STEP_CLOCK = Phrase(
    "Move the office's clock, then go on in the chat, to see a hold end and the deadline for changes pass."
)
SAMPLE = Phrase("Go on as a registered agent")
SAMPLE_WHY = Phrase("To see a booking within a minute, without entering an address and a certificate.")
COUNTER = Phrase("Look at the counter")
COUNTER_WHY = Phrase("As its staff see it: receive a visit, and record what became of each case.")
CLERK = Phrase("Sample clerk")
CLOCK = Phrase("The office's clock")
CLOCK_NOW = Phrase("{now:moment}")
CLOCK_FORWARD = Phrase("It only moves forward.")
HOUR = Phrase("+1 hour")
LETTER = Phrase("To the next letter")
LETTERS_COMING = Phrase("To be sent next:")
LETTERS: Mapping[str, Phrase] = {
    Reminder.CAN_CHANGE: Phrase("that it can be changed until the deadline"),
    Reminder.DEADLINE: Phrase("that the deadline has passed"),
    Reminder.TODAY: Phrase("that the visit is today"),
    VACANCY: Phrase("that a place became free"),
    RESULTS: Phrase("what became of the visit"),
    FINAL: Phrase("to the counter, that the day sheet is final"),
}
OTHER = Phrase("a mail")
LETTER_NONE = Phrase("No letter is waiting.")
DAY = Phrase("Day to move to")
TO_DAY = Phrase("To this day")
PHONE = Phrase("The chat")
