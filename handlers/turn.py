"""One turn of a talk: what was said, where the talk stands, and where it goes on."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from types import ModuleType

from handlers.draft import Draft
from handlers.message import Phrase
from rules.model import Agent, Number, Office
from rules.notice import in_force
from rules.numbers import as_typed
from rules.refusal import Refusal
from rules.window import window
from storage import slots
from storage.database import Transaction
from storage.letters import channel_of

UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")  # no page, picture or mail can hold them
LONGEST = 10_000  # characters that are heard of what somebody says


@dataclass(frozen=True, slots=True)
class Premises:
    """What every turn stands on: the office, the program's secret and address, and who sends its mail.

    `mailbox` is where mails are shown while none leave the house; `is_public`: anybody can open `url`; `counter` is
    the address of the counter's staff, who are told when a day sheet is final.
    """

    office: Office
    secret: bytes
    url: str
    sender: str
    mailbox: str = ""
    is_public: bool = False
    counter: str = ""

    def opens(self, chat: str) -> bool:
        """Return whether whoever speaks in `chat` can open our pages: anybody can, or they do it already."""
        return self.is_public or channel_of(chat) == "web"


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said in a chat: words, or a button. `update` tells a redelivery, `origin` where it came from.

    `is_quiet`: a page said it for them, and it is not shown as their words.
    """

    chat: str
    update: str
    text: str = ""
    button: str = ""
    language: str = "ja"
    origin: str = ""
    is_quiet: bool = False

    def __post_init__(self) -> None:
        """Clean what came from outside: no NUL, no lone surrogate, no more than anybody types."""
        cleaned = UNFIT.sub("", self.text[:LONGEST]).encode("utf-8", "ignore").decode()
        object.__setattr__(self, "text", cleaned.strip())
        object.__setattr__(self, "button", self.button[:64])


@dataclass(frozen=True)
class Turn:
    """What a step may look at. `said` is the value behind a button, or what was typed."""

    tx: Transaction
    premises: Premises
    chat: str
    language: str
    said: str
    draft: Draft
    agent: Agent | None = None
    origin: str = ""
    path: tuple[str, ...] = ()

    @property
    def office(self) -> Office:
        return self.premises.office

    @property
    def who(self) -> Agent:
        """The agent, where a step is reached by known ones only."""
        assert self.agent is not None
        return self.agent

    @property
    def today(self) -> date:
        return self.local(self.tx.now).date()

    def local(self, moment: datetime) -> datetime:
        """Return `moment` in the office's time."""
        return moment.astimezone(self.office.zone)

    @property
    def notice(self) -> str:
        """The version of the notice that is in force."""
        return in_force(self.office, today=self.today)

    def days(self) -> tuple[date, ...]:
        """Return the days that are offered now."""
        return window(self.office, slots.closed(self.tx), now=self.tx.now)

    def cases(self) -> tuple[Number, ...]:
        """Return the application numbers of the draft."""
        return as_typed(self.office, self.draft.numbers)


Because = Refusal | Phrase | None


@dataclass(frozen=True, slots=True)
class Goto:
    """Ask another question next.

    `is_fresh` forgets the way back: something has begun, or ended. `is_back` goes one step of it.
    `language` is spoken from here on, where it is given.
    """

    step: str
    draft: Draft
    because: Because = None
    is_fresh: bool = False
    is_back: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Again:
    """Ask the same question again, with what was wrong, or in another language; a draft that changed is kept."""

    because: Because = None
    draft: Draft | None = None
    language: str = ""


Next = Goto | Again


def onward(step: str, draft: Draft) -> Goto:
    """Go on to `step`, or back to where a correction came from."""
    return Goto(draft.returns_to or step, draft.returned())


Step = ModuleType
"""A module with `ask(turn) -> Message` and `answer(turn) -> Next`."""
