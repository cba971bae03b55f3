"""What a change did to a booking, in words: in the chat, and in the mail (§4)."""

from handlers.message import Words
from handlers.phrases import booked, change
from rules.model import Booking
from storage.changes import Earlier


def what_changed(was: Earlier | None, booking: Booking) -> tuple[Words, ...]:
    """Return what is other in `booking` than it `was`, and that the old card is void; nothing of a first version."""
    if was is None:
        return ()
    gone = tuple(typed for typed in was.cases if typed not in {case.typed for case in booking.cases})
    new = tuple(case.typed for case in booking.cases if case.typed not in was.cases)
    said: list[Words] = []
    if was.slot != booking.slot:
        before, after = (booked.WHEN_SHORT(day=s.day, hour=s.hour, end=s.hour + 1) for s in (was.slot, booking.slot))
        said.append(change.DID_MOVE(before=before, after=after))
    pairs = [(b, a.typed) for b, a in zip(was.cases, booking.cases, strict=False) if b != a.typed]
    if len(was.cases) == len(booking.cases) and all(b in gone and a in new for b, a in pairs):
        said += [change.DID_CORRECT(before=b, after=a) for b, a in pairs]
    else:
        said += [change.DID_DROP(numbers=gone)] if gone else []
        said += [change.DID_ADD(numbers=new, first=booking.first_count)] if new else []
    return (*said, change.OLD_VOID)
