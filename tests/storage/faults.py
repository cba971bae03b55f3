"""A driver whose k-th call fails: real SQLite underneath, BEGIN and COMMIT counted like the rest."""

import sqlite3
from typing import Any


class Faults:
    """Counts the calls of the connections that it makes, and fails the k-th from when it is armed."""

    def __init__(self, error: str = "disk I/O error") -> None:
        self.error = error
        self.left = 0
        self.only = ""

    def arm(self, k: int, only: str = "") -> None:
        self.left, self.only = k, only

    @property
    def has_fired(self) -> bool:
        return self.left <= 0

    def count(self, sql: str) -> None:
        if self.left > 0 and sql.startswith(self.only):
            self.left -= 1
            if self.left == 0:
                raise sqlite3.OperationalError(self.error)

    def connect(self, *args: Any, **kwargs: Any) -> sqlite3.Connection:
        faults = self

        class Faulty(sqlite3.Connection):
            def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
                faults.count(sql)
                return super().execute(sql, *values)

        return Faulty(*args, **kwargs)
