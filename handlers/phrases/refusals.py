"""A sentence for every no: the rule, the agent's own figures, and what can be done."""

from handlers.message import Phrase
from rules.refusal import Refusal

SENTENCES = {
    Refusal.MODE_NOT_OFFERED: Phrase("With your certificate this mode cannot be chosen."),
    Refusal.CERTIFICATE_EXPIRED: Phrase("A valid certificate is needed. Please register yours."),
    Refusal.CERTIFICATE_EXPIRES_BEFORE: Phrase(
        "Your certificate must be valid on the day of the visit; it ends on {expiry:plain}."
        " Choose an earlier day, or enter the renewed one."
    ),
    Refusal.KIND_NOT_COVERED: Phrase("Please choose at least one kind that can be booked."),
    Refusal.KIND_WITHOUT_CARD: Phrase(
        "In this mode only residence cards can be collected. Please choose the kinds again."
    ),
    Refusal.NO_ADDRESS: Phrase("That is not a mail address. Please enter one, such as sato@example.jp."),
    Refusal.TOO_MANY_MAILS: Phrase("No further mail can be sent for now. Please try again after an hour."),
    Refusal.ADDRESS_TAKEN: Phrase(
        "That address is registered already, with bookings of its own. Your address was not changed."
    ),
    Refusal.LINK_EXPIRED: Phrase("The digits and the link are valid for {minutes} minutes, and have ended."),
    Refusal.CODE_WRONG: Phrase(
        "These digits are not the ones in the mail. Please enter the six digits of the newest mail."
    ),
    Refusal.TOO_MANY_TRIES: Phrase("Wrong digits were entered {tries} times. Please have the mail sent again."),
    Refusal.DAY_NOT_OFFERED: Phrase("That day cannot be chosen now. The {window} open days below can."),
    Refusal.SLOT_NOT_OFFERED: Phrase("That hour is not offered. Please choose one of those below."),
    Refusal.SLOT_FULL: Phrase("That hour has just become full. Please choose another."),
    Refusal.ALL_SLOTS_HELD: Phrase(
        "An agent can book {slots_per_agent} slots over the {window} open days shown, and you have them: {held}."
    ),
    Refusal.TOO_MANY_CASES: Phrase("An agent can bring {cases_per_slot} cases to one slot. Yours takes {cases} more."),
    Refusal.NO_CASES: Phrase("Please enter at least one application number."),
    Refusal.ALREADY_BOOKED: Phrase("A number is already in another booking of yours."),
    Refusal.HOLD_ENDED: Phrase("The place is no longer held. What you entered is kept."),
    Refusal.CUTOFF_PASSED: Phrase("The deadline has passed. Please call {telephone} ({extension})."),
    Refusal.CANCELLED_ALREADY: Phrase("That booking is cancelled already."),
    Refusal.CHANGED_SINCE: Phrase("The booking was changed meanwhile, elsewhere. This is how it stands now."),
    Refusal.UNCHANGED: Phrase("Nothing was changed yet."),
    Refusal.COUNT_GROWS: Phrase("The number of cases cannot exceed the number first booked."),
    Refusal.SAME_SLOT: Phrase("That is the hour that you have booked already."),
    Refusal.SUSPENDED: Phrase(
        "New bookings are suspended until {suspended:plain}. To ask why: {telephone} ({extension})."
    ),
    Refusal.NOTICE_CHANGED: Phrase("The notice has changed. Please read it."),
}
