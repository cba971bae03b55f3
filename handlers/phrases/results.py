"""What became of a visit."""

from handlers.message import Phrase

TITLE = Phrase("What became of your visit on {day:date}")
MAIL_SUBJECT = Phrase("[Collection booking] What became of your visit on {day:date}")
ALL_DELIVERED = Phrase("Everything was handed over. Thank you for coming.")
SOME_LEFT = Phrase("What was not handed over can be booked again.")
NOT_RECORDED = Phrase("No outcome is recorded")
STRIKE = Phrase("Recorded: {why}. This lapses on {until:plain}. (Notice 6(4))")
ASK = Phrase("If this is not right, please call {telephone} ({extension}).")
MISSING = Phrase("{outcome}: {paper}")
