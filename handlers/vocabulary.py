"""What is understood wherever it is said: words, and the commands that they mean."""

from collections.abc import Mapping

from handlers.answers import folded

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
        *("変更・キャンセル", "変更する", "変更", "へんこう", "予約を変更", "予約を変更する", "予約変更"),
        *("change", "change or cancel", "change my booking", "变更", "变更・取消", "变更预约", "修改预约"),
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
    "/papers": ("持ち物", "もちもの", "必要書類", "what to bring", "papers", "携带物品"),
    "/place": ("場所", "ばしょ", "住所", "アクセス", "where to come", "place", "地点"),
    "/call": ("電話", "でんわ", "電話する", "電話番号", "call", "telephone", "电话"),
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

MEANT = {folded(word): command for command, words in WORDS.items() for word in (command, *words)}


def command_in(text: str) -> str | None:
    """Return the command that `text` means wherever it is said, or None."""
    return MEANT.get(folded(text))
