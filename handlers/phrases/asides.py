"""What the profile answers at any time: what to bring, where the office is, how to call it."""

from handlers.message import Phrase

PAPERS = Phrase("What to bring")
PAPERS_BODY = Phrase("What is needed depends on how you come to collect.")
PAPERS_ALL = Phrase("In every case")
CERTIFICATE = Phrase("agent certificate or notified certificate")
PLACE = Phrase("Where to come")
ADDRESS = Phrase("Address")
COUNTER = Phrase("Counter")
COUNTER_VALUE = Phrase("“{counter}” counter")
CALL = Phrase("Calling the office")
CALL_BODY = Phrase("Changes and cancellations before the deadline can be made here; there is no need to call.")
