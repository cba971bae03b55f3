"""The long proofs, all or those named: print a table, and write `var/prove.json`."""

import sys
from collections.abc import Callable, Mapping

from tests.figures import Figures, told
from tests.prove import fleet, kills, load, machine, morning, mutation, simulation

PARTS: Mapping[str, Callable[[], Figures]] = {
    "machine": machine.figures,
    "kills": kills.figures,
    "simulation": simulation.figures,
    "morning": morning.figures,
    "load": load.figures,
    "fleet": fleet.figures,
    "mutation": mutation.figures,
}

if __name__ == "__main__":
    sys.exit(told(PARTS, sys.argv[1:], "var/prove.json"))
