"""What is answered while a transcript is played."""

from contextlib import closing
from pathlib import Path

from handlers.conversation import Heard
from tests.handlers.test_talks import house_of, played_in


def heard_in(transcript: Path, folder: Path) -> list[Heard]:
    """Return every answer of the talk in `transcript`, played in a `folder` of its own."""
    written = transcript.read_text("utf-8")
    with closing(house_of(written, folder)) as house:
        list(played_in(house, written))
        return house.heard
