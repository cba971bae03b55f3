"""Why a message did not arrive, as it matters to whoever sent it."""


class Undeliverable(Exception):
    """Nobody will ever get a message there: the address is not taken, or they blocked us, or left."""


class Unworthy(Undeliverable):
    """It could be sent, but what is sent there is counted, and this is not worth it."""


class Unsent(OSError):
    """The message could not be sent just now, or coming twice it would be known for one: it is to be sent once more."""


class Uncertain(Unsent):
    """Nobody knows whether the message was sent, and the channel could not tell if it came twice."""


class Halted(Unsent):
    """The channel takes no message at all just now; after `seconds`, where it said so."""

    def __init__(self, why: str, *, seconds: float | None = None) -> None:
        super().__init__(why)
        self.seconds = seconds
