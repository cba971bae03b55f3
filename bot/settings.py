"""Settings, from the environment or `.env`: everything that is wrong is said at once."""

import os
import re
import secrets
import tempfile
from contextlib import suppress
from ipaddress import ip_address, ip_network
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from rules.model import Office
from storage import profiles

SHORTEST = 32  # characters of a secret
VAR = Path("var")  # what the program keeps beside its database: the secret, the mails
TELEGRAM = "https://api.telegram.org"
PREVIEW_COUNTER = "madoguchi@example.jp"  # where staff would read their mail
PREVIEW_SENDER = "yoyaku@example.jp"  # only the owner of the ministry's domain may send from it


class Settings(BaseSettings):
    """What the environment says."""

    model_config = SettingsConfigDict(env_prefix="YOYAKU_", env_file=".env", extra="ignore", hide_input_in_errors=True)

    database: str = "sqlite:///var/yoyaku.db"
    office: str = "yokohama"
    smtp: str = ""
    url: str = ""
    listen: str = "127.0.0.1:8000"
    proxy: str = "127.0.0.1"
    secret: str = ""
    metrics_token: str = ""
    telegram_token: str = ""
    telegram_api: str = TELEGRAM
    telegram_secret: str = ""

    @field_validator("database")
    @classmethod
    def _is_a_database(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://")):
            raise ValueError("must begin with sqlite:/// or postgresql://")
        return value

    @field_validator("office")
    @classmethod
    def _is_a_profile(cls, value: str) -> str:
        profiles.load(value)
        return value

    @field_validator("smtp")
    @classmethod
    def _is_a_mail_server(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("smtp", "smtps") or not parts.hostname):
            raise ValueError("must be smtp://user:password@host:587, or smtps://user:password@host:465")
        return value

    @field_validator("url")
    @classmethod
    def _is_fit_for_the_public(cls, value: str, info: ValidationInfo) -> str:
        parts = urlsplit(value)
        if value and (parts.scheme not in ("http", "https") or not parts.hostname):
            raise ValueError("must be an address such as https://yoyaku.example.jp")
        if value and not is_loopback(parts.hostname or ""):
            if parts.scheme != "https":
                raise ValueError("a public address must begin with https://")
            if not info.data.get("smtp"):
                raise ValueError("a public address needs YOYAKU_SMTP: without it, every mail is shown on a page")
        return value.rstrip("/")

    @field_validator("listen")
    @classmethod
    def _is_an_address(cls, value: str, info: ValidationInfo) -> str:
        host, _, port = value.rpartition(":")
        if not (host and port.isdecimal() and int(port) < 65536):
            raise ValueError("must be host:port, such as 127.0.0.1:8000")
        if ":" in host or not (is_loopback(host) or info.data.get("smtp")):
            raise ValueError("must be 127.0.0.1 or localhost: without YOYAKU_SMTP, every mail is shown on a page")
        return value

    @field_validator("proxy")
    @classmethod
    def _is_a_network(cls, value: str) -> str:
        for each in value.split(","):
            try:
                ip_network(each.strip())
            except ValueError:
                raise ValueError("must be addresses or networks, such as 127.0.0.1,10.0.0.0/8") from None
        return value

    @field_validator("secret")
    @classmethod
    def _is_long(cls, value: str) -> str:
        if value and len(value) < SHORTEST:
            raise ValueError(f"must have at least {SHORTEST} characters")
        return value

    @field_validator("telegram_token")
    @classmethod
    def _is_a_token(cls, value: str) -> str:
        if value and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]{20,}", value):
            raise ValueError("must be what BotFather said: digits, a colon, and some 35 characters")
        return value

    @field_validator("telegram_api")
    @classmethod
    def _is_where_telegram_is(cls, value: str) -> str:
        parts = urlsplit(value)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError(f"must be an address such as {TELEGRAM}")
        return value.rstrip("/")

    @field_validator("telegram_secret")
    @classmethod
    def _is_fit_for_a_header(cls, value: str) -> str:
        if value and not re.fullmatch(r"[A-Za-z0-9_-]{16,256}", value):
            raise ValueError("must be 16 to 256 letters, digits, _ and -")
        return value

    @property
    def is_public(self) -> bool:
        """Whether others than this machine reach our pages."""
        return not is_loopback(urlsplit(self.public_url).hostname or "")

    @property
    def telegram_webhook(self) -> str:
        """Where Telegram is to bring updates: a public address, or, of a server of one's own, any; else nowhere."""
        is_reached = self.is_public or self.telegram_api != TELEGRAM
        return f"{self.url}/telegram" if self.url and is_reached else ""

    @property
    def address(self) -> tuple[str, int]:
        """Host and port to listen at."""
        host, _, port = self.listen.rpartition(":")
        return host, int(port)

    @property
    def is_trial(self) -> bool:
        """Whether no mail leaves: it is shown on a page, beside a clock that can be moved."""
        return not self.smtp

    @property
    def public_url(self) -> str:
        """The address that links begin with."""
        return self.url or f"http://{self.listen}"

    def profile(self) -> Office:
        """Return the office's profile."""
        return profiles.load(self.office)

    def key(self) -> bytes:
        """Return the program's secret: from the environment, or made once and kept in `var/secret`."""
        if self.secret:
            return self.secret.encode()
        path = VAR / "secret"
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            _write_whole(path, secrets.token_urlsafe(32))
        key = path.read_bytes()
        if len(key) < SHORTEST:
            raise ValueError(f"YOYAKU_SECRET: {path} is damaged: it holds less than {SHORTEST} characters")
        return key


def _write_whole(path: Path, text: str) -> None:
    """Write `path` for its owner alone: all of it or, where the program is killed, nothing."""
    file, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(file, "w") as made:
        made.write(text)
        made.flush()
        os.fsync(file)
    with suppress(FileExistsError):
        os.link(name, path)
    Path(name).unlink()


def is_loopback(host: str) -> bool:
    """Return whether `host` is this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def complaints(wrong: ValidationError) -> list[str]:
    """Return a line for each setting that is wrong."""
    return [
        f"YOYAKU_{str(error['loc'][0]).upper()}: {error['msg'].removeprefix('Value error, ')}"
        for error in wrong.errors()
    ]
