"""Which chats use your address? Each can be signed out."""

from handlers.answers import pick
from handlers.data import chat_line
from handlers.draft import Draft
from handlers.message import Choice, Message, Row
from handlers.phrases import buttons, lines, settings
from handlers.turn import Again, Goto, Next, Turn
from storage import talks

SHOWN = 10  # rows; those behind come up as these are signed out


def ask(turn: Turn) -> Message:
    chats = talks.of_agent(turn.tx, turn.who.id)
    return Message(
        settings.CHATS(chats=len(chats)),
        (settings.CHATS_ASK,),
        rows=tuple(
            Row(
                chat_line(turn.office, chat),
                (Choice(buttons.SIGN_OUT, chat.id),),
                settings.CHAT_THIS if chat.id == turn.chat else None,
            )
            for chat in chats[:SHOWN]
        ),
    )


def answer(turn: Turn) -> Next:
    chosen = pick(turn.said, [chat.id for chat in talks.of_agent(turn.tx, turn.who.id)])
    if chosen is None:
        return Again(lines.NOT_UNDERSTOOD)
    if chosen == turn.chat:
        talks.unbind(turn.tx, turn.chat)
        return Goto("menu", Draft(), settings.SIGNED_OUT, is_fresh=True)
    if not turn.tx.lock_if_free("chat", chosen):
        return Again(settings.CHAT_BUSY)
    talks.forget(turn.tx, chosen)
    return Again(settings.CHAT_GONE)
