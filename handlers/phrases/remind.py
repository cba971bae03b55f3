"""Reminders: before the cutoff, when it has passed, on the morning of the visit."""

from handlers.message import Phrase
from rules.reminders import Reminder

TITLES = {
    Reminder.CAN_CHANGE: Phrase("Your booking can be changed or cancelled until {until:moment}"),
    Reminder.DEADLINE: Phrase("The deadline for changes has passed"),
    Reminder.TODAY: Phrase("Your booking is today"),
}
SUBJECTS = {
    Reminder.CAN_CHANGE: Phrase(
        "[Collection booking] Can be changed until {until:clock} today: {day:date} {hour}:00–{end}:00"
    ),
    Reminder.DEADLINE: Phrase("[Collection booking] The deadline has passed: {day:date} {hour}:00–{end}:00"),
    Reminder.TODAY: Phrase("[Collection booking] Today: {day:date} {hour}:00–{end}:00"),
}
BODIES = {
    Reminder.CAN_CHANGE: Phrase(
        "If you cannot come, or a number or the number of cases is not right any more, please change or cancel the"
        " booking by then, in the chat at “See my bookings”. Afterwards it can only be done by telephone."
    ),
    Reminder.DEADLINE: Phrase(
        "To cancel, or if you will be late, please call {telephone} ({extension}) before the time booked, as soon"
        " as you know. Please check what to bring."
    ),
    Reminder.TODAY: Phrase(
        "Please come within the hour, and show the confirmation at the counter; where entry is restricted, to the"
        " receptionist. If you will be late, please call {telephone} ({extension}) before the time booked."
    ),
}
AND_MORE = Phrase("{subject} and {count} more", "{subject} and {count} more")
CHAT = Phrase("The chat: {url}")
IN_CHAT = {
    Reminder.CAN_CHANGE: Phrase(
        "If you cannot come, or a number or the number of cases is not right any more, please change or cancel the"
        " booking by then with the buttons below. Afterwards it can only be done by telephone."
    ),
}
"""What a chat says otherwise than a mail."""

OPEN = Phrase("{hour}:00–{end}:00 {code}")
AFTER = {
    Reminder.CAN_CHANGE: (),
    Reminder.DEADLINE: (Phrase("The confirmation is attached as a picture."),),
    Reminder.TODAY: (Phrase("The confirmation is attached as a picture."),),
}
