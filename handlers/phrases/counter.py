"""The counter: what staff read."""

from handlers.message import Phrase
from rules.objection import Objection
from rules.staff import Role

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
    "absence": Phrase("Recorded as a no-show. It stays in the record."),
    "undo": Phrase("Taken back."),
    "telephone-cancel": Phrase("Cancelled by telephone. It stays in the record."),
    "telephone-late": Phrase("Noted that they will be late."),
    "suspend": Phrase("Suspended. The agent is told by mail."),
    "lift-suspension": Phrase("The suspension has ended. The agent is told by mail."),
    "appeal": Phrase("The record was taken back."),
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
    Objection.NOT_PROPOSED: Phrase("No suspension is proposed of this agent. Nothing was changed."),
    Objection.NOT_SUSPENDED: Phrase("This agent is not suspended. Nothing was changed."),
}

TITLE = Phrase("Counter")
TODAY = Phrase("Visits of {day:day}")
SEARCH = Phrase("Scan a card, or type a code, a number or a name")
FIND = Phrase("Search")
ALL_OF_THEM = Phrase("All visits")
FOUND = Phrase("{count} of {all} visits", "{count} of {all} visits")
NONE_TODAY = Phrase("Nobody has booked for today.")
NONE_FOUND = Phrase("No visit of today matches.")
HOUR = Phrase("Hour")
WHO = Phrase("Agent")
STATE = Phrase("State")
EXPECTED = Phrase("Expected")
OVERDUE = Phrase("Did not come yet")
HERE = Phrase("Received")
DONE_WITH = Phrase("Done")
ABSENT = Phrase("No-show")
LATE_TOLD = Phrase("called: will be late")
VERSION = Phrase("version {version}")
CERTIFICATE = Phrase("Certificate")
CERTIFICATE_VALUE = Phrase("{kind} {number}, valid until {expiry:plain}")
EXCEPTION = Phrase("Received late, because")
CHECK_IN = Phrase("Receive")
CHECK_IN_LATE = Phrase("Receive as an exception")
REASON = Phrase("Why (no names)")
OUTCOMES = Phrase("What became of each case")
OUTCOME = Phrase("Outcome")
MISSING = Phrase("Missing paper")
OUTCOME_OF = Phrase("Outcome of {number}")
MISSING_OF = Phrase("Missing paper of {number}")
ALL_DELIVERED = Phrase("Everything handed over")
RECORD = Phrase("Record the outcomes")
NO_SHOW = Phrase("Record as a no-show")
UNDO = Phrase("Take the last record back")
TELEPHONE = Phrase("By telephone")
HAVE_ASKED = Phrase("Asked for name, code and certificate number")
CANCEL_IT = Phrase("Cancel this visit")
WILL_BE_LATE = Phrase("Will be late")

SIGN_IN = Phrase("Sign in to the counter")
NAME = Phrase("Your name")
PASSPHRASE = Phrase("Passphrase")
ENTER = Phrase("Sign in")
NOT_TAKEN = Phrase("Name and passphrase do not match. After several tries, please wait five minutes.")
CHANGE_PERSON = Phrase("Change person")
SIGN_OUT = Phrase("Sign out")
ROLES = {Role.CLERK: Phrase("clerk"), Role.MANAGER: Phrase("manager")}
JOIN = Phrase("Set your passphrase, {name}")
JOIN_WHY = Phrase("At least {shortest} characters: four words are easier to keep in mind than signs.")
TOO_SHORT = Phrase("That is too short: at least {shortest} characters.")
SET_IT = Phrase("Set the passphrase")
LINK_OVER = Phrase("This link is used, or over")
LINK_OVER_BODY = Phrase("Please ask whoever gave it to you for another.")

SHEET = Phrase("Day sheet")
DAY = Phrase("{day:day}")
DAY_SHORT = Phrase("{day:date}")
CSV = Phrase("As a file for a spreadsheet")
FINAL = Phrase("Final since {final:moment}: only what is telephoned in can change it.")
NOT_FINAL = Phrase("Agents can change it until {final:moment}.")
AS_OF = Phrase("As of {now:moment}.")
TOTAL = Phrase("{count} visit, {cases} cases.", "{count} visits, {cases} cases.")
GONE = Phrase("Cancelled since it was final")
NONE_ON_DAY = Phrase("Nobody has booked for this day.")
BY_HOUR = Phrase("By hour")
BY_NUMBER = Phrase("By application number")
WORKPLACE = Phrase("Workplace")
REMARK = Phrase("Remark")
CLASHES = Phrase("booked by another agent, too")
WAITING = Phrase("Visits without an outcome")
WAITING_WHY = Phrase("Their hour is over. Nothing is recorded by itself: please record what became of them.")
NONE_WAITING = Phrase("Nothing is waiting.")

CONDUCT = Phrase("Conduct of agents")
CONDUCT_RULE = Phrase(
    "{strikes} records within {days} days propose a suspension of {long} days (notice 6(4)); a manager decides."
)
IS_SUSPENDED = Phrase("Suspended until {until:plain}.")
PROPOSED = Phrase("A suspension until {until:plain} is proposed.")
SUSPEND = Phrase("Suspend")
LIFT = Phrase("End the suspension")
APPEAL = Phrase("Take this record back")
NO_STRIKES = Phrase("Nothing is recorded of anybody.")
