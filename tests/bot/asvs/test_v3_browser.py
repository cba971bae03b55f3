"""What a browser is told: headers of every answer, cookies, forms that are not ours."""

import re
from collections.abc import Iterator

import httpx
import pytest
from starlette.routing import Mount, Route

from bot.web import app
from tests.bot.asvs.conftest import HOST
from tests.bot.browsing import Visitor
from tests.bot.program import Program

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def routes(method: str) -> Iterator[str]:
    """Yield every address that the program answers to `method`, with something in the place of what varies."""
    for route in app.ROUTES:
        if isinstance(route, Route) and method in (route.methods or ()):
            yield re.sub(r"\{\w+\}", "nonsense", route.path)
        elif isinstance(route, Mount) and method == "GET":
            yield f"{route.path}/style.css"


@pytest.fixture
def outside(public: Program) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=public.url, headers={"Host": HOST}) as client:
        yield client


@pytest.mark.parametrize("path", [path for path in routes("GET") if not path.endswith("stream")])
def test_v3_4_every_answer_keeps_to_itself(outside: httpx.Client, path: str) -> None:
    """3.4.1 HSTS, 3.4.3 CSP, 3.4.4 nosniff, 3.4.5 referrer, 3.4.6 frames, 14.3.2 no-store, 4.1.1 charset."""
    answer = outside.get(path)
    headers = answer.headers
    assert headers["strict-transport-security"] == "max-age=31536000"
    assert headers["content-security-policy"] == CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-robots-tag"] == "noindex"
    assert headers["cache-control"] == "no-store"
    assert "charset=utf-8" in headers.get("content-type", "charset=utf-8")


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/nothing", {}, 404),
        ("GET", "/chat", {"Host": "evil.example"}, 400),
        ("POST", "/chat", {}, 403),
        ("TRACE", "/chat", {}, 405),
        ("POST", "/telegram", {}, 404),
        ("GET", "/verify/nonsense", {}, 410),
    ],
)
def test_v3_4_what_is_refused_does_too(
    outside: httpx.Client, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = outside.request(method, path, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-security-policy"] == CSP
    assert answer.headers["cache-control"] == "no-store"


def test_v3_3_every_cookie_is_for_https_and_no_script(outside: httpx.Client) -> None:
    """3.3.1 Secure, 3.3.2 SameSite, 3.3.4 HttpOnly."""
    cookies = [
        cookie for path in ("/chat", "/counter/sign-in") for cookie in outside.get(path).headers.get_list("set-cookie")
    ]
    assert {cookie.partition("=")[0] for cookie in cookies} == {"yoyaku", "yoyaku_language", "yoyaku_counter"}
    for cookie in cookies:
        assert {"Secure", "HttpOnly", "SameSite=lax"} <= set(cookie.split("; "))


@pytest.mark.parametrize("path", [path for path in routes("POST") if path not in ("/telegram", "/line")])
def test_v3_5_1_a_form_that_is_not_ours_does_nothing(outside: httpx.Client, path: str) -> None:
    outside.get("/chat")
    other = httpx.get(f"{outside.base_url}/chat", headers={"Host": HOST}).text
    theirs = re.search(r'name="csrf" value="([^"]+)"', other)
    assert theirs
    for csrf in ("", "forged", theirs[1]):
        answer = outside.post(path, data={"csrf": csrf, "text": "予約する", "act": "undo"})
        assert answer.status_code in (400, 403, 410) or answer.headers.get("location") == "/counter/sign-in"


@pytest.mark.parametrize("path", ["/", "/chat", "/mailbox", "/counter", "/preview/stream"])
@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", ""])
def test_v4_1_a_preview_answers_to_its_own_name_alone(shared: Program, path: str, host: str) -> None:
    """Whoever lets a name of theirs lead to this machine reads nothing here."""
    assert httpx.get(f"{shared.url}{path}", headers={"Host": host}).status_code == 400


@pytest.mark.parametrize("path", ["/chat", "/counter/sign-in", "/counter/act", "/verify/nonsense"])
def test_v5_2_1_a_body_is_refused_as_soon_as_it_is_too_large(visitor: Visitor, path: str) -> None:
    fields = "&".join(f"f{n}={'x' * 60_000}" for n in range(200))
    answer = visitor.client.post(path, content=fields, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code in (400, 403, 413)
    assert visitor.client.get("/health").status_code == 200


def test_v7_4_1_a_session_that_was_ended_is_worth_nothing(visitor: Visitor, shared: Program) -> None:
    visitor.says("予約する")
    page = visitor.page()
    thief = Visitor(shared.url)
    thief.client.cookies.update(dict(visitor.client.cookies))
    visitor.client.post("/chat/leave", data={"csrf": page.csrf})
    assert len(thief.page().bubbles) == 1
    assert thief.page().last.startswith("交付予約")
