"""Every guard of rules and storage is taken away or turned around, one at a time: the tests that cover it must fail.

`GUARDS=rules/quota.py` looks at those alone whose names begin so. What caught each is in `var/guards.md`.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from queue import Queue

from coverage import CoverageData

from tests.bot.program import ROOT
from tests.figures import Figure, Figures
from tests.prove.guards import Guard, of_rules, of_storage, of_tables

AT_ONCE = 2
PARTS = ("rules", "storage", "handlers", "bot", "locales", "tests", "pyproject.toml")
COVERING = ("tests/rules", "tests/test_notice.py", "tests/storage", "tests/handlers")
PATIENCE = 120.0  # seconds, after which a test that waits for ever has caught it too
SURVIVORS = Path(__file__).with_name("survivors.txt")  # a line each: the guard, a tab, and why nothing can see it
REPORT = Path("var/guards.md")


@dataclass(frozen=True, slots=True)
class Covering:
    """Which tests reach which line, and how long each takes."""

    tests: Mapping[str, Mapping[int, Collection[str]]]
    seconds: Mapping[str, float]

    def of(self, guard: Guard) -> Sequence[str]:
        """Return the tests that reach what stands around `guard`, the fastest first; all of storage's for a table."""
        reached = self.tests.get(str(guard.file))
        if reached is None:
            return ["tests/storage"]
        lines = sorted(line for line in reached if line <= guard.line)[-4:]
        found = set(chain.from_iterable(reached[line] for line in lines)) or set(chain.from_iterable(reached.values()))
        return sorted(found & set(self.seconds), key=self.seconds.__getitem__)


def figures() -> Figures:
    """Break each guard, and count those that nothing saw; those are named that `survivors.txt` does not explain."""
    with tempfile.TemporaryDirectory() as name:
        trees = [_tree(Path(name) / str(n)) for n in range(AT_ONCE)]
        covering = _covering(trees[0])
        free: Queue[Path] = Queue()
        for tree in trees:
            free.put(tree)
        wanted = [guard for guard in guards() if guard.name.startswith(os.environ.get("GUARDS", ""))]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            caught = dict(zip(wanted, pool.map(lambda guard: _caught(free, guard, covering), wanted), strict=True))
    explained = dict(line.split("\t") for line in SURVIVORS.read_text("utf-8").splitlines())
    REPORT.write_text("\n".join(_reported(caught, explained)) + "\n", "utf-8")
    seen = sum(bool(by) or _key(guard) in explained for guard, by in caught.items())
    what = f"{len(wanted)}, see {REPORT}"
    name = "guards that are missed when they are gone"
    return [Figure(name, seen, "guards", what, seen / len(wanted), 1.0, seen == len(wanted))]


def guards() -> Iterator[Guard]:
    """Yield every guard, by its file."""
    for folder, pattern, of in (
        ("rules", "*.py", of_rules),
        ("storage", "*.py", of_storage),
        ("storage/migrations", "*.sql", of_tables),
    ):
        for file in sorted((ROOT / folder).glob(pattern)):
            yield from (Guard(found.file.relative_to(ROOT), found.line, found.what, found.broken) for found in of(file))


def _tree(folder: Path) -> Path:
    """Return a copy of the house, in which a guard may be broken."""
    folder.mkdir()
    for part in PARTS:
        of = ROOT / part
        if of.is_dir():
            shutil.copytree(of, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(of, folder)
    return folder


def _covering(tree: Path) -> Covering:
    """Run the tests once, and note what each reaches."""
    options = ["-n", "2", "-m", "not slow", "--cov", "--cov-context=test", "--cov-fail-under=0", "--cov-report="]
    done = _tested(tree, [*options, "--junitxml=times.xml", *COVERING], patience=1200.0)
    assert done.returncode == 0, done.stdout[-3000:]
    data = CoverageData(str(tree / ".coverage"))
    data.read()
    reached = {
        str(Path(file).relative_to(tree)): {
            line: {context.partition("|")[0] for context in contexts if context}
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
    }
    cases = ET.parse(tree / "times.xml").getroot().iter("testcase")
    return Covering(reached, {_named(case): float(case.get("time", 0)) for case in cases})


def _named(case: ET.Element) -> str:
    return f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"


def _caught(free: "Queue[Path]", guard: Guard, covering: Covering) -> str:
    """Return the first test that failed without `guard`, or nothing."""
    tree = free.get()
    file, tests = tree / guard.file, covering.of(guard)
    whole = file.read_bytes()
    try:
        file.write_text(guard.broken, "utf-8")
        done = _tested(tree, ["-x", "-p", "no:xdist", "--no-cov", *(tests or COVERING)], patience=PATIENCE)
        failed = [line.split()[1] for line in done.stdout.splitlines() if line.startswith(("FAILED ", "ERROR "))]
        return failed[0] if failed else "" if done.returncode == 0 else "it does not start"
    except subprocess.TimeoutExpired:
        return "it waits for ever"
    finally:
        file.write_bytes(whole)
        free.put(tree)


def _tested(tree: Path, options: Sequence[str], *, patience: float) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "--tb=no", "-p", "no:cacheprovider", *options],
        cwd=tree,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=patience,
        check=False,
    )


def _key(guard: Guard) -> str:
    """Return what names a guard though lines are added above it."""
    return f"{guard.file} {guard.what}"


def _reported(caught: Mapping[Guard, str], explained: Mapping[str, str]) -> Iterator[str]:
    yield "| guard | what caught it |"
    yield "|---|---|"
    for guard, by in caught.items():
        verdict = by or explained.get(_key(guard), "**nothing**")
        yield f"| {guard.name.replace('|', '¦')} | {verdict} |"
