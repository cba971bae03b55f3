"""A letterbox for tests of the postman: it takes letters, or has the next few fail."""

from bot.bell import Bell
from bot.metrics import Metrics
from bot.postman import Postman
from bot.rate import Rate
from handlers.letters.worded import worded
from handlers.turn import Premises
from storage.database import Database, Transaction
from storage.letters import Letter
from tests.conftest import HandClock
from tests.factories import YOKOHAMA

PREMISES = Premises(YOKOHAMA, b"secret", "http://127.0.0.1", "yoyaku@example.jp")


class Letterbox:
    """Takes letters that are of use, or has the next few fail."""

    def __init__(self, db: Database, *failing: Exception) -> None:
        self.db = db
        self.failing = list(failing)
        self.sent: list[str] = []

    async def carry(self, letter: Letter) -> bool:
        if await self.db.read(lambda tx: worded(tx, PREMISES, letter)) is None:
            return False
        if self.failing:
            raise self.failing.pop(0)
        self.sent.append(letter.about)
        return True


def postman(box: Letterbox, bell: Bell | None = None, rate: float = 1000.0) -> Postman:
    return Postman(box.db, bell or Bell(), box.carry, rate=Rate(rate), metrics=Metrics(HandClock()))


def states(tx: Transaction) -> list[tuple[str, int]]:
    return [
        (row["state"], row["attempts"])
        for row in tx.rows("SELECT state, attempts FROM letter WHERE due <= put OR attempts > 0 ORDER BY put, id")
    ]
