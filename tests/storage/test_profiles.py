"""Profiles that are wrong say what is wrong in them."""

from pathlib import Path

import pytest

from storage import profiles

pytestmark = pytest.mark.once("asks no database")

GOOD = (profiles.OFFICES / "minato" / "office.toml").read_text("utf-8")


def test_a_profile_may_stand_in_any_folder(tmp_path: Path) -> None:
    (tmp_path / "office.toml").write_text(GOOD, "utf-8")
    (tmp_path / "notice.2026-11-02.ja.md").write_text("案内", "utf-8")
    (tmp_path / "notice.2026-11-02.en.md").write_text("Notice", "utf-8")
    office = profiles.load(str(tmp_path))
    assert (office.key, office.notices) == (str(tmp_path), ("2026-11-02",))
    assert profiles.notice(office.key, office.notices[0], "en") == "Notice"
    assert profiles.notice(office.key, office.notices[0], "zh") == "案内"


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        (None, "no office profile at"),
        ("", "KeyError 'slots'"),
        ("[", "TOMLDecodeError"),
        (GOOD.replace('zone = "Etc/GMT-9"', "zone = 9"), "TypeError"),
        (GOOD, "no notice"),
    ],
)
def test_what_is_wrong_is_said(tmp_path: Path, written: str | None, complaint: str) -> None:
    if written is not None:
        (tmp_path / "office.toml").write_text(written, "utf-8")
    with pytest.raises(ValueError, match=complaint):
        profiles.load(str(tmp_path))
