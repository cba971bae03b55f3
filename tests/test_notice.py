"""The notice, clause by clause: one test each, in its order, its own words above it.

Every test runs for the Yokohama profile and for a fictitious one that differs in every datum.
"""

from dataclasses import fields, replace
from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest

from rules import changes, conduct, eligibility, notice, quota, verification
from rules.cutoff import cutoff_of, is_past
from rules.model import Certificate, Kind, Mode, Office, Paper, Slot, Strike
from rules.opendays import is_open, open_day_before
from rules.refusal import Refusal
from rules.window import window
from storage import profiles
from tests.factories import MINATO, YOKOHAMA, agent, at, booking, day, numbers, slot

pytestmark = pytest.mark.once("asks no database")

NOON = at("2026-11-24 12:00:00")
SECRET = b"secret"


@pytest.fixture(params=[YOKOHAMA, MINATO], ids=lambda office: office.key)
def office(request: pytest.FixtureRequest) -> Office:
    assert isinstance(request.param, Office)
    return request.param


def test_the_two_profiles_differ_in_every_datum() -> None:
    assert [
        field.name for field in fields(Office) if getattr(YOKOHAMA, field.name) == getattr(MINATO, field.name)
    ] == []


# 1 本システムを利用できる方について


# 交付窓口が「③許可・証印」カウンターとなっているもの
def test_1_the_counter_is_named(office: Office) -> None:
    assert office.counter in profiles.notice(office.key, office.notices[0], "ja")


# 結果の交付時点で有効な「申請等取次者証明書」又は「届出済証明書」を所持していることが必要です。
def test_1_the_certificate_is_valid_on_the_day_of_the_visit() -> None:
    until_november = agent(certificate_expiry=day("2026-11-30"))
    assert eligibility.refusal_of_certificate(until_november, day("2026-11-30")) is None
    assert eligibility.refusal_of_certificate(until_november, day("2026-12-01")) is Refusal.CERTIFICATE_EXPIRES_BEFORE
    assert eligibility.refusal_of_certificate(agent(certificate_expiry=None), day("2026-12-01")) is (
        Refusal.CERTIFICATE_EXPIRES_BEFORE
    )


# … を所持していることが必要です。
def test_1_the_certificate_is_carried_whatever_the_mode(office: Office) -> None:
    assert all(eligibility.papers(office, mode)[0] is Paper.CERTIFICATE for mode in Mode)


# ◆予約の対象となる申請 (1)～(6)
def test_1_kinds_that_the_office_names_are_covered_and_no_others(office: Office) -> None:
    for kind in Kind:
        refusal = eligibility.refusal_of_kinds(office, Mode.STAFF, [kind])
        assert refusal is (None if kind in office.kinds else Refusal.KIND_NOT_COVERED)
    assert eligibility.refusal_of_kinds(office, Mode.STAFF, []) is Refusal.KIND_NOT_COVERED


def test_1_yokohama_covers_the_six_kinds() -> None:
    assert YOKOHAMA.kinds == tuple(Kind)


# ア ご自身が申請等取次者として申請された場合
def test_1a_one_who_filed_it_brings_nothing_further() -> None:
    assert eligibility.papers(YOKOHAMA, Mode.OWN) == (Paper.CERTIFICATE, Paper.NOTICE_CARD)


# イ …同機関の別の職員が在留カードの受領のみを取り次ぐ場合（窓口で受領証の提出が必要です。）
def test_1i_a_colleague_brings_the_receipt() -> None:
    assert eligibility.papers(YOKOHAMA, Mode.COLLEAGUE)[-1] is Paper.RECEIPT


# ウ 受入れ機関等の職員が受領のみを取り次ぐ場合…は、依頼書（申請人の署名が必要です。）をお持ちください。
def test_1u_staff_bring_the_request() -> None:
    assert eligibility.papers(YOKOHAMA, Mode.STAFF)[-1] is Paper.REQUEST


# エ 届出済証明書の交付を受けた行政書士・弁護士の方で、申請書を提出した方とは別の方が…
def test_1e_another_notified_agent_brings_the_request() -> None:
    assert eligibility.papers(YOKOHAMA, Mode.OTHER)[-1] is Paper.REQUEST
    assert eligibility.modes(YOKOHAMA, Certificate.NOTIFIED) == (Mode.OWN, Mode.OTHER)
    assert eligibility.modes(YOKOHAMA, Certificate.AGENT) == (Mode.OWN, Mode.COLLEAGUE, Mode.STAFF)


def test_1_modes_are_offered_by_certificate(office: Office) -> None:
    for certificate in Certificate:
        for mode in Mode:
            offered = mode in office.certificates[certificate]
            refusal = eligibility.refusal_of_mode(office, certificate, mode)
            assert refusal is (None if offered else Refusal.MODE_NOT_OFFERED)


# イ, エ: 「在留カードの受領のみ」
def test_1_a_kind_without_a_card_is_asked_about_or_refused_as_the_profile_says() -> None:
    kinds = [Kind.EXTENSION, Kind.ACTIVITY]
    assert eligibility.refusal_of_kinds(YOKOHAMA, Mode.OTHER, kinds) is None
    assert eligibility.is_cardless(YOKOHAMA, Mode.OTHER, kinds)
    assert not eligibility.is_cardless(YOKOHAMA, Mode.OWN, kinds)
    assert not eligibility.is_cardless(YOKOHAMA, Mode.OTHER, [Kind.EXTENSION])
    assert eligibility.refusal_of_kinds(MINATO, Mode.OTHER, kinds) is Refusal.KIND_WITHOUT_CARD
    assert eligibility.refusal_of_kinds(MINATO, Mode.OWN, kinds) is None


# (※2) 通知書（ハガキ）に記載のある必要書類を持参していただく必要があります。
def test_1_what_the_notice_card_asks_for_is_brought_whatever_the_mode(office: Office) -> None:
    assert all(Paper.NOTICE_CARD in eligibility.papers(office, mode) for mode in Mode)


# 2 本システムから送付されるメールについて


# (1) …リンクの有効時間は1時間です。
def test_2_1_the_link_holds_one_hour(office: Office) -> None:
    expires = NOON + office.link
    code = verification.code(SECRET, "n" * 16)
    for tries, now, refusal in [
        (0, expires - timedelta(seconds=1), None),
        (0, expires, Refusal.LINK_EXPIRED),
        (office.code_tries - 1, NOON, None),
        (office.code_tries, NOON, Refusal.TOO_MANY_TRIES),
    ]:
        assert verification.refusal_of_code(office, code, code, tries=tries, expires=expires, now=now) is refusal
    wrong = verification.refusal_of_code(office, "x", code, tries=0, expires=expires, now=NOON)
    assert wrong is Refusal.CODE_WRONG


def test_2_1_yokohama_says_one_hour() -> None:
    assert timedelta(hours=1) == YOKOHAMA.link


# (2) …「@immi-cardyoyaku.moj.go.jp」 (3) …「admin@immi-cardyoyaku.moj.go.jp」
def test_2_2_and_3_sender_and_domain_are_told(office: Office) -> None:
    assert office.sender.endswith("@" + office.domain)
    if office is YOKOHAMA:
        assert office.sender in profiles.notice(office.key, office.notices[0], "ja")


# 3 予約日時の入力について


# (1) …5開庁日の中から受取日の選択が可能です。
def test_3_1_as_many_open_days_as_the_profile_says_are_offered(office: Office) -> None:
    days = window(office, now=NOON)
    assert len(days) == office.window_days
    assert all(is_open(office, offered) for offered in days)
    assert all(open_day_before(office, later) == earlier for earlier, later in pairwise(days))


def test_3_1_they_start_with_the_first_whose_cutoff_is_ahead() -> None:
    assert window(YOKOHAMA, now=at("2026-11-26 11:59:59"))[0] == day("2026-11-27")
    assert window(YOKOHAMA, now=at("2026-11-26 12:00:00"))[0] == day("2026-11-30")
    assert window(MINATO, now=at("2026-11-26 15:30:00"))[0] == day("2026-11-27")


# (2) 予約時刻については、1時間を1枠とし…3枠までとします。
def test_3_2_three_slots_an_agent(office: Office) -> None:
    days = window(office, now=NOON)
    held = [Slot(days[n % len(days)], office.hours[n // len(days)]) for n in range(office.slots_per_agent)]
    free = Slot(days[-1], office.hours[-1])

    def refusal(held: list[Slot]) -> Refusal | None:
        return quota.refusal_to_hold(office, free, held, taken=0, places=office.places, now=NOON)

    assert refusal(held[:-1]) is None
    assert refusal(held) is Refusal.ALL_SLOTS_HELD
    assert refusal([*held[:-1], free]) is None  # a further booking in a slot already held is the same visit
    assert quota.slots_left(office, held, days) == 0
    assert quota.slots_left(office, [Slot(day("2026-11-24"), 9)], days) == office.slots_per_agent  # not shown any more


# 予約者1人当たりの1枠内における受付件数は10件までとなります。
def test_3_2_ten_cases_an_agent_a_slot(office: Office) -> None:
    most = office.cases_per_slot
    assert quota.refusal_of_cases(office, numbers(most), booked=0) is None
    assert quota.refusal_of_cases(office, numbers(most + 1), booked=0) is Refusal.TOO_MANY_CASES
    assert quota.refusal_of_cases(office, numbers(1), booked=most) is Refusal.TOO_MANY_CASES
    assert quota.refusal_of_cases(office, (), booked=0) is Refusal.NO_CASES
    assert quota.cases_left(office, most + 1) == 0


# ※ …既に1枠を予約している場合は残り2枠分、既に2枠を予約している場合は、残り2枠分まで（一枠と読む）
def test_3_2_what_remains_is_three_less_what_is_held() -> None:
    days = window(YOKOHAMA, now=NOON)
    held = [Slot(days[0], 9), Slot(days[0], 10), Slot(days[1], 9)]
    assert [quota.slots_left(YOKOHAMA, held[:n], days) for n in range(4)] == [3, 2, 1, 0]


def test_3_2_a_slot_has_so_many_places(office: Office) -> None:
    where = Slot(window(office, now=NOON)[0], office.hours[0])
    assert quota.refusal_to_hold(office, where, [], taken=office.places - 1, places=office.places, now=NOON) is None
    full = quota.refusal_to_hold(office, where, [], taken=office.places, places=office.places, now=NOON)
    assert full is Refusal.SLOT_FULL


def test_3_2_only_days_and_hours_that_are_offered(office: Office) -> None:
    offered = window(office, now=NOON)[0]
    lunch = quota.refusal_to_hold(office, Slot(offered, 7), [], taken=0, places=1, now=NOON)
    sunday = quota.refusal_to_hold(office, slot("2026-11-29", office.hours[0]), [], taken=0, places=1, now=NOON)
    assert (lunch, sunday) == (Refusal.SLOT_NOT_OFFERED, Refusal.DAY_NOT_OFFERED)


def test_3_2_a_hold_ends_after_its_minutes_or_at_the_cutoff(office: Office) -> None:
    visit = day("2026-11-27")
    cutoff = cutoff_of(office, visit)
    assert quota.hold_until(office, visit, now=NOON) == NOON + office.hold
    assert quota.hold_until(office, visit, now=cutoff - timedelta(minutes=1)) == cutoff
    assert quota.hold_until(office, visit, now=cutoff) == cutoff + office.hold  # offered past the cutoff


# 4 予約の変更・キャンセルについて


# (1) …期限は、予約日前開庁日の11時59分までとなります。
def test_4_1_the_cutoff_is_on_the_open_day_before(office: Office) -> None:
    visit = booking(office, slot=slot("2026-11-24"))
    before = datetime.combine(day("2026-11-20"), office.cutoff, office.zone)
    assert changes.refusal_to_change(visit, now=before - timedelta(seconds=1)) is None
    assert changes.refusal_to_change(visit, now=before) is Refusal.CUTOFF_PASSED


def test_4_1_yokohama_says_11_59_whose_last_second_is_in_time() -> None:
    cutoff = cutoff_of(YOKOHAMA, day("2026-12-01"))
    assert not is_past(cutoff, now=at("2026-11-30 11:59:59"))
    assert is_past(cutoff, now=at("2026-11-30 12:00:00"))
    assert time(12) == YOKOHAMA.cutoff


# (2) …東京出入国在留管理局横浜支局までご連絡ください。0570-045259（部屋番号10）
def test_4_2_the_telephone_number_is_the_notices() -> None:
    assert f"{YOKOHAMA.telephone}（{YOKOHAMA.extension}）" in profiles.notice("yokohama", YOKOHAMA.notices[0], "ja")


# (3) …最初の予約件数を超える予約を新たに追加することはできません。
def test_4_3_the_count_never_exceeds_the_count_first_booked(office: Office) -> None:
    dropped_one = booking(office, cases=numbers(2), first_count=3)
    assert changes.refusal_of_new_cases(office, dropped_one, numbers(2, 2001)) is None
    refilled = changes.refusal_of_new_cases(office, dropped_one, numbers(3))
    assert refilled is (None if office.refill else Refusal.COUNT_GROWS)
    assert changes.refusal_of_new_cases(office, dropped_one, numbers(4)) is Refusal.COUNT_GROWS
    assert changes.most_cases(office, dropped_one) == (3 if office.refill else 2)
    assert changes.refusal_of_new_cases(office, dropped_one, numbers(2)) is Refusal.UNCHANGED


# 最初に予約した件数の一部取消
def test_4_3_dropping_the_last_case_is_a_cancellation() -> None:
    two = booking(cases=numbers(2))
    assert changes.refusal_of_new_cases(YOKOHAMA, two, two.cases[:1]) is None
    assert changes.refusal_of_new_cases(YOKOHAMA, two, ()) is Refusal.NO_CASES


# 日時の変更（キャンセルして予約しなおすことの一手）
def test_4_3_a_move_is_a_change_and_is_refused_as_a_booking_would_be() -> None:
    visit = booking(slot=slot("2026-11-27"), mode=Mode.OTHER)
    holder = agent(certificate=Certificate.AGENT)  # another certificate since, with which エ is not offered
    in_time = at("2026-11-26 11:59:59")
    assert changes.refusal_to_change(visit, version=visit.version, now=in_time) is None
    assert (
        changes.refusal_to_change(visit, version=visit.version, now=at("2026-11-26 12:00:00")) is Refusal.CUTOFF_PASSED
    )
    assert changes.refusal_to_change(visit, version=visit.version + 1, now=in_time) is Refusal.CHANGED_SINCE
    assert changes.refusal_to_move(YOKOHAMA, agent(), visit, visit.slot) is Refusal.SAME_SLOT
    for to in (slot("2026-11-27", 11), slot("2026-11-30")):
        assert changes.refusal_to_move(YOKOHAMA, agent(), visit, to) is None
        assert changes.refusal_to_move(YOKOHAMA, holder, visit, to) is Refusal.MODE_NOT_OFFERED
        assert quota.refusal_to_hold(YOKOHAMA, to, [], taken=9, places=10, now=in_time) is None
    assert quota.refusal_to_hold(YOKOHAMA, to, [], taken=10, places=10, now=in_time) is Refusal.SLOT_FULL
    assert eligibility.refusal_of_certificate(agent(certificate_expiry=day("2026-11-29")), to.day) is (
        Refusal.CERTIFICATE_EXPIRES_BEFORE
    )


# 6 その他


# （4）…一定期間システムの利用を停止させていただく場合もございます
def test_6_4_so_many_strikes_within_so_many_days_propose_a_suspension(office: Office) -> None:
    today = day("2026-11-24")
    strikes = [Strike(today - timedelta(days=n), "no-show") for n in range(office.strikes)]
    assert conduct.proposed_suspension(office, strikes, today=today) == today + office.suspension
    assert conduct.proposed_suspension(office, strikes[1:], today=today) is None
    lapsed = [*strikes[:-1], Strike(today - office.strikes_within, "no-show")]
    assert conduct.proposed_suspension(office, lapsed, today=today) is None
    assert conduct.standing(office, lapsed, today=today) == tuple(reversed(strikes[:-1]))


# 次回以降の予約をお断りの上
def test_6_4_a_suspended_agent_makes_no_new_booking() -> None:
    suspended = agent(suspended_until=day("2026-12-31"))
    assert quota.refusal_of_conduct(suspended, today=day("2026-12-31")) is Refusal.SUSPENDED
    assert quota.refusal_of_conduct(suspended, today=day("2027-01-01")) is None
    assert quota.refusal_of_conduct(agent(), today=day("2026-12-31")) is None


# （5）本留意事項については、予告なしに変更することがあります
def test_6_5_the_notice_in_force_is_the_latest_that_has_begun(office: Office) -> None:
    (first,) = office.notices
    assert day(first) <= day("2026-11-22")
    assert profiles.notice(office.key, first, "xx") == profiles.notice(office.key, first, "ja")
    two = replace(office, notices=(first, "2026-12-01"))
    assert notice.in_force(two, today=day("2026-11-30")) == first
    assert notice.in_force(two, today=day("2026-12-01")) == "2026-12-01"
    assert notice.in_force(two, today=day("2000-01-01")) == first  # none is in force yet
