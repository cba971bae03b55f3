"""What Telegram shows of the bot before anything is said: its commands, name and descriptions, in each language."""

import logging

from telegram import Bot, BotCommand
from telegram.error import TelegramError

from handlers.language import LANGUAGES, SOURCE, words
from handlers.phrases import introduction
from rules.model import Office

log = logging.getLogger("yoyaku.telegram")


async def introduce(bot: Bot, office: Office) -> None:
    """Tell Telegram what has changed of all that, and nothing else; what is refused is told at the next start."""
    for language in LANGUAGES:
        code = "" if language == SOURCE else language  # whoever speaks none of the others reads the source
        for change in (_commands, _name, _short, _long):
            try:
                await change(bot, office, language, code)
            except TelegramError as error:
                log.warning("%s was not introduced (%s): %s", change.__name__[1:], language, type(error).__name__)


async def _commands(bot: Bot, _: Office, language: str, code: str) -> None:
    wanted = [BotCommand(name, words(said, language)) for name, said in introduction.COMMANDS.items()]
    if list(await bot.get_my_commands(language_code=code or None)) != wanted:
        await bot.set_my_commands(wanted, language_code=code or None)


async def _name(bot: Bot, _: Office, language: str, code: str) -> None:
    wanted = words(introduction.NAME, language)
    if (await bot.get_my_name(language_code=code or None)).name != wanted:
        await bot.set_my_name(wanted, language_code=code or None)


async def _short(bot: Bot, _: Office, language: str, code: str) -> None:
    wanted = words(introduction.SHORT, language)
    if (await bot.get_my_short_description(language_code=code or None)).short_description != wanted:
        await bot.set_my_short_description(wanted, language_code=code or None)


async def _long(bot: Bot, office: Office, language: str, code: str) -> None:
    wanted = words(introduction.LONG(office=office.name), language)
    if (await bot.get_my_description(language_code=code or None)).description != wanted:
        await bot.set_my_description(wanted, language_code=code or None)
