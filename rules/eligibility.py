"""Who may collect what, how, and with which papers: §1."""

from collections.abc import Collection, Sequence
from datetime import date

from rules.model import CARDLESS, Agent, Certificate, Kind, Mode, Office, Paper
from rules.refusal import Refusal

ALWAYS = (Paper.CERTIFICATE, Paper.NOTICE_CARD)
"""What must be brought in every mode: the certificate first (§1, ※2)."""


def modes(office: Office, certificate: Certificate) -> tuple[Mode, ...]:
    """Return the modes that the holder of `certificate` may choose from (§1, ア–エ)."""
    return office.certificates[certificate]


def papers(office: Office, mode: Mode) -> tuple[Paper, ...]:
    """Return what must be brought: the certificate first, whatever the mode (§1, ※2)."""
    return (*ALWAYS, *office.papers[mode])


def refusal_of_certificate(agent: Agent, day: date) -> Refusal | None:
    """Return why `agent` may not collect on `day`, or None: the certificate must be valid then (§1)."""
    if agent.certificate_expiry is None or agent.certificate_expiry < day:
        return Refusal.CERTIFICATE_EXPIRES_BEFORE
    return None


def refusal_of_certified_mode(office: Office, agent: Agent, mode: Mode) -> Refusal | None:
    """Return why `agent` may not collect in `mode` with the certificate that they hold now, or None."""
    if agent.certificate is None:
        return Refusal.CERTIFICATE_EXPIRED
    return refusal_of_mode(office, agent.certificate, mode)


def refusal_of_mode(office: Office, certificate: Certificate, mode: Mode) -> Refusal | None:
    """Return why the holder of `certificate` may not choose `mode`, or None."""
    return None if mode in modes(office, certificate) else Refusal.MODE_NOT_OFFERED


def refusal_of_kinds(office: Office, mode: Mode, kinds: Sequence[Kind]) -> Refusal | None:
    """Return why `kinds` may not be collected in `mode`, or None.

    イ and エ speak of the card alone (在留カードの受領のみ). Whether they cover the kinds that yield no
    card is a datum of the profile.
    """
    if not kinds or not set(kinds) <= set(office.kinds):
        return Refusal.KIND_NOT_COVERED
    if office.cardless == "refuse" and is_cardless(office, mode, kinds):
        return Refusal.KIND_WITHOUT_CARD
    return None


def is_cardless(office: Office, mode: Mode, kinds: Collection[Kind]) -> bool:
    """Return whether `kinds` hold one without a card, in a mode that speaks of the card alone."""
    return mode in office.card_only and not CARDLESS.isdisjoint(kinds)
