"""The office's clock of the preview: real time, set ahead. It only moves forward, over a restart too."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

FARTHEST = timedelta(days=366)  # in one step


class OfficeClock:
    """Says what time it is at the office; how far it is ahead is kept in a file, in seconds."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._ahead = timedelta(seconds=int(path.read_text("ascii"))) if path.exists() else timedelta()
        except (ValueError, OverflowError):
            raise ValueError(f"{path} is damaged: it must hold a number of seconds") from None

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self._ahead

    def move_to(self, moment: datetime) -> bool:
        """Move forward to `moment`; return False where it is not ahead, or too far."""
        span = moment - self()
        if not timedelta() < span <= FARTHEST:
            return False
        ahead = self._ahead + timedelta(seconds=-(-span // timedelta(seconds=1)))  # whole seconds, never short of it
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.with_suffix(".new").open("w", encoding="ascii") as written:
            written.write(str(int(ahead.total_seconds())))
            written.flush()
            os.fsync(written.fileno())
        Path(written.name).replace(self._path)
        self._ahead = ahead
        return True
