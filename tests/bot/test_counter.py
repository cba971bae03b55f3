"""The counter through HTTP: who may look, how one signs in, and what a form does."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from storage import journal
from storage.opening import look
from tests.bot.program import Program
from tests.conftest import HandClock

PASSPHRASE = "四つの 単語を 並べた もの"


class Clerk:
    """A browser without scripts, before the counter."""

    def __init__(self, program: Program) -> None:
        self.http = httpx.Client(base_url=program.url, follow_redirects=True)
        OPEN.append(self.http)
        self.page = ""

    def opens(self, path: str) -> httpx.Response:
        return self._seen(self.http.get(path))

    def sends(self, path: str, **fields: str) -> httpx.Response:
        token = re.search(r'name="csrf" value="([^"]+)"', self.page)
        return self._seen(self.http.post(path, data={"csrf": token[1] if token else "", **fields}))

    def joins(self, link: str) -> None:
        path = "/" + link.split("/", 3)[3]
        assert self.opens(path).status_code == 200
        self.sends(path, passphrase=PASSPHRASE)

    def _seen(self, answer: httpx.Response) -> httpx.Response:
        self.page = answer.text
        return answer


OPEN: list[httpx.Client] = []


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    yield Program(tmp_path)
    while OPEN:
        OPEN.pop().close()


def test_from_the_command_line_to_the_counter_and_out_again(program: Program) -> None:
    with program:
        added = program.run("staff", "add", "田中", "--manager")
        link = added.stdout.splitlines()[0]
        assert link.startswith(f"{program.url}/counter/join/")
        assert program.run("staff", "add", "田中").stderr == "There is somebody of that name already.\n"
        assert program.run("staff", "list").stdout == "田中 (manager, has not set a passphrase yet)\n"
        clerk, late = Clerk(program), Clerk(program)
        assert clerk.opens("/counter").url.path == "/counter/sign-in"
        path = "/" + link.split("/", 3)[3]
        late.opens(path)  # looking changes nothing
        clerk.opens(path)
        assert clerk.sends(path, passphrase="short").status_code == 400
        assert clerk.sends(path, passphrase=PASSPHRASE).url.path == "/counter"
        assert "本日の予約はありません" in clerk.page or "Nobody has booked" in clerk.page
        assert late.sends(path, passphrase="another passphrase").status_code == 410
        assert clerk.sends("/counter/sign-out").url.path == "/counter/sign-in"
        assert clerk.opens("/counter").url.path == "/counter/sign-in"
        clerk.sends("/counter/sign-in", name="田中", passphrase="ｗｒｏｎｇ")
        wrong = clerk.page
        clerk.sends("/counter/sign-in", name="nobody", passphrase=PASSPHRASE)
        assert re.sub('value="[^"]*"', "", clerk.page) == re.sub('value="[^"]*"', "", wrong)
        assert clerk.sends("/counter/sign-in", name="田中", passphrase=PASSPHRASE).url.path == "/counter"
        assert program.run("staff", "remove", "田中").stdout.startswith("田中 was removed")
        assert clerk.opens("/counter").url.path == "/counter/sign-in"
        assert program.run("staff", "reset", "田中").stderr == "There is nobody of that name.\n"
        assert (program.folder / "var" / "control").stat().st_mode & 0o777 == 0o600
    assert program.run("staff", "add", "鈴木").returncode == 0  # without a running program


def test_nobody_guesses_for_long(program: Program) -> None:
    with program:
        clerk = Clerk(program)
        clerk.joins(program.hires("田中"))
        other = Clerk(program)
        other.opens("/counter/sign-in")
        for _ in range(5):
            assert other.sends("/counter/sign-in", name="田中", passphrase="guess").status_code == 403
        assert other.sends("/counter/sign-in", name="田中", passphrase=PASSPHRASE).status_code == 403
        assert clerk.opens("/counter").url.path == "/counter"  # who is signed in stays so
        manager = Clerk(program)
        manager.joins(program.hires("部長", "manager"))
        assert manager.opens("/counter/journal").text.count("パスフレーズが違います") == 5


def test_a_form_of_others_does_nothing(program: Program) -> None:
    with program:
        clerk = Clerk(program)
        clerk.joins(program.hires("田中"))
        for path in ("/counter/act", "/counter/sign-out", "/counter/sign-in"):
            assert clerk.http.post(path, data={"csrf": "forged", "act": "undo"}).status_code == 403
        stranger = Clerk(program)
        for path in ("/counter", "/counter/sheet", "/counter/sheet.csv", "/counter/waiting"):
            assert stranger.opens(path).url.path == "/counter/sign-in"
            assert clerk.opens(path).url.path == path
        assert clerk.opens("/counter/sheet.csv?day=2026-12-01").headers["content-type"].startswith("text/csv")
        clerk.opens("/counter")
        assert stranger.http.post("/counter/act", data={"act": "undo"}).url.path == "/counter/sign-in"
        assert stranger.http.get("/counter/stream").status_code == 403
        before = clerk.http.cookies["yoyaku_counter"]
        clerk.opens("/counter/sign-in")
        clerk.sends("/counter/sign-in", name="田中", passphrase=PASSPHRASE)
        assert clerk.http.cookies["yoyaku_counter"] != before  # and the one before is nobody's
        stranger.http.cookies.set("yoyaku_counter", before)
        assert stranger.opens("/counter").url.path == "/counter/sign-in"
        assert clerk.opens("/counter").url.path == "/counter"


async def test_what_is_refused_is_in_the_journal(program: Program) -> None:
    with program:
        clerk = Clerk(program)
        clerk.joins(program.hires("田中"))
        clerk.opens("/counter")
        clerk.sends("/counter/act", act="format-the-disk", once="x")
        assert clerk.http.get("/counter", params={"q": "K7QX2M9A"}).status_code == 200
    found = await look(program.database, lambda tx: journal.latest(tx, most=9), clock=HandClock())
    assert {(entry.act, entry.result) for entry in found} == {
        ("staff-add", "done"),
        ("set-passphrase", "done"),
        ("sign-in", "done"),
        ("unknown", "not-allowed"),
    }


PAGES = {
    "": "clerk",
    "/sheet": "clerk",
    "/sheet.csv": "clerk",
    "/waiting": "clerk",
    "/book": "clerk",
    "/places": "manager",
    "/conduct": "manager",
    "/figures": "manager",
    "/figures.csv?of=visits": "manager",
    "/staff": "manager",
    "/restored": "manager",
    "/journal": "manager",
}


def test_who_may_see_which_page(program: Program) -> None:
    with program:
        clerk, manager, stranger = Clerk(program), Clerk(program), Clerk(program)
        clerk.joins(program.hires("田中"))
        manager.joins(program.hires("部長", "manager"))
        for path, needs in PAGES.items():
            assert stranger.opens(f"/counter{path}").url.path == "/counter/sign-in"
            assert manager.opens(f"/counter{path}").status_code == 200
            assert clerk.opens(f"/counter{path}").status_code == (200 if needs == "clerk" else 403)
        assert manager.opens("/counter/figures.csv?of=secrets").status_code == 404
        assert "5" in manager.opens("/counter/figures.csv?of=use&days=90").text


def test_a_manager_hires_on_a_page_and_whoever_may_not_is_written_down(program: Program) -> None:
    with program:
        clerk, manager = Clerk(program), Clerk(program)
        clerk.joins(program.hires("田中"))
        manager.joins(program.hires("部長", "manager"))
        manager.opens("/counter/staff")
        token = re.search(r'name="token" value="([^"]+)"', manager.page)
        assert token is not None
        form = {"act": "staff-add", "name": "鈴木", "role": "clerk", "token": token[1], "once": "x"}
        manager.sends("/counter/staff", **form)
        link = re.search(r"<code[^>]*>(http[^<]+)</code>", manager.page)
        assert link is not None
        assert "鈴木" in manager.page
        Clerk(program).joins(link[1])
        clerk.opens("/counter")
        assert clerk.sends("/counter/staff", **{**form, "name": "偽物"}).status_code == 403
        for name in ("close", "places", "reopen", "suspend", "appeal"):
            clerk.opens("/counter")
            assert "この操作は管理者のみ行えます" in clerk.sends("/counter/act", act=name, once=name).text
        journal = manager.opens("/counter/journal").text
        assert journal.count("この操作は管理者のみ行えます") == 6
        assert journal.count("コマンドライン") == 2


def test_what_was_filled_in_for_a_caller_is_not_lost(program: Program) -> None:
    with program:
        clerk = Clerk(program)
        clerk.joins(program.hires("田中"))
        assert "該当する取次者はいません" in clerk.opens("/counter/book?who=誰か").text
        said = {"agent": "nobody", "asked": "yes", "numbers": "東永P1234", "reason": "急ぎ", "once": "x"}
        clerk.opens("/counter")
        answer = clerk.sends("/counter/book", **said)
        assert answer.status_code == 409
        assert "該当する取次者は登録されていません" in answer.text
