"""Who speaks in the web chat: a signed cookie, and a token that only our own pages know."""

import secrets

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.requests import Request
from starlette.responses import Response

from handlers.signed import HMAC_SHA256, signer

COOKIE = "yoyaku"
LANGUAGE = "yoyaku_language"  # the cookie with the language that is spoken in the chat
DAYS = 30 * 24 * 3600  # seconds until a chat that nobody uses must prove its address anew


class Sessions:
    """Signs and reads cookies with the program's secret."""

    def __init__(self, secret: bytes, *, is_secure: bool) -> None:
        self._serializer = URLSafeTimedSerializer(secret, salt="web chat", signer_kwargs=HMAC_SHA256)
        self._signer = signer(secret, "csrf")
        self._is_secure = is_secure

    def chat(self, request: Request) -> str | None:
        """Return the chat that the request's cookie names, or None: none, forged, or too old."""
        try:
            chat: str = self._serializer.loads(request.cookies.get(COOKIE, ""), max_age=DAYS)
        except BadSignature:
            return None
        return chat

    def new_chat(self) -> str:
        """Return the id of a chat that nobody has."""
        return f"web:{secrets.token_urlsafe(16)}"

    def remember(self, response: Response, chat: str) -> None:
        """Let `response` carry the cookie of `chat`."""
        response.set_cookie(
            COOKIE, self._serializer.dumps(chat), max_age=DAYS, httponly=True, samesite="lax", secure=self._is_secure
        )

    def prefer(self, response: Response, language: str) -> None:
        """Let `response` carry the language that is spoken in the chat, for the pages around it."""
        response.set_cookie(LANGUAGE, language, httponly=True, samesite="lax", secure=self._is_secure)

    def forget(self, response: Response) -> None:
        """Let `response` take the cookie away."""
        response.delete_cookie(COOKIE, httponly=True, samesite="lax", secure=self._is_secure)

    def csrf(self, chat: str) -> str:
        """Return the token that a form of `chat` must carry."""
        return self._signer.get_signature(chat).decode()

    def is_ours(self, chat: str, token: str) -> bool:
        """Return whether `token` is that of `chat`."""
        return self._signer.verify_signature(chat.encode(), token.encode("utf-8", "replace"))
