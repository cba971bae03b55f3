"""Rich menus, as LINE keeps them: without a picture none can be shown to anybody."""

import io
from typing import Any

from PIL import Image

from tests.bot.line.strict import Json, Wrong, check_menu


class Menus:
    """Made menus, their pictures and aliases, and who sees which."""

    def __init__(self) -> None:
        self.made: dict[str, Json] = {}
        self.pictures: dict[str, bytes] = {}
        self.aliases: dict[str, str] = {}
        self.of: dict[str, str] = {}  # by the user
        self.default = ""
        self.routes = {
            "GET richmenu/list": self._list,
            "GET richmenu/alias/list": self._aliases,
            "GET richmenu/alias/([^/]+)": self._alias,
            "POST richmenu": self._make,
            "POST richmenu/([^/]+)/content": self._picture,
            "POST richmenu/alias": self._new_alias,
            "POST richmenu/alias/([^/]+)": self._set_alias,
            "POST richmenu/bulk/link": self._link,
            "DELETE richmenu/([^/]+)": lambda name, body: self.made.pop(name) and {},
            "GET user/all/richmenu": self._default,
            "POST user/all/richmenu/([^/]+)": self._by_default,
            "POST user/([^/]+)/richmenu/([^/]+)": self._show,
            "DELETE user/([^/]+)/richmenu": lambda user, body: {"": self.of.pop(user, "")},
        }

    def _list(self, body: Any) -> Json:
        return {"richmenus": [{"richMenuId": name, **made} for name, made in self.made.items()]}

    def _aliases(self, body: Any) -> Json:
        return {"aliases": [{"richMenuAliasId": a, "richMenuId": m} for a, m in self.aliases.items()]}

    def _alias(self, alias: str, body: Any) -> Json:
        if alias not in self.aliases:
            raise Wrong("Not found", 404)
        return {"richMenuAliasId": alias, "richMenuId": self.aliases[alias]}

    def _make(self, body: Any) -> Json:
        check_menu(body)
        name = f"richmenu-{len(self.made)}-{len(self.pictures)}"
        self.made[name] = body
        return {"richMenuId": name}

    def _picture(self, name: str, body: Any) -> Json:
        picture, size = Image.open(io.BytesIO(body)), self.made[name]["size"]
        if len(body) > 1_000_000 or picture.size != (size["width"], size["height"]) or name in self.pictures:
            raise Wrong("the picture does not fit, or is there")
        self.pictures[name] = body
        return {}

    def _new_alias(self, body: Any) -> Json:
        if body["richMenuAliasId"] in self.aliases:
            raise Wrong("conflict richmenu alias id")
        return self._set_alias(body["richMenuAliasId"], body)

    def _set_alias(self, alias: str, body: Any) -> Json:
        self.aliases[alias] = self._complete(body["richMenuId"])
        return {}

    def _link(self, body: Any) -> Json:
        self.of |= dict.fromkeys(body["userIds"], self._complete(body["richMenuId"]))
        return {}

    def _default(self, body: Any) -> Json:
        if not self.default:
            raise Wrong("no default richmenu", 404)
        return {"richMenuId": self.default}

    def _by_default(self, name: str, body: Any) -> Json:
        self.default = self._complete(name)
        return {}

    def _show(self, user: str, name: str, body: Any) -> Json:
        self.of[user] = self._complete(name)
        return {}

    def _complete(self, name: str) -> str:
        if name not in self.pictures:
            raise Wrong("must upload richmenu image before applying it to user")
        return name
