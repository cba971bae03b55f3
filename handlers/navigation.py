"""The ways out that stand below every question."""

from handlers import flow
from handlers.message import Choice
from handlers.phrases import buttons

WAYS = (
    ("/back", buttons.BACK),
    ("/restart", buttons.RESTART),
    ("/stop", buttons.STOP),
    ("/menu", buttons.MENU),
    ("/help", buttons.HELP),
)


def navigation(step: str, path: tuple[str, ...]) -> tuple[Choice, ...]:
    """Return the quiet buttons below `step`: back, from the start, stop, menu, help; those that lead anywhere."""
    here = {"menu": {"/menu", "/back", "/help"}, "help": {"/help"}, "booked": {"/back"}}.get(step, set())
    leads = step in flow.ON_THE_WAY or bool(path)
    nowhere = here if leads else here | {"/restart", "/stop"}
    return tuple(Choice(label, command, "quiet") for command, label in WAYS if command not in nowhere)
