"""What things are called: certificates, modes, kinds, papers."""

from handlers.message import Phrase
from rules.model import Certificate, Kind, Mode, Paper
from rules.visits import Outcome

LANGUAGES = {"ja": "日本語", "en": "English", "zh": "中文"}  # as their readers call them
CERTIFICATES = {
    Certificate.AGENT: Phrase("Agent certificate"),
    Certificate.NOTIFIED: Phrase("Notified certificate"),
}
MODES = {
    Mode.OWN: Phrase("(a) I filed it"),
    Mode.COLLEAGUE: Phrase("(i) A colleague did"),
    Mode.STAFF: Phrase("(u) Applicant filed"),
    Mode.OTHER: Phrase("(e) Another filed it"),
}
MODES_IN_FULL = {
    Mode.OWN: Phrase("(a) You filed the application yourself as an agent."),
    Mode.COLLEAGUE: Phrase("(i) Another member of the same institution filed it, and you only collect the card."),
    Mode.STAFF: Phrase("(u) It was filed otherwise, by the applicant say, and you collect as the institution's staff."),
    Mode.OTHER: Phrase("(e) You are a gyoseishoshi or lawyer, another person filed it, and you only collect the card."),
}
CHANNELS = {"web": Phrase("Web chat"), "telegram": "Telegram", "line": "LINE"}
STRIKES = {
    "no-show": Phrase("Did not come, and had not cancelled"),
    "late-cancellation": Phrase("Cancelled after the deadline"),
}
OUTCOMES = {
    Outcome.DELIVERED: Phrase("Handed over"),
    Outcome.PAPERS_MISSING: Phrase("A paper was missing"),
    Outcome.NOT_YET: Phrase("Cannot be handed over yet"),
    Outcome.OUT_OF_PERIOD: Phrase("Outside the period for collection"),
    Outcome.CERTIFICATE_INVALID: Phrase("The certificate was not valid"),
    Outcome.WRONG_COUNTER: Phrase("Another counter is responsible"),
}
KINDS = {
    Kind.CHANGE: Phrase("Change of status"),
    Kind.EXTENSION: Phrase("Extension of stay"),
    Kind.PERMANENT: Phrase("Permanent stay"),
    Kind.ACQUISITION: Phrase("Acquired at birth"),
    Kind.ACTIVITY: Phrase("Other activity"),
    Kind.WORK: Phrase("Work certificate"),
}
PAPERS = {
    Paper.CERTIFICATE: Phrase("your {certificate} (valid on the day of the visit)"),
    Paper.NOTICE_CARD: Phrase("the notice card, and what it asks for (fees and stamps as it says)"),
    Paper.RECEIPT: Phrase("a receipt form, one for each applicant"),
    Paper.REQUEST: Phrase("a request form signed by the applicant, one for each applicant"),
}
