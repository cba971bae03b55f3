"""Bringing the menus to LINE: made once, replaced when they change, shown by the language that is spoken."""

import asyncio
import logging
from collections.abc import Sequence
from functools import partial

import aiohttp
from linebot.v3.messaging import (
    ApiException,
    CreateRichMenuAliasRequest,
    RichMenuBulkLinkRequest,
    RichMenuRequest,
    UpdateRichMenuAliasRequest,
)

from bot.channels.line.calls import PATIENCE, Calls
from bot.channels.line.menu import OURS, Menu, menus
from storage import talks
from storage.database import Database

PAUSES = (0.5, 2.0, 5.0)  # seconds between tries to show a menu
AT_ONCE = 500  # people to whom a menu is shown in one call
log = logging.getLogger("yoyaku.line")


class Menus:
    """Knows which menu is whose. A menu whose alias leads to it has its picture."""

    def __init__(self, db: Database, calls: Calls) -> None:
        self._db, self._calls = db, calls
        self._wanted = menus()

    async def bring(self) -> None:
        """Let LINE have every menu as it is now, and nothing else of ours."""
        api = self._calls.api
        listed = (await api.get_rich_menu_list(_request_timeout=PATIENCE)).richmenus
        aliases = (await api.get_rich_menu_alias_list(_request_timeout=PATIENCE)).aliases
        made, complete = {each.name: each.rich_menu_id for each in listed}, {}
        known = {each.rich_menu_alias_id: each.rich_menu_id for each in aliases}
        for menu in self._wanted:
            place = made.get(menu.name)
            if place is not None and known.get(menu.alias) != place:  # left half made
                await api.delete_rich_menu(made.pop(menu.name), _request_timeout=PATIENCE)
                place = None
            if place is None:
                place = await self._made(menu)
                await self._shown_to_speakers(menu, place)
                await self._complete(menu, place, is_known=menu.alias in known)
            complete[menu.language] = place
        await self._by_default(complete[self._wanted[0].language])
        for each in listed:
            if each.name in made and each.name.startswith(OURS) and each.rich_menu_id not in complete.values():
                await api.delete_rich_menu(each.rich_menu_id, _request_timeout=PATIENCE)

    async def show(self, user: str, language: str) -> None:
        """Show `user` the menu of `language`; where it cannot be shown, it stays as it was."""
        menu = next(menu for menu in self._wanted if menu.language == language)
        for pause in PAUSES:
            try:
                await self._link(user, menu)
            except (ApiException, aiohttp.ClientError, TimeoutError):
                await asyncio.sleep(pause)
            else:
                return
        log.warning("somebody keeps the menu of another language")

    async def _link(self, user: str, menu: Menu) -> None:
        api = self._calls.api
        if menu is self._wanted[0]:
            await api.unlink_rich_menu_id_from_user(user, _request_timeout=PATIENCE)
        else:
            place = (await api.get_rich_menu_alias(menu.alias, _request_timeout=PATIENCE)).rich_menu_id
            await api.link_rich_menu_id_to_user(user, place, _request_timeout=PATIENCE)

    async def _made(self, menu: Menu) -> str:
        """Make `menu`, and return what LINE calls it."""
        api, asked = self._calls.api, RichMenuRequest.from_dict(menu.request())
        place: str = (await api.create_rich_menu(asked, _request_timeout=PATIENCE)).rich_menu_id
        picture = bytearray(await asyncio.to_thread(menu.picture))
        header = {"Content-Type": "image/png"}
        await self._calls.blobs.set_rich_menu_image(place, picture, _headers=header, _request_timeout=PATIENCE)
        log.info("the menu was made: %s", menu.name)
        return place

    async def _complete(self, menu: Menu, place: str, *, is_known: bool) -> None:
        """Let its alias lead to `menu`, the last of what is done with it."""
        api = self._calls.api
        if is_known:
            changed = UpdateRichMenuAliasRequest(richMenuId=place)
            await api.update_rich_menu_alias(menu.alias, changed, _request_timeout=PATIENCE)
        else:
            alias = CreateRichMenuAliasRequest(richMenuAliasId=menu.alias, richMenuId=place)
            await api.create_rich_menu_alias(alias, _request_timeout=PATIENCE)

    async def _shown_to_speakers(self, menu: Menu, place: str) -> None:
        """Show a menu that is new to everybody who speaks its language."""
        if menu is self._wanted[0]:
            return
        chats = await self._db.read(partial(talks.speaking, channel="line", language=menu.language))
        users = [chat.partition(":")[2] for chat in chats]
        for some in _in_some(users):
            asked = RichMenuBulkLinkRequest(richMenuId=place, userIds=list(some))
            await self._calls.api.link_rich_menu_id_to_users(asked, _request_timeout=PATIENCE)

    async def _by_default(self, place: str) -> None:
        api = self._calls.api
        try:
            is_set = (await api.get_default_rich_menu_id(_request_timeout=PATIENCE)).rich_menu_id == place
        except ApiException as error:
            if error.status != 404:  # there is none
                raise
            is_set = False
        if not is_set:
            await api.set_default_rich_menu(place, _request_timeout=PATIENCE)


def _in_some(users: Sequence[str]) -> Sequence[Sequence[str]]:
    return [users[n : n + AT_ONCE] for n in range(0, len(users), AT_ONCE)]
