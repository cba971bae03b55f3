"""What is collected, when, and which cases."""

from handlers.message import Phrase

AGAIN = Phrase("As last time?")
AGAIN_BODY = Phrase("This is what you booked with last time.")
MODE = Phrase("How do you come to collect?")
MODE_LINE = Phrase("{mode} To bring: {papers}.")
KINDS = Phrase("What was applied for?")
KINDS_BODY = Phrase("Choose all that apply, then press “Next”.")
KINDS_EXAMPLE = Phrase("Example: Extension of stay")
CARDLESS = Phrase("Please check the kinds")
CARDLESS_BODY = Phrase(
    "This mode is for collecting the residence card alone, and {kinds} yield no card. Please make sure"
    " from the notice card that you may collect them this way."
)
COUNTER = Phrase("Do all cases qualify?")
COUNTER_BODY = Phrase(
    "Only cases can be booked whose review is finished, and whose notice card names the counter"
    " “{counter}”. Is that so for all of them?"
)
COUNTER_SOME = Phrase("Those that do not qualify cannot be booked. You can book the others without them.")
DAY = Phrase("On which day?")
DAY_BODY = Phrase(
    "You can book {slots} more slot over the days shown.", "You can book {slots} more slots over the days shown."
)
DAY_NO_SLOTS_LEFT = Phrase(
    "You have booked all {most} slots that one agent may book. You can still add cases to those."
)
DAY_EXAMPLE = Phrase("Example: {day:date}")
DAY_LABEL = Phrase("{day:date}")
DAY_CLOSED = Phrase("The office is closed on {day:date}. Please choose one of the days below.")
DAY_FULL = Phrase("full")
DAY_CERTIFICATE = Phrase("certificate expired")
DAYS_NONE = Phrase("All the days shown are full. One more day opens at {time} on each open day.")
SLOT = Phrase("At which hour on {day:date}?")
SLOT_BODY = Phrase("The figure is the number of places left. You may come at any time within the hour.")
SLOT_LABEL = Phrase("{hour}:00–{end}:00: {count} left")
SLOT_CLOSED = Phrase("closed")
SLOT_FULL = Phrase("full")
SLOT_HOURS = Phrase("{hour}:00–{end}:00")
SLOT_YOURS = Phrase("{hour}:00–{end}:00 own +{count}")
SLOT_BEYOND = Phrase("none of your slots left")
SLOT_EXAMPLE = Phrase("Example: {hour}:00")
NUMBERS = Phrase("Please enter the application numbers")
NUMBERS_BODY = Phrase("Several can be entered at once: by lines or commas, or pasted from a table.")
NUMBERS_EXAMPLE = Phrase("Example: 東労一E12345, 阪永C 24999")
NUMBERS_SO_FAR = Phrase("Entered so far: {count}")
DOUBTS = Phrase("Are these numbers right?")
DOUBTS_BODY = Phrase("Some look unusual. Please compare them with the notice card or the receipt.")
DOUBTFUL = Phrase("looks unusual")
NUMBER = Phrase("What should it be instead of {number}?")
NUMBER_EXAMPLE = Phrase("Example: 東労一E12345")
REVIEW = Phrase("Please check everything")
REVIEW_PRESS = Phrase("Please press “Confirm the booking” if everything is right, or choose what to change.")
REVIEW_DECLARE = Phrase("By pressing “Confirm the booking” you declare:")
REVIEW_CASES = Phrase("- the review of every case is finished, and its notice card names the counter “{counter}”")
REVIEW_CERTIFICATE = Phrase("- you carry your certificate, and it is valid on the day of the visit")
REVIEW_NOTICE = Phrase("- you agree to the notice in force from {version:plain} (unchanged since you agreed)")
REVIEW_NOT_YET = Phrase("Nothing is booked yet.")
