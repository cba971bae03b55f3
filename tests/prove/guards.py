"""The guards of the house: comparisons and conditions of the rules; conditions, checks and locks of storage.

Each is found in the source, and yields the file as it is without it, or with it turned around.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

TURNED = {
    "Lt": "<=",
    "LtE": "<",
    "Gt": ">=",
    "GtE": ">",
    "Eq": "!=",
    "NotEq": "==",
    "In": "not in",
    "NotIn": "in",
    "Is": "is not",
    "IsNot": "is",
}
BEGINS = re.compile(r"\b(?:WHERE|AND|OR|HAVING)\s+(?!NULL)")
ENDS = re.compile(r"\s+(?:AND|OR|UNION|ORDER BY|GROUP BY|HAVING|LIMIT|RETURNING|ON CONFLICT|FOR UPDATE)\b|\s*$")
LOCK = re.compile(r"^( *)(?:\w+\.)*(?:lock|one_by_one|alone)\(.*\)(?:  #.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Guard:
    """A guard at `line` of `file`, what it is, and the text of the file without it."""

    file: Path
    line: int
    what: str
    broken: str

    @property
    def name(self) -> str:
        """Where it stands, and what became of it."""
        return f"{self.file}:{self.line} {self.what}"


def of_rules(file: Path) -> Iterator[Guard]:
    """Yield the comparisons of a rule, turned around, and its conditions, taken for never true."""
    text = file.read_text("utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            left, right = (ast.get_source_segment(text, side) or "" for side in (node.left, node.comparators[0]))
            turned = TURNED[type(node.ops[0]).__name__]
            yield _replaced(file, text, node, f"{left} {turned} {right}")
        elif isinstance(node, ast.If | ast.IfExp):
            yield _replaced(file, text, node.test, "False")
        elif isinstance(node, ast.BoolOp):
            for value in node.values:
                yield _replaced(file, text, value, "True" if isinstance(node.op, ast.And) else "False")


def of_storage(file: Path) -> Iterator[Guard]:
    """Yield the conditions of its statements, taken for always true, and its locks, taken away."""
    text = file.read_text("utf-8")
    for spans in _strings(text):
        yield from _conditions(file, text, spans)
    for found in LOCK.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        broken = f"{text[: found.start()]}{found[1]}pass{text[found.end() :]}"
        yield Guard(file, line, f"without {found[0].strip()}", broken)
    for found in re.finditer(r" FOR UPDATE(?: SKIP LOCKED)?", text):
        yield Guard(file, text.count("\n", 0, found.start()) + 1, "without FOR UPDATE", _without(text, found))


def of_tables(file: Path) -> Iterator[Guard]:
    """Yield what the tables check, taken for always true."""
    text = file.read_text("utf-8")
    for found in re.finditer(r"CHECK \(", text):
        broken = f"{text[: found.end()]}1 = 1 OR {text[found.end() :]}"
        yield Guard(file, text.count("\n", 0, found.start()) + 1, "without its CHECK", broken)


def _without(text: str, found: re.Match[str]) -> str:
    return text[: found.start()] + text[found.end() :]


def _replaced(file: Path, text: str, node: ast.expr, by: str) -> Guard:
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))

    def place(line: int, column: int) -> int:  # columns are counted in bytes
        return starts[line - 1] + len(lines[line - 1].encode()[:column].decode())

    begin, end = place(node.lineno, node.col_offset), place(node.end_lineno or 0, node.end_col_offset or 0)
    return Guard(file, node.lineno, f"{text[begin:end]!r} is {by!r}", f"{text[:begin]}({by}){text[end:]}")


def _strings(text: str) -> Iterator[Sequence[tuple[int, int]]]:
    """Yield where the pieces of each statement in SQL stand, that follow each other."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    pieces: list[tuple[int, int]] = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.STRING:
            quotes = re.match(r"[a-zA-Z]*(\"\"\"|\"|')", token.string)
            assert quotes
            begin = starts[token.start[0] - 1] + token.start[1] + quotes.end()
            end = starts[token.end[0] - 1] + token.end[1] - len(quotes[1])
            pieces.append((begin, end))
        elif token.type not in (tokenize.NL, tokenize.COMMENT) and pieces:
            if re.search(r"SELECT|UPDATE|DELETE|INSERT", "".join(text[a:b] for a, b in pieces)):
                yield pieces
            pieces = []


def _conditions(file: Path, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Guard]:
    """Yield each condition of a statement, by the conjunct; its values are still bound."""
    places = [place for begin, end in spans for place in range(begin, end)]
    sql = "".join(text[place] for place in places)
    for found in BEGINS.finditer(sql):
        end = _end(sql, found.end())
        condition = sql[found.end() : end]
        if not condition or condition.count("(") != condition.count(")") or "BETWEEN" in sql[: found.start()][-30:]:
            continue
        first, last = places[found.end()], places[end - 1] + 1
        broken = f"{text[:first]}({text[first:last]} OR 1 = 1){text[last:]}"
        yield Guard(file, text.count("\n", 0, first) + 1, f"without {' '.join(condition.split())}", broken)


def _end(sql: str, begin: int) -> int:
    """Return where the condition that begins at `begin` ends: at the next one outside of parentheses."""
    depth = 0
    for place in range(begin, len(sql)):
        if depth == 0 and (sql[place] == ")" or ENDS.match(sql, place)):
            return place
        depth += {"(": 1, ")": -1}.get(sql[place], 0)
    return len(sql)
