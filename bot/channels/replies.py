"""What a vendor brings of a chat, and how a channel says something to whoever spoke."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar

from handlers.conversation import Heard
from handlers.turn import Said
from storage.letters import Letter
from storage.shown import Shown

Kind = Literal["talk", "group", "left"]


@dataclass(frozen=True, slots=True)
class Brought:
    """What a vendor brings of a chat. In a group nothing is talked about; `becomes` is the chat that it turns into.

    `at` is when it was said, in the vendor's count; 0 where the vendor keeps their order itself.
    """

    said: Said
    kind: Kind = "talk"
    becomes: str = ""
    at: int = 0


B = TypeVar("B", bound=Brought)
B_contra = TypeVar("B_contra", bound=Brought, contravariant=True)


class Replies(Protocol[B_contra]):
    """How a channel says something to whoever spoke."""

    async def answer(self, brought: B_contra, heard: Heard, before: Shown | None) -> None:
        """Show the screen of `heard`; the turn found the one `before` shown."""
        ...

    async def tell(self, brought: B_contra, heard: Heard, before: Shown | None, letters: Sequence[Letter]) -> None:
        """Send `letters`, leased by the turn, which say what was done."""
        ...

    async def trouble(self, brought: B_contra, language: str, reference: str) -> None:
        """Say that we failed, with what names it in the log."""
        ...

    async def alone(self, brought: B_contra) -> None:
        """Say in a group that nothing is talked about there."""
        ...

    async def left(self, brought: B_contra) -> None:
        """Remember that nobody reads there any more."""
        ...
