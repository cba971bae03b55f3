"""What is measured, each a process of its own with a webhook: our program, and two bots that only echo.

`python -m tests.bench.echoes ours|python-telegram-bot|aiogram PORT API`. An echo answers the tap and edits the message,
over the same web server, and python-telegram-bot over the same HTTP layer.
"""

import asyncio
import logging
import sys

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

TOKEN = "123456:" + "A" * 35
NAME = "echo_bot"


def ours() -> None:
    """Run the program, at no rate: Telegram's is not what is measured."""
    from bot import serving  # noqa: PLC0415
    from bot.channels.telegram import calls, service  # noqa: PLC0415
    from bot.settings import Settings  # noqa: PLC0415

    service.RATE, calls.A_CHAT = 1e6, 1e6
    asyncio.run(serving.run(Settings()))


def ptb(port: int, api: str) -> None:
    """Echo as python-telegram-bot does it."""
    from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update  # noqa: PLC0415
    from telegram.ext import Application, CallbackQueryHandler, MessageHandler, filters  # noqa: PLC0415

    import bot.channels.telegram  # noqa: F401, PLC0415
    from bot.channels.telegram.http import Http  # noqa: PLC0415

    buttons = InlineKeyboardMarkup([[InlineKeyboardButton("again", callback_data="again")]])
    app = Application.builder().token(TOKEN).base_url(f"{api}/bot").request(Http()).updater(None).build()

    async def tapped(update: Update, _: object) -> None:
        query = update.callback_query
        assert query is not None
        await query.answer()
        await query.edit_message_text(f"{query.data} {update.update_id}", parse_mode="HTML", reply_markup=buttons)

    async def written(update: Update, _: object) -> None:
        assert update.effective_message is not None
        await update.effective_message.reply_text("again", parse_mode="HTML", reply_markup=buttons)

    app.add_handler(CallbackQueryHandler(tapped))
    app.add_handler(MessageHandler(filters.TEXT, written))

    async def hear(request: Request) -> Response:
        if not app._initialized:
            await app.initialize()
        await app.process_update(Update.de_json(await request.json(), app.bot))
        return Response()

    _serve(hear, port)


def aiogram(port: int, api: str) -> None:
    """Echo as aiogram does it."""
    from aiogram import Bot, Dispatcher  # noqa: PLC0415
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.types import (  # noqa: PLC0415
        CallbackQuery,
        InlineKeyboardButton,
        InlineKeyboardMarkup,
        Message,
        Update,
    )

    buttons = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="again", callback_data="again")]])
    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(api)))
    dispatcher = Dispatcher()

    @dispatcher.callback_query()
    async def tapped(query: CallbackQuery) -> None:
        await query.answer()
        assert isinstance(query.message, Message)
        await query.message.edit_text(f"{query.data} {query.id}", parse_mode="HTML", reply_markup=buttons)

    @dispatcher.message()
    async def written(message: Message) -> None:
        await message.answer("again", parse_mode="HTML", reply_markup=buttons)

    async def hear(request: Request) -> Response:
        await dispatcher.feed_update(bot, Update.model_validate(await request.json(), context={"bot": bot}))
        return Response()

    _serve(hear, port)


def _serve(hear: object, port: int) -> None:
    logging.basicConfig(level=logging.ERROR)
    app = Starlette(
        routes=[
            Route("/telegram", hear, methods=["POST"]),  # type: ignore[arg-type]
            Route("/health", lambda _: Response()),
        ]
    )
    uvicorn.run(app, host="127.0.0.1", port=port, log_config=None, access_log=False)


if __name__ == "__main__":
    kind, port, api = sys.argv[1:]
    if kind == "ours":
        ours()
    else:
        {"python-telegram-bot": ptb, "aiogram": aiogram}[kind](int(port), api)
