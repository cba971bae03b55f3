"""The counter: what staff read."""

from handlers.message import Phrase
from rules.objection import Objection

SAYS_WELCOME = Phrase("Valid. It is their hour ({hour}:00–{end}:00).")
SAYS_EARLY = Phrase("Early: booked for {hour}:00–{end}:00. They may wait, or be received now.")
SAYS_LATE = Phrase("Late: the hour ended at {end}:00. As a rule, the ordinary counter. (Notice 6(3))")
SAYS_LATE_TOLD = Phrase("Late: the hour ended at {end}:00, but they called before. (Notice 4(2))")
SAYS_HERE = Phrase("Received already, at {at:clock}.")
SAYS_ABSENT = Phrase("Recorded as a no-show.")
SAYS_CANCELLED = Phrase("This booking was cancelled. The card is void.")
SAYS_OLD = Phrase("An old card: version {version}. Version {current} is in force; what stands below is right.")
SAYS_OTHER_DAY = Phrase("Another day: booked for {day:date} {hour}:00–{end}:00.")

DONE = {
    "check-in": Phrase("Received."),
    "record": Phrase("The outcome was recorded. The agent is told at the end of the day."),
    "absence": Phrase("Recorded as a no-show, which is a strike."),
    "undo": Phrase("Taken back."),
    "telephone-cancel": Phrase("Cancelled by telephone, and recorded as a strike."),
    "telephone-late": Phrase("Noted that they will be late."),
}
OBJECTIONS = {
    Objection.NOT_ALLOWED: Phrase("Only a manager can do that."),
    Objection.NAME_TAKEN: Phrase("There is somebody of that name already."),
    Objection.NO_SUCH_PERSON: Phrase("There is nobody of that name."),
    Objection.NO_SUCH_BOOKING: Phrase("There is no booking with that code."),
    Objection.NOT_UNDERSTOOD: Phrase("Nothing was chosen, or something that there is not. Nothing was changed."),
    Objection.NO_REASON: Phrase("Please say why. Nothing was changed."),
    Objection.NOT_ASKED: Phrase("Please ask for name, code and certificate number first. Nothing was changed."),
    Objection.CHANGED_MEANWHILE: Phrase(
        "A colleague or the agent changed this meanwhile. Please look at it again. Nothing was changed."
    ),
    Objection.CANCELLED: Phrase("This booking is cancelled. Nothing was changed."),
    Objection.NOT_TODAY: Phrase("It is not for today. Nothing was changed."),
    Objection.TOO_LATE: Phrase("The hour has ended. To receive them all the same, please say why."),
    Objection.HERE_ALREADY: Phrase("They have been received already."),
    Objection.NOT_HERE: Phrase("They have not been received yet. Nothing was changed."),
    Objection.RECORDED_ALREADY: Phrase("That is recorded already."),
    Objection.NOT_OVER: Phrase("Their hour is not over yet. Nothing was changed."),
    Objection.NOT_PAST_CUTOFF: Phrase("The agent can still cancel this in the chat. Nothing was changed."),
    Objection.BEGUN_ALREADY: Phrase("The hour has begun already. Nothing was changed."),
    Objection.NOTHING_TO_UNDO: Phrase("There is nothing to take back."),
    Objection.TOLD_ALREADY: Phrase("The agent has been told already. Please record what is right."),
}
