"""Addresses, links and codes."""

import pytest

from rules import verification
from rules.refusal import Refusal
from tests.factories import YOKOHAMA

pytestmark = pytest.mark.once("asks no database")

NONCE = "abcdefghijklmnop"


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("sato@example.jp", "sato@example.jp"),
        (" Sato@EXAMPLE.jp\n", "Sato@example.jp"),  # only the domain is folded
        ("ｓａｔｏ＠ｅｘａｍｐｌｅ．ｊｐ", "sato@example.jp"),
        ("sato+visa@example.jp", "sato+visa@example.jp"),
        ("sato@例え.jp", "sato@xn--r8jz45g.jp"),  # as a mail server takes it
        ("sato@example", None),
        ("sato", None),
        ("佐藤@example.jp", None),
        ("a@b.jp, c@d.jp", None),
        ("sato@example.jp\nBcc: all@example.jp", None),
        ("<script>@example.jp", None),
        ("", None),
    ],
)
def test_address(said: str, address: str | None) -> None:
    assert verification.address(said) == address


def test_a_tag_serves_the_limits_only() -> None:
    assert verification.address_for_limits("Sato+visa@example.jp") == "sato@example.jp"


def test_a_token_proves_its_nonce_under_its_secret_alone() -> None:
    token = verification.token(b"secret", NONCE)
    assert len(token) == 40
    assert verification.nonce_of(b"secret", token) == NONCE
    assert verification.nonce_of(b"another", token) is None
    assert verification.nonce_of(b"secret", token[:-1] + "_") is None
    assert verification.nonce_of(b"secret", "") is None
    assert verification.nonce_of(b"secret", "あ" * 40) is None


def test_the_code_is_six_digits_and_tells_nothing_of_the_token() -> None:
    code = verification.code(b"secret", NONCE)
    assert len(code) == 6
    assert code.isascii()
    assert code.isdigit()
    assert code != verification.code(b"secret", NONCE[::-1])


@pytest.mark.parametrize(
    "counted",
    [
        {"chat": YOKOHAMA.mails_per_chat},
        {"address": YOKOHAMA.mails_per_address},
        {"origin": YOKOHAMA.mails_per_origin},
        {"in_all": YOKOHAMA.mails_in_all},
    ],
)
def test_each_limit_on_mails_holds_alone(counted: dict[str, int]) -> None:
    none_yet = {"chat": 0, "address": 0, "origin": 0, "in_all": 0}
    assert verification.refusal_to_mail(YOKOHAMA, **none_yet) is None
    one_less = {key: count - 1 for key, count in counted.items()}
    assert verification.refusal_to_mail(YOKOHAMA, **{**none_yet, **one_less}) is None
    assert verification.refusal_to_mail(YOKOHAMA, **{**none_yet, **counted}) is Refusal.TOO_MANY_MAILS
