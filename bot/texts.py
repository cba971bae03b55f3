"""What the text of a setting must look like: each returns it, or raises ValueError with what it must be."""

import re
from ipaddress import ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from storage import profiles

SHORTEST, DIFFERENT = 32, 8  # characters of a secret


def database(value: str) -> str:
    """Return the address of a database."""
    if not value.startswith(("sqlite:///", "postgresql://")):
        raise ValueError("must begin with sqlite:/// or postgresql://")
    return value


def office(value: str) -> str:
    """Return the name of a profile, or where it is."""
    profiles.load(value)
    return value


def mail_server(value: str) -> str:
    """Return the address of a mail server, or nothing."""
    parts = urlsplit(value)
    if value and (parts.scheme not in ("smtp", "smtps") or not parts.hostname or not _has_a_port(parts)):
        raise ValueError("must be smtp://user:password@host:587, or smtps://user:password@host:465")
    return value


def networks(value: str) -> str:
    """Return addresses and networks."""
    for each in value.split(","):
        try:
            is_everybody = ip_network(each.strip()).prefixlen == 0
        except ValueError:
            is_everybody = True
        if is_everybody:
            raise ValueError("must be addresses or networks, such as 127.0.0.1,10.0.0.0/8, and not of everybody")
    return value


def secret(value: str) -> str:
    """Return a secret, or nothing."""
    if value and (len(value) < SHORTEST or len(set(value)) < DIFFERENT):
        raise ValueError(f"must have at least {SHORTEST} characters, {DIFFERENT} of them different; make it by chance")
    return value


def address(value: str) -> str:
    """Return the address of a vendor's programming interface."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an address such as https://api.example.com")
    return value.rstrip("/")


def telegram_token(value: str) -> str:
    """Return what BotFather says, or nothing."""
    return _like(value, r"[0-9]+:[A-Za-z0-9_-]{20,}", "what BotFather said: digits, a colon, and some 35 characters")


def telegram_secret(value: str) -> str:
    """Return what Telegram can say in a header, or nothing."""
    return _like(value, r"[A-Za-z0-9_-]{16,256}", "16 to 256 letters, digits, _ and -")


def line_token(value: str) -> str:
    """Return a channel access token of LINE, or nothing."""
    return _like(value, r"[A-Za-z0-9+/=_.-]{40,}", "the channel access token of LINE's console, of some 170 characters")


def line_secret(value: str) -> str:
    """Return the secret of a channel of LINE, or nothing."""
    return _like(value, r"[0-9a-f]{32}", "the channel secret of LINE's console: 32 digits and letters from a to f")


def is_loopback(host: str) -> bool:
    """Return whether `host` is this machine alone."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _has_a_port(parts: SplitResult) -> bool:
    """Return whether the port is a number: else its complaint would quote what was taken for one, a password."""
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def _like(value: str, pattern: str, what: str) -> str:
    if value and not re.fullmatch(pattern, value):
        raise ValueError(f"must be {what}")
    return value
