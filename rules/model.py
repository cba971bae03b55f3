"""The words of the field: office, agent, slot, case, booking. Values only, nothing that acts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Certificate(StrEnum):
    """What makes somebody an agent (§1)."""

    AGENT = "agent"  # 申請等取次者証明書
    NOTIFIED = "notified"  # 届出済証明書 (gyoseishoshi, lawyers)


class Mode(StrEnum):
    """How the agent came to collect the card (§1, ア–エ)."""

    OWN = "own"  # ア: filed it themselves
    COLLEAGUE = "colleague"  # イ: a colleague of the same institution filed it
    STAFF = "staff"  # ウ: filed otherwise, by the applicant say
    OTHER = "other"  # エ: another agent filed it


class Kind(StrEnum):
    """What was applied for (§1, (1)–(6))."""

    CHANGE = "change"
    EXTENSION = "extension"
    PERMANENT = "permanent"
    ACQUISITION = "acquisition"
    ACTIVITY = "activity"
    WORK = "work"


CARDLESS = frozenset({Kind.ACTIVITY, Kind.WORK})
"""Kinds whose result is no residence card: modes イ and エ speak of the card alone."""


class Paper(StrEnum):
    """What must be brought (§1)."""

    CERTIFICATE = "certificate"  # whatever the mode
    NOTICE_CARD = "notice-card"  # 通知書(ハガキ) and what it asks for (※2)
    RECEIPT = "receipt"  # 受領証, one an applicant
    REQUEST = "request"  # 依頼書 with the applicant's signature, one an applicant


@dataclass(frozen=True, slots=True, eq=False)
class Office:
    """An office's profile: every datum that the notice fixes, or leaves to the office. Known by identity.

    Durations are timedeltas, moments of the day are times of `zone`.
    """

    key: str
    name: str
    counter: str
    address: str
    telephone: str
    extension: str
    zone: ZoneInfo
    hours: tuple[int, ...]  # the hour at which each slot begins
    places: int  # a slot
    window_days: int
    first_day: str  # "before-cutoff" or "next-open-day"
    slots_per_agent: int
    cases_per_slot: int
    cutoff: time  # the first moment that is too late
    hold: timedelta
    rebook: timedelta  # how long another slot may be chosen outside the quota, where staff closed the one booked
    year_end: tuple[tuple[int, int], tuple[int, int]]  # (month, day), first and last
    closures: frozenset[date]
    certificates: Mapping[Certificate, tuple[Mode, ...]]
    papers: Mapping[Mode, tuple[Paper, ...]]
    kinds: tuple[Kind, ...]
    cardless: str  # "ask" or "refuse": kinds without a card in the modes of `card_only`
    card_only: tuple[Mode, ...]
    forms: str
    number_heads: frozenset[str]  # the kanji that an application number begins with
    refill: bool  # dropped cases may be filled again up to the first count
    link: timedelta
    code_tries: int
    mails_per_chat: int  # an hour
    mails_per_address: int  # a day
    mails_per_origin: int  # an hour
    mails_in_all: int  # an hour
    turns_per_minute: int  # a chat
    sender: str
    counter_mail: str  # the mailbox of the counter's staff, or nothing
    domain: str
    remind_cutoff: time  # on the day of the cutoff
    remind_visit: time  # on the day of the visit
    tell_results: time  # what became of it, on the same day: a slip at the counter can be undone until then
    pushed: frozenset[str]  # kinds of letters that are worth a message where messages are counted
    strikes: int  # as many …
    strikes_within: timedelta  # … within so long
    suspension: timedelta  # propose a suspension of this length
    erase_after: timedelta  # how long after its day a visit is forgotten
    forget_after: timedelta  # how long after their last word an agent is forgotten, of whom nothing else is left
    notices: tuple[str, ...]  # versions, each named by the first day on which it is in force (ISO)

    @property
    def link_minutes(self) -> int:
        """How many minutes a link holds."""
        return int(self.link.total_seconds() // 60)


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One hour of one day (§3(2))."""

    day: date
    hour: int

    def begins(self, office: Office) -> datetime:
        """Return the moment at which the slot begins."""
        return datetime.combine(self.day, time(self.hour), office.zone)

    def ends(self, office: Office) -> datetime:
        """Return the first moment after the slot."""
        return self.begins(office) + timedelta(hours=1)

    def is_over(self, office: Office, *, now: datetime) -> bool:
        """Return whether the slot has ended."""
        return now >= self.ends(office)


@dataclass(frozen=True, slots=True)
class Agent:
    """A certified agent (申請等取次者), known by the address that was proven."""

    id: str
    address: str
    name: str = ""
    workplace: str = ""
    certificate: Certificate | None = None
    certificate_number: str = ""
    certificate_expiry: date | None = None
    telephone: str = ""
    suspended_until: date | None = None  # the last day of a suspension
    notice: str = ""  # the version last agreed to
    language: str = "ja"  # in which they are written to
    atoned: date | None = None  # strikes until that day have had their suspension

    @property
    def is_complete(self) -> bool:
        """Whether everything that is asked once has been answered."""
        return bool(self.name and self.certificate and self.certificate_number and self.certificate_expiry)


@dataclass(frozen=True, slots=True)
class Number:
    """An application number (申請番号): as typed, and as it is compared."""

    typed: str
    comparable: str
    is_doubtful: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Booking:
    """What stands on the card. `cases` are the live ones, in order; `first_count` bounds them (§4(3))."""

    id: str
    code: str
    agent: str
    slot: Slot
    mode: Mode
    kinds: tuple[Kind, ...]
    cases: tuple[Number, ...]
    first_count: int
    cutoff: datetime
    version: int
    notice: str
    chat: str = ""  # in which it was made
    is_cancelled: bool = False
    rebook_until: datetime | None = None  # until when another slot may be chosen: staff closed this one
    beyond: str = ""  # why staff allowed it beyond a rule


@dataclass(frozen=True, slots=True)
class Strike:
    """A no-show, or a cancellation after the cutoff (§6(4)); one a visit."""

    day: date
    reason: str
