"""The channels of vendors: those whose token is set. The library of each is imported when it is made, and only then."""

import logging
from collections.abc import Callable, Mapping

from bot.settings import Settings
from bot.web.site import Site, Vendor

log = logging.getLogger("yoyaku")


def vendors(settings: Settings, site: Site) -> Mapping[str, Callable[[], Vendor]]:
    """Return what makes each channel that is set, by its name."""
    made: dict[str, Callable[[], Vendor]] = {}
    if settings.telegram_token:
        made["telegram"] = lambda: _telegram(settings, site)
    if settings.line_token:
        made["line"] = lambda: _line(settings, site)
    return made


def _telegram(settings: Settings, site: Site) -> Vendor:
    from bot.channels.telegram.service import Account, Telegram  # noqa: PLC0415

    _warn(settings, "Telegram")
    account = Account(
        settings.telegram_token, settings.telegram_api, settings.telegram_webhook, settings.telegram_secret
    )
    return Telegram(site.db, site.premises, site.bell, site.files, site.metrics, account=account)


def _line(settings: Settings, site: Site) -> Vendor:
    from bot.channels.line.service import Account, Line  # noqa: PLC0415

    _warn(settings, "LINE")
    account = Account(
        settings.line_token, settings.line_secret, settings.line_api, settings.line_blobs, settings.line_webhook
    )
    return Line(site.db, site.premises, site.bell, site.files, site.metrics, account=account)


def _warn(settings: Settings, name: str) -> None:
    if settings.is_trial:
        log.warning("without YOYAKU_SMTP, agents on %s get no mail: it is shown on a page of this machine", name)
