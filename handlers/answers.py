"""What can be understood in an answer: a word, a line, a date, an hour; full-width, in kana, as people write."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from unicodedata import category, normalize

KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}  # to hiragana
TRIMMED = " \u3000\t\r\n。．.、,！!？?「」『』\"'“”/"
KANJI = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
ERAS = {"令和": 2018, "r": 2018, "平成": 1988, "h": 1988}
RELATIVE = {
    "今日": 0,
    "きょう": 0,
    "today": 0,
    "今天": 0,
    "明日": 1,
    "あした": 1,
    "tomorrow": 1,
    "明天": 1,
    "明後日": 2,
    "あさって": 2,
    "后天": 2,
}
INVISIBLE = ("Cc", "Cf", "Co", "Cs")

YEAR = r"(?P<era>令和|平成|r|h)?(?P<year>\d{1,4}|元)"
DATE = re.compile(
    rf"(?:{YEAR}(?:年|[-/.]))?(?P<month>\d{{1,2}})(?:月|[-/.])(?P<day>\d{{1,2}})[日号]?(?:\(?(?:[月火水木金土日](?:曜日?)?|(?:周|星期)[1-6日])\)?)?"
)
DAY_ALONE = re.compile(r"(?P<day>\d{1,2})[日号]")
COMPACT = re.compile(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?P<era>)")
HOUR = re.compile(
    r"(?P<half>午前|午後|上午|下午|am|pm)?(?P<hour>\d{1,2})(?:時|时|点|:00|:)?(?:(?:から|[~-]).*)?(?P<after>am|pm)?"
)


def folded(text: str) -> str:
    """Return `text` as words are compared: NFKC, no case, hiragana, no blanks or marks around it."""
    plain = normalize("NFKC", "".join(c for c in text if category(c) not in INVISIBLE))
    return re.sub(r"\s+", "", plain.strip(TRIMMED)).casefold().translate(KATAKANA)


def line(text: str, *, most: int) -> str | None:
    """Return `text` as one line of visible characters, or None: no letter or digit, or more than `most`."""
    visible = "".join(" " if c.isspace() else c for c in text if c.isspace() or category(c) not in INVISIBLE)
    plain = " ".join(visible.split())
    return plain if len(plain) <= most and any(c.isalnum() for c in plain) else None


def digits(text: str) -> str:
    """Return the ASCII digits of `text`, whatever stands between them."""
    return "".join(c for c in normalize("NFKC", text) if c in "0123456789")


def pick(said: str, values: Sequence[str]) -> str | None:
    """Return which of `values` was said: itself, or its number in the list."""
    if said in values:
        return said
    number = normalize("NFKC", said).strip(TRIMMED + "番")
    if number.isascii() and number.isdigit() and 0 < int(number[:4]) <= len(values):
        return values[int(number[:4]) - 1]
    return None


def index(text: str) -> int | None:
    """Return the place in a list that `text` names in ASCII digits, or None."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 4 else None


def date_in(text: str, *, today: date) -> date | None:
    """Return the date that `text` says, ISO or Japanese; without a year, the next such day from `today`; or None."""
    plain = _figures(folded(text))
    if plain in RELATIVE:
        return today + timedelta(days=RELATIVE[plain])
    if (day_alone := DAY_ALONE.fullmatch(plain)) is not None:
        return _next_day(int(day_alone["day"]), today)
    match = COMPACT.fullmatch(plain) or DATE.fullmatch(plain)
    if match is None:
        return None
    years = [today.year, today.year + 1] if not match["year"] else [_year(match["era"], match["year"])]
    dates = [found for year in years if (found := _date(year, int(match["month"]), int(match["day"])))]
    return next((found for found in dates if match["year"] or found >= today), None)


def hour_in(text: str) -> int | None:
    """Return the hour that `text` says, such as `10時`, `午後1時` or `13:00〜14:00`, or None."""
    match = HOUR.fullmatch(_figures(folded(text)).replace("〜", "~").replace("–", "-"))
    if match is None:
        return None
    hour, half = int(match["hour"]), match["half"] or match["after"]
    if not half or hour > 12:
        return hour
    return hour % 12 + (12 if half in ("午後", "下午", "pm") else 0)


def _next_day(day: int, today: date) -> date | None:
    """Return the next `day` of a month from `today` on: this month's or the next one's."""
    months = [(today.year, today.month), (today.year + today.month // 12, today.month % 12 + 1)]
    return next((found for year, month in months if (found := _date(year, month, day)) and found >= today), None)


def _figures(text: str) -> str:
    """Return `text` with kanji numerals below a hundred as digits."""
    return re.sub("[〇零一二三四五六七八九十]{1,4}", _figure, text)


def _figure(match: re.Match[str]) -> str:
    tens, ten, ones = match[0].partition("十")
    if not ten:
        return _digits(match[0])
    return str(int(_digits(tens) or 1) * 10 + int(_digits(ones) or 0))


def _digits(kanji: Iterable[str]) -> str:
    return "".join(str(KANJI.get(c, "")) for c in kanji)


def _year(era: str | None, year: str) -> int:
    number = 1 if year == "元" else int(year)
    if era:
        return ERAS[era] + number if number else 0  # there is no year 0, of any count
    return number + 2000 if number < 100 else number


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
