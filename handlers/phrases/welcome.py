"""Menu, help, who cannot use this, and the notice."""

from handlers.message import Phrase

MENU_TITLE = Phrase("Booking a collection at {office}")
MENU_STRANGER = Phrase("Book the hour in which you collect residence cards and other decided results.")
MENU_KNOWN = Phrase("Signed in as {name} ({address}).")
MENU_BOOKINGS = Phrase("You have {count} booking.", "You have {count} bookings.")
MENU_NO_BOOKINGS = Phrase("You have no bookings at present.")
MENU_HOW = Phrase("Press a button, or type its words, such as “Book a collection”.")
MENU_UNFINISHED = Phrase("What you were entering is kept.")

STOPPED = Phrase("Entering was stopped. Nothing was booked.")
DISAGREED = Phrase("Without your agreement this system cannot be used. Please come to the ordinary counter.")
NOT_COVERED = Phrase("This system cannot be used for it. Please come to the ordinary counter.")

ELIGIBILITY = Phrase("Please check this first")
ELIGIBILITY_BODY = Phrase("This system cannot be used where one of these applies.")
NOT_SCHOOLS = Phrase("- Agents of educational institutions that accept foreign nationals")
NOT_ONLINE = Phrase("- Applications filed online")
NOT_COE = Phrase("- Applications for a certificate of eligibility")
NOT_REENTRY = Phrase("- Re-entry permits (unless filed together with another application)")
NOT_CARDS = Phrase(
    "- Changes on the card other than of address, renewal of the card, re-issue after loss, and the like"
)
NOT_COUNTER = Phrase("- A notice card that names a place other than the counter “{counter}”")
NOT_ELSEWHERE = Phrase("- Applications that were not filed at the counter of {office}")

NOTICE = Phrase("Notice (in force from {version:plain})")
NOTICE_CHANGES = Phrase("What changed since you last agreed:")
NOTICE_GONE = Phrase("Removed: {text}")
NOTICE_NEW = Phrase("New: {text}")
NOTICE_MUCH_CHANGED = Phrase("Much has changed: please read the whole.")
NOTICE_WHOLE = Phrase("The whole notice:")
NOTICE_ASK = Phrase("Your agreement to this notice is needed.")
NOTICE_EXAMPLE = Phrase("Please press “I agree” or “I do not agree”.")

HELP = Phrase("Help")
HELP_WORDS = Phrase(
    "These words are understood at any time: Book a collection, See my bookings, Back, From the start,"
    " Stop entering, Menu, What to bring, Where to come, Call, Help."
)
HELP_KEPT = Phrase("What you enter is kept: you can leave and go on later from where you were.")
HELP_CALL = Phrase(
    "To cancel after the deadline, or if you will be late: {telephone} ({extension}), before the time booked."
)

WHICH = Phrase("Which do you mean?")
WHICH_BODY = Phrase("Stop what you are entering now, or cancel a booking that was made?")

LANGUAGE = Phrase("Language")
LANGUAGE_BODY = Phrase("The confirmation and mails are always in Japanese too.")

BOOKINGS = Phrase("Your bookings")
BOOKINGS_NONE = Phrase("You have no bookings at present.")
BOOKINGS_UNKNOWN = Phrase(
    "Bookings are shown once your mail address is confirmed. Please begin with “Book a collection”."
)
BOOKINGS_LINE = Phrase(
    "{day:date} {hour}:00–{end}:00, {count} case ({code})", "{day:date} {hour}:00–{end}:00, {count} cases ({code})"
)
BOOKINGS_LIVE = Phrase("{count} booking to come.", "{count} bookings to come.")
BOOKINGS_PAST = Phrase("{count} past or cancelled.")
BOOKINGS_OVER = Phrase("past")
BOOKINGS_CANCELLED = Phrase("cancelled")
BOOKINGS_WHICH = Phrase("Which booking do you mean?")
BOOKINGS_ASK = Phrase("Choose one to see its confirmation.")
