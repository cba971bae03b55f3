"""The state machine, far longer than every test run can afford: rules and storage against plain dicts."""

from concurrent.futures import ProcessPoolExecutor

from tests.figures import Figure, Figures
from tests.storage.test_machine import agree

EXAMPLES = 5000
AT_ONCE = 2


def figures() -> Figures:
    """Run the examples, in as many processes as there are cores, each of its own chance; raise what one finds."""
    share = EXAMPLES // AT_ONCE
    with ProcessPoolExecutor(AT_ONCE) as pool:
        agreed = sum(pool.map(agree, [share] * AT_ONCE))
    return [
        Figure(
            "state machine: model and database agree",
            agreed,
            "examples",
            "asked for",
            agreed / EXAMPLES,
            1.0,
            holds=agreed >= EXAMPLES,
        )
    ]
