"""The ways out that stand below every question."""

from handlers.message import Choice
from handlers.phrases import buttons
from handlers.rooms import ENTERED_IN, is_on_the_way, left_off

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
    leads = is_on_the_way(step) or (step not in ENTERED_IN and left_off(path, is_on_the_way))
    nowhere = here if leads else here | {"/restart", "/stop"}
    return tuple(Choice(label, command, "quiet") for command, label in WAYS if command not in nowhere)
