"""The profiles of offices: data, read from a folder with `office.toml` and the versions of the notice."""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from rules.model import Certificate, Kind, Mode, Office, Paper

OFFICES = Path(__file__).parent / "offices"


def load(name: str) -> Office:
    """Return the profile called `name`, or that in the folder `name`; raise ValueError with what is wrong in it."""
    folder = _folder(name)
    try:
        return _office(folder, tomllib.loads((folder / "office.toml").read_text("utf-8")))
    except FileNotFoundError as missing:
        raise ValueError(f"no office profile at {missing.filename}") from None
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as wrong:
        raise ValueError(f"{folder / 'office.toml'}: {type(wrong).__name__} {wrong}") from wrong


@cache
def notice(name: str, version: str, language: str) -> str:
    """Return the notice (留意事項) of `version` in `language`, else in Japanese, the text in force."""
    folder = _folder(name)
    translated = folder / f"notice.{version}.{language}.md"
    chosen = translated if translated.exists() else folder / f"notice.{version}.ja.md"
    return chosen.read_text("utf-8").strip()


def _folder(name: str) -> Path:
    return Path(name) if "/" in name else OFFICES / name


def _office(folder: Path, data: dict[str, Any]) -> Office:
    slots, who, mail = data["slots"], data["eligibility"], data["mail"]
    first, last = (tuple(map(int, day.split("-"))) for day in data["days"]["year_end"])
    return Office(
        key=str(folder) if folder.parent != OFFICES else folder.name,
        **{key: data[key] for key in ("name", "counter", "address", "telephone", "extension")},
        zone=ZoneInfo(data["zone"]),
        hours=tuple(slots["hours"]),
        **{key: slots[key] for key in ("places", "window_days", "first_day", "slots_per_agent", "cases_per_slot")},
        cutoff=data["cutoff"]["time"],
        hold=timedelta(minutes=slots["hold_minutes"]),
        rebook=timedelta(hours=slots["rebook_hours"]),
        year_end=((first[0], first[1]), (last[0], last[1])),
        closures=frozenset(date.fromisoformat(day) for day in data["days"]["closures"]),
        certificates={Certificate(key): tuple(map(Mode, modes)) for key, modes in who["certificates"].items()},
        papers={Mode(key): tuple(map(Paper, papers)) for key, papers in who["papers"].items()},
        kinds=tuple(map(Kind, who["kinds"])),
        cardless=who["cardless"],
        card_only=tuple(map(Mode, who["card_only"])),
        forms=who["forms"],
        number_heads=frozenset(who["number_heads"]),
        refill=data["cutoff"]["refill"],
        link=timedelta(minutes=mail["link_minutes"]),
        code_tries=mail["code_tries"],
        mails_per_chat=mail["per_chat"],
        mails_per_address=mail["per_address"],
        mails_per_origin=mail["per_origin"],
        mails_in_all=mail["in_all"],
        turns_per_minute=data["talk"]["turns_per_minute"],
        sender=mail["sender"],
        counter_mail=mail["counter"],
        domain=mail["domain"],
        remind_cutoff=data["reminders"]["before_cutoff"],
        remind_visit=data["reminders"]["visit"],
        tell_results=data["reminders"]["results"],
        pushed=frozenset(data["line"]["pushed"]),
        strikes=data["conduct"]["strikes"],
        strikes_within=timedelta(days=data["conduct"]["within_days"]),
        suspension=timedelta(days=data["conduct"]["suspension_days"]),
        erase_after=timedelta(days=data["privacy"]["erase_after_days"]),
        forget_after=timedelta(days=data["privacy"]["forget_after_days"]),
        notices=_notices(folder),
    )


def _notices(folder: Path) -> tuple[str, ...]:
    versions = sorted(file.name.split(".")[1] for file in folder.glob("notice.*.ja.md"))
    for version in versions:
        date.fromisoformat(version)
    if not versions:
        raise ValueError(f"{folder}: no notice.<first day in force>.ja.md")
    return tuple(versions)
