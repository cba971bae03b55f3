"""A morning of sixty visits at the counter, in Chromium: nine are what every test run can afford."""

import os
import subprocess
import sys

from tests.bot.program import ROOT
from tests.figures import Figure, Figures

VISITS = 60


def figures() -> Figures:
    """Work the morning; raise with what the test printed where it does not hold."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--no-cov", "-p", "no:xdist", "tests/bot/test_a_morning.py"],
        cwd=ROOT,
        env=os.environ | {"VISITS": str(VISITS)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-5000:]
    return [Figure("a morning at the counter by keyboard", VISITS, "visits", "asked for", 1.0, 1.0, holds=True)]
