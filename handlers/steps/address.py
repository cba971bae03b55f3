"""Which mail address? (§2)"""

from dataclasses import replace

from handlers.message import Choice, Message, Words
from handlers.phrases import buttons, settings, who
from handlers.turn import Again, Goto, Next, Turn
from rules.refusal import Refusal
from rules.verification import address
from storage import letters, verifications


def ask(turn: Turn) -> Message:
    body = who.ADDRESS_BODY if turn.premises.opens(turn.chat) else who.ADDRESS_BODY_CODE
    return Message(
        who.ADDRESS,
        (body(minutes=turn.office.link_minutes), sender(turn)),
        after=(who.ADDRESS_EXAMPLE,),
        choices=mailbox(turn),
    )


def answer(turn: Turn) -> Next:
    said = address(turn.said)
    if said is None:
        return Again(Refusal.NO_ADDRESS)
    return mailed(turn, said)


def mailed(turn: Turn, said: str) -> Next:
    """Send what proves the address `said`, and ask for it: an agent's new one, or that of whoever is not known yet."""
    replaces = turn.agent.address if turn.agent else ""
    if said == replaces:
        return Again(settings.SAME_ADDRESS)
    asked = verifications.ask(
        turn.tx, turn.office, turn.chat, said, notice=turn.draft.agreed, origin=turn.origin, replaces=replaces
    )
    if isinstance(asked, Refusal):
        return Again(asked)
    letters.put(turn.tx, "proof", asked.nonce, useless_after=asked.expires)
    if turn.agent is not None:
        return Goto("new_code", replace(turn.draft, address=said))
    return Goto("code", replace(turn.draft.returned(), address=said))


def sender(turn: Turn) -> Words:
    """Return who the mail comes from, told before it goes out."""
    if turn.premises.mailbox:
        return who.ADDRESS_PREVIEW(sender=turn.premises.sender)
    return who.ADDRESS_SENDER(sender=turn.premises.sender, domain=turn.premises.sender.rpartition("@")[2])


def mailbox(turn: Turn) -> tuple[Choice, ...]:
    """Return the button that opens the mailbox, where mails are shown."""
    return (Choice(buttons.OPEN_MAILBOX, url=turn.premises.mailbox),) if turn.premises.mailbox else ()
