"""Which six digits stand in the mail? (§2(1))"""

from handlers.answers import digits
from handlers.beginning import known
from handlers.message import Choice, Message
from handlers.phrases import buttons, lines, settings, who
from handlers.steps.address import mailbox, mailed
from handlers.turn import Again, Goto, Next, Turn
from rules.refusal import Refusal
from rules.verification import DIGITS, address, code, nonce_of, refusal_of_code
from storage import agents, letters, talks, verifications
from storage.verifications import Verification


def ask(turn: Turn) -> Message:
    asked = verifications.of_chat(turn.tx, turn.chat)
    told = who.CODE_BODY if turn.premises.opens(turn.chat) else who.CODE_BODY_CODE
    body = (
        told(address=asked.address, until=turn.local(asked.expires))
        if asked is not None and asked.expires > turn.tx.now
        else who.CODE_NONE
    )
    domain = turn.premises.sender.rpartition("@")[2]
    return Message(
        who.CODE,
        (body, who.CODE_LATE(domain=domain)),
        after=(who.CODE_EXAMPLE,),
        choices=(*mailbox(turn), Choice(buttons.RESEND, "resend"), Choice(buttons.OTHER_ADDRESS, "other")),
    )


def answer(turn: Turn) -> Next:
    match turn.said:
        case "resend":
            sent = mailed(turn, turn.draft.address)
            return Again(lines.RESENT) if isinstance(sent, Goto) else sent
        case "other":
            return Goto("new_address", turn.draft) if turn.agent else Goto("address", turn.draft.returning_to("code"))
    other = address(turn.said)
    if other is not None:
        return mailed(turn, other)
    asked = verifications.of_chat(turn.tx, turn.chat)
    said = digits(turn.said)
    if asked is None:
        return Again(Refusal.LINK_EXPIRED)
    expected = code(turn.premises.secret, asked.nonce)
    refusal = refusal_of_code(turn.office, said, expected, tries=asked.tries, expires=asked.expires, now=turn.tx.now)
    if refusal is Refusal.CODE_WRONG and len(said) == DIGITS:
        refusal = _counted(turn, asked)
    if refusal is not None:
        return Again(refusal)
    return _proven(turn, asked)


def proven_by_link(turn: Turn) -> Next:
    """Take the token in `turn.said` as proof: only in the chat that asked, within the hour, once."""
    nonce = nonce_of(turn.premises.secret, turn.said)
    asked = verifications.open_now(turn.tx, nonce) if nonce else None
    before = verifications.find(turn.tx, nonce) if nonce else None
    if before is not None and before.is_used and turn.agent is not None and before.address == turn.agent.address:
        return Again(lines.PROVEN)  # pressed twice
    if asked is None or asked.chat != turn.chat:
        return Again(Refusal.LINK_EXPIRED)
    return _proven(turn, asked)


def _counted(turn: Turn, asked: Verification) -> Refusal:
    """Count a wrong code; with the last try, link and code end."""
    verifications.count_try(turn.tx, asked)
    if asked.tries + 1 < turn.office.code_tries:
        return Refusal.CODE_WRONG
    verifications.end(turn.tx, asked)
    return Refusal.TOO_MANY_TRIES


def _proven(turn: Turn, asked: Verification) -> Next:
    verifications.use(turn.tx, asked)
    if turn.agent is not None:
        return _readdressed(turn, asked)
    if asked.replaces:  # signed out since
        return Again(Refusal.LINK_EXPIRED)
    agent = agents.proven(turn.tx, asked.address, notice=asked.notice)
    talks.bind(turn.tx, turn.chat, agent.id)
    agents.speak(turn.tx, agent.id, turn.language)
    onward = known(turn, agent, turn.draft)
    return onward if onward.because else Goto(onward.step, onward.draft, lines.PROVEN, is_fresh=True)


def _readdressed(turn: Turn, asked: Verification) -> Next:
    """Let the agent be known by the address that they have proven; the one before is told."""
    if asked.replaces != turn.who.address:
        return Again(Refusal.LINK_EXPIRED)
    refusal = agents.readdress(turn.tx, turn.who, asked.address)
    if refusal is not None:
        return Goto("settings", turn.draft, refusal)
    letters.put(turn.tx, "readdressed", asked.nonce)
    return Goto("settings", turn.draft, settings.ADDRESS_CHANGED(address=asked.address))
