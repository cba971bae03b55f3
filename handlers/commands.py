"""What can be said at any step: the words, and where they lead."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from handlers.answers import folded
from handlers.beginning import beginning
from handlers.details import registered
from handlers.phrases import lines, welcome
from handlers.rooms import ENTERED_IN, OF_A_BOOKING, ROOMS, is_entering, is_on_the_way, left_off
from handlers.steps import booking, bookings, code, language
from handlers.turn import Again, Goto, Next, Turn
from storage import holds

WORDS: Mapping[str, tuple[str, ...]] = {
    "/book": ("予約する", "よやくする", "予約", "よやく", "book", "start", "book a collection", "开始预约", "预约"),
    "/bookings": (
        "予約を確認",
        "予約確認",
        "よやくをかくにん",
        "予約を見る",
        "bookings",
        "see my bookings",
        "查看预约",
    ),
    "/change": (
        *("変更する", "変更", "へんこう", "予約を変更", "予約を変更する", "予約変更"),
        *("change", "change my booking", "变更", "变更预约", "修改预约"),
    ),
    "/correct": (
        *(
            "申請番号を訂正",
            "申請番号を訂正する",
            "番号を訂正",
            "番号を訂正する",
            "件数を減らす",
            "件数変更",
            "一部取消",
            "一部取り消し",
        ),
        *("correct numbers", "drop some cases", "更正申请编号", "更正编号", "减少件数"),
    ),
    "/move": (
        *("日時を変更", "日時を変更する", "日時変更", "日にちを変更", "日付を変更", "時間を変更"),
        *("change date or time", "move", "reschedule", "变更日期时间", "改期"),
    ),
    "/continue": ("入力を続ける", "続ける", "つづける", "continue", "go on", "继续输入"),
    "/back": ("戻る", "もどる", "前へ", "back", "返回"),
    "/restart": (
        *("最初から", "さいしょから", "はじめから", "初めから"),
        *("restart", "start over", "from the start", "从头开始"),
    ),
    "/stop": ("入力をやめる", "にゅうりょくをやめる", "stop", "stop entering", "quit", "停止输入"),
    "/menu": ("メニュー", "menu", "菜单"),
    "/help": ("ヘルプ", "使い方", "つかいかた", "困った", "help", "帮助"),
    "/notice": ("留意事項", "留意事項を読む", "りゅういじこう", "notice", "read the notice", "阅读注意事项"),
    "/settings": ("設定", "せってい", "設定を変える", "settings", "设置", "设定"),
    "/language": ("言語", "ことば", "language", "语言", "言語 / Language", "Language / 言語", "语言 / Language"),
    "/language ja": ("日本語", "にほんご", "japanese", "日语"),
    "/language en": ("英語", "english", "英语", "英文"),
    "/language zh": ("中国語", "chinese", "中文", "简体中文"),
    "/certificate": ("更新した証明書を登録する", "enter a renewed one", "登记更新后的证明书"),
    "/which": (
        "キャンセル",
        "キャンセルする",
        "予約をキャンセル",
        "予約をキャンセルする",
        "やめる",
        "中止",
        "cancel",
        "取消",
    ),
}
"""Understood however it is written: full-width, in kana, in capitals."""

RENEWABLE = frozenset({"again", "day", "slot", "numbers", "doubts", "review", "move", "move_hour", "move_review"})
"""Steps at which a renewed certificate can be entered, to go on there."""

MEANT = {folded(word): command for command, words in WORDS.items() for word in (command, *words)}


def command_in(text: str) -> str | None:
    """Return the command that `text` means wherever it is said, or None."""
    return MEANT.get(folded(text))


def obeyed(turn: Turn, step: str) -> Next | None:
    """Return where the command in `turn.said` leads from `step`, or None where it is none."""
    verb, _, rest = turn.said.partition(" ")
    command = COMMANDS.get(verb)
    return command(replace(turn, said=rest), step) if command else None


def _book(turn: Turn, step: str) -> Next:
    if is_on_the_way(step):
        return Again(lines.UNFINISHED)
    begun = left_off(turn.path, is_on_the_way)
    return Goto(begun, turn.draft, lines.UNFINISHED) if begun else beginning(turn)


def _continue(turn: Turn, step: str) -> Next:
    left = left_off(turn.path)
    return Goto(left, turn.draft) if left else Again(lines.NOT_UNDERSTOOD)


def _back(turn: Turn, step: str) -> Next:
    if step == "menu" and left_off(turn.path):
        return _continue(turn, step)
    target = turn.path[-1] if turn.path else "menu"
    is_over = target == turn.draft.returns_to  # the correction was not made
    return Goto(target, turn.draft.returned() if is_over else turn.draft, is_back=bool(turn.path))


def _restart(turn: Turn, step: str) -> Next:
    left = _room_left(turn, step)
    if left is not None:
        return left
    holds.release(turn.tx, turn.chat)
    return beginning(turn)


def _stop(turn: Turn, step: str) -> Next:
    left = _room_left(turn, step)
    if left is not None:
        return left
    holds.release(turn.tx, turn.chat)
    return Goto("menu", turn.draft.afresh(), welcome.STOPPED, is_fresh=True)


def _room_left(turn: Turn, step: str) -> Next | None:
    """Stop what is being entered in a room, or for one; what is being booked besides goes on. None: it is that."""
    entered = step if is_entering(step) else left_off(turn.path)
    if entered in OF_A_BOOKING:
        return booking.kept(turn)
    if entered in ENTERED_IN:
        return Goto("settings", turn.draft)
    room = turn.draft.returns_to
    return Goto(room, turn.draft.returned()) if entered and room in ROOMS else None


def _certificate(turn: Turn, step: str) -> Next:
    if step not in RENEWABLE:
        return Again(lines.NOT_UNDERSTOOD)
    return Goto("certificate_number", registered(turn.who, turn.draft).returning_to(step))


def _verify(turn: Turn, step: str) -> Next:
    return code.proven_by_link(turn)


def _language(turn: Turn, step: str) -> Next:
    chosen = language.chosen_in(turn)
    return Again(language=chosen) if chosen else Goto("language", turn.draft)


def _bookings(turn: Turn, step: str) -> Next:
    return Goto("bookings", replace(turn.draft, first_row=0))


def _room(name: str) -> Callable[[Turn, str], Next]:
    return lambda turn, step: Goto(name, turn.draft)


def _about(way: str) -> Callable[[Turn, str], Next]:
    return lambda turn, step: bookings.meant(turn, way)


COMMANDS: Mapping[str, Callable[[Turn, str], Next]] = {
    "/book": _book,
    "/back": _back,
    "/continue": _continue,
    "/restart": _restart,
    "/stop": _stop,
    "/certificate": _certificate,
    "/verify": _verify,
    "/menu": _room("menu"),
    "/help": _room("help"),
    "/language": _language,
    "/notice": _room("reading"),
    "/bookings": _bookings,
    "/which": _room("which"),
    "/settings": _room("settings"),
    "/change": _about(""),
    "/correct": _about("correct"),
    "/move": _about("move"),
}
