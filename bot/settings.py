"""Settings, from the environment or `.env`: everything that is wrong is said at once."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot import texts
from bot.texts import SHORTEST, is_loopback
from rules.model import Office
from storage import profiles

VAR = Path("var")  # what the program keeps beside its database: the secret, the mails
TELEGRAM = "https://api.telegram.org"
LINE = "https://api.line.me"
LINE_BLOBS = "https://api-data.line.me"  # takes the pictures of LINE's menus
PREVIEW_COUNTER = "madoguchi@example.jp"  # where staff would read their mail
PREVIEW_SENDER = "yoyaku@example.jp"  # only the owner of the ministry's domain may send from it


class Settings(BaseSettings):
    """What the environment says."""

    model_config = SettingsConfigDict(env_prefix="YOYAKU_", env_file=".env", extra="ignore", hide_input_in_errors=True)

    database: Annotated[str, AfterValidator(texts.database)] = "sqlite:///var/yoyaku.db"
    office: Annotated[str, AfterValidator(texts.office)] = "yokohama"
    smtp: Annotated[str, AfterValidator(texts.mail_server)] = ""
    url: str = ""
    listen: str = "127.0.0.1:8000"
    proxy: Annotated[str, AfterValidator(texts.networks)] = "127.0.0.1"
    secret: Annotated[str, AfterValidator(texts.secret)] = ""
    metrics_token: str = ""
    telegram_token: Annotated[str, AfterValidator(texts.telegram_token)] = ""
    telegram_api: Annotated[str, AfterValidator(texts.address)] = TELEGRAM
    telegram_secret: Annotated[str, AfterValidator(texts.telegram_secret)] = ""
    line_token: Annotated[str, AfterValidator(texts.line_token)] = ""
    line_secret: Annotated[str, AfterValidator(texts.line_secret)] = ""
    line_api: Annotated[str, AfterValidator(texts.address)] = LINE

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

    @model_validator(mode="after")
    def _line_is_whole(self) -> Self:
        if bool(self.line_token) != bool(self.line_secret):
            raise ValueError("YOYAKU_LINE_TOKEN, YOYAKU_LINE_SECRET: both are needed")
        if self.line_token and not (self.is_public or self.line_api != LINE):
            raise ValueError("YOYAKU_LINE_TOKEN: LINE brings messages to a public address only; set YOYAKU_URL")
        return self

    @model_validator(mode="after")
    def _others_reach_it_by_https(self) -> Self:
        reached = urlsplit(self.url).hostname or ""
        if not is_loopback(self.address[0]) and (not reached or is_loopback(reached)):
            raise ValueError("YOYAKU_URL: where others reach the program, it must be set, and begin with https://")
        return self

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
    def line_webhook(self) -> str:
        """Where LINE is to bring events."""
        return f"{self.public_url}/line"

    @property
    def line_blobs(self) -> str:
        """Where pictures are brought to LINE: a server of its own, but for one that stands in for it."""
        return LINE_BLOBS if self.line_api == LINE else self.line_api

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


def complaints(wrong: ValidationError) -> list[str]:
    """Return a line for each setting that is wrong."""
    said = ((error["loc"], error["msg"].removeprefix("Value error, ")) for error in wrong.errors())
    return [f"YOYAKU_{str(place[0]).upper()}: {what}" if place else what for place, what in said]
