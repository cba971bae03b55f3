"""Acts at the counter: what each is called, what is said when it was done, and when it cannot be."""

from handlers.message import Phrase
from rules.objection import Objection

ACTS = {
    "check-in": Phrase("receive"),
    "record": Phrase("record outcomes"),
    "absence": Phrase("record a no-show"),
    "undo": Phrase("take back"),
    "telephone-cancel": Phrase("cancel by telephone"),
    "telephone-late": Phrase("lateness by telephone"),
    "book": Phrase("book on behalf"),
    "suspend": Phrase("suspend"),
    "lift-suspension": Phrase("end a suspension"),
    "appeal": Phrase("appeal"),
    "places": Phrase("set places"),
    "close": Phrase("close"),
    "reopen": Phrase("open again"),
    "letters-send": Phrase("send after a restore"),
    "letters-leave": Phrase("leave after a restore"),
    "staff-add": Phrase("add staff"),
    "staff-reset": Phrase("new link for staff"),
    "staff-remove": Phrase("remove staff"),
    "sign-in": Phrase("sign in"),
    "sign-out": Phrase("sign out"),
    "set-passphrase": Phrase("set the passphrase"),
    "look": Phrase("open a page"),
    "unknown": Phrase("unknown"),
}
DONE = {
    "check-in": Phrase("Received."),
    "record": Phrase("The outcome was recorded. The agent will be told."),
    "absence": Phrase("Recorded as a no-show. It stays in the record."),
    "undo": Phrase("That record was taken back."),
    "telephone-cancel": Phrase(
        "Cancelled by telephone. It stays in the record, unless it was booked after the cutoff."
    ),
    "telephone-late": Phrase("Noted that they will be late."),
    "book": Phrase("Booked. The agent is told."),
    "places": Phrase("The places were changed."),
    "close": Phrase("Closed. Everybody who had booked there is told, and can choose again."),
    "reopen": Phrase("Open again. What was cancelled stays cancelled."),
    "letters-send": Phrase("They will be sent now."),
    "letters-leave": Phrase("They will not be sent."),
    "staff-add": Phrase("Added. Please hand over the link below: it works once, within a day."),
    "staff-reset": Phrase("The old passphrase is void. Please hand over the link below: it works once, within a day."),
    "staff-remove": Phrase("Removed, and signed out."),
    "suspend": Phrase("Suspended. The agent is told."),
    "lift-suspension": Phrase("The suspension has ended. The agent is told."),
    "appeal": Phrase("The record was taken back. The agent is told."),
}
OBJECTIONS = {
    Objection.NOT_ALLOWED: Phrase("Only a manager can do that."),
    Objection.NOT_THEIRS: Phrase("The passphrase was wrong."),
    Objection.NAME_TAKEN: Phrase("There is somebody of that name already."),
    Objection.NO_SUCH_PERSON: Phrase("There is nobody of that name."),
    Objection.NO_SUCH_AGENT: Phrase("There is no such agent any more. Nothing was changed."),
    Objection.NOT_YOURSELF: Phrase("Nobody can remove themselves. Please ask another manager."),
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
    Objection.SLOT_NOT_OFFERED: Phrase("The counter is closed then, or the hour is over. Nothing was booked."),
    Objection.DAY_NOT_OFFERED: Phrase(
        "This day cannot be booked by agents (notice 3(1)). To book it all the same, please say why."
    ),
    Objection.SLOT_FULL: Phrase("That hour is full (notice 3(2)). To book it all the same, please say why."),
    Objection.ALL_SLOTS_HELD: Phrase(
        "The agent has all the slots that one may have (notice 3(2)). To book it all the same, please say why."
    ),
    Objection.TOO_MANY_CASES: Phrase(
        "These are more cases than an agent may bring to one hour (notice 3(2)). To book them all the same, please say"
        " why; one booking holds no more than that, but there can be two."
    ),
    Objection.SUSPENDED: Phrase(
        "The agent is suspended from new bookings (notice 6(4)). To book it all the same, please say why."
    ),
    Objection.CERTIFICATE_EXPIRED: Phrase("The agent's certificate is not known. Nothing was booked."),
    Objection.CERTIFICATE_EXPIRES_BEFORE: Phrase(
        "The certificate is not valid on that day (notice 1). The agent can enter a renewed one in the chat."
        " Nothing was booked."
    ),
    Objection.MODE_NOT_OFFERED: Phrase(
        "The agent's certificate does not allow that way (notice 1). Nothing was booked."
    ),
    Objection.KIND_NOT_COVERED: Phrase("Please choose what was applied for (notice 1). Nothing was booked."),
    Objection.KIND_WITHOUT_CARD: Phrase(
        "That way is for residence cards alone, and one of the kinds has none (notice 1). Nothing was booked."
    ),
    Objection.NO_CASES: Phrase("No application number could be read. Nothing was booked."),
    Objection.NUMBERS_UNSURE: Phrase("Some numbers were not read, or look unusual. Please look at them, and confirm."),
    Objection.ALREADY_BOOKED: Phrase(
        "The agent has one of these numbers in another booking (notice 3(2)). Nothing was booked."
    ),
    Objection.TOO_FAR: Phrase("At most a year ahead can be closed. Nothing was changed."),
    Objection.TOO_LONG: Phrase("At most 31 days can be closed at once. Nothing was changed."),
    Objection.IN_THE_PAST: Phrase("That day is over. Nothing was changed."),
    Objection.FEWER_THAN_TAKEN: Phrase("More places are booked or held than that. Nothing was changed."),
    Objection.NOT_CLOSED: Phrase("That is not closed."),
    Objection.NOT_PROPOSED: Phrase("No suspension is proposed of this agent. Nothing was changed."),
    Objection.NOT_SUSPENDED: Phrase("This agent is not suspended. Nothing was changed."),
}
