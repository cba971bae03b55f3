"""Agents, known by the address that was proven."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from rules.model import Agent, Certificate
from rules.refusal import Refusal
from storage.database import Row, Transaction, as_text
from storage.keys import new_id
from storage.spelling import folded


def locked(tx: Transaction, agent: str) -> Agent:
    """Return the agent whose id is `agent`, locked until the end of the turn: before slots, after the chat."""
    tx.lock("agent", agent)
    return find(tx, agent)


def find(tx: Transaction, agent: str) -> Agent:
    """Return the agent whose id is `agent`."""
    row = tx.row("SELECT * FROM agent WHERE id = ?", agent)
    if row is None:
        raise LookupError(agent)
    return _agent(row)


def known(tx: Transaction, agent: str) -> Agent | None:
    """Return the agent whose id is `agent`, or None: there is none, or not any more."""
    row = tx.row("SELECT * FROM agent WHERE id = ?", agent)
    return None if row is None else _agent(row)


def of_conduct(tx: Transaction, today: date) -> Sequence[Agent]:
    """Return the agents with strikes, or with a suspension that has not ended `today`."""
    rows = tx.rows(
        "SELECT * FROM agent WHERE id IN"
        " (SELECT agent FROM strike UNION SELECT id FROM agent WHERE suspended_until >= ?)",
        today.isoformat(),
    )
    return [_agent(row) for row in rows]


def suspend(tx: Transaction, agent: Agent, until: date | None, *, atoned: date) -> None:
    """Let `agent`, whose row is locked, make no new booking until that day is over; None: from now on again (§6(4)).

    The strikes of visits until the day `atoned` have had their suspension.
    """
    tx.rows(
        "UPDATE agent SET suspended_until = ?, atoned = ? WHERE id = ?",
        *(until.isoformat() if until else None, atoned.isoformat(), agent.id),
    )


def booked_on(tx: Transaction, day: date) -> Sequence[Agent]:
    """Return the agents of every booking on `day`."""
    rows = tx.rows("SELECT * FROM agent WHERE id IN (SELECT agent FROM booking WHERE day = ?)", day.isoformat())
    return [_agent(row) for row in rows]


def search(tx: Transaction, said: str, *, most: int) -> Sequence[Agent]:
    """Return the agents whom `said` names: by address, or a part of name, workplace or certificate number.

    However wide it is written, which no database tells: an office knows some thousands of agents.
    """
    wanted = folded(said)
    rows = tx.rows(
        "SELECT id, address, name, workplace, certificate_number FROM agent WHERE certificate IS NOT NULL"
        " ORDER BY name, id"
    )
    found = (
        row["id"]
        for row in rows
        if folded(row["address"]) == wanted
        or any(wanted in folded(row[part]) for part in ("name", "workplace", "certificate_number"))
    )
    return [find(tx, agent) for agent in islice(found, most)]


def proven(tx: Transaction, address: str, *, notice: str) -> Agent:
    """Return the agent who has proven `address` and agreed to `notice`: known by it, or new."""
    tx.rows(
        "INSERT INTO agent (id, address, name, workplace, certificate_number, telephone, notice, created, language)"
        " VALUES (?, ?, '', '', '', '', '', ?, 'ja')"
        " ON CONFLICT (address) DO UPDATE SET leaving = NULL",
        new_id(),
        address,
        as_text(tx.now),
    )
    row = tx.row("SELECT id FROM agent WHERE address = ?", address)
    assert row is not None
    agent = locked(tx, row["id"])
    agree(tx, agent, notice)
    return replace(agent, notice=notice)


def agree(tx: Transaction, agent: Agent, notice: str) -> None:
    """Remember that `agent` agreed to the version `notice` (§6(5))."""
    tx.rows("UPDATE agent SET notice = ?, agreed = ? WHERE id = ?", notice, as_text(tx.now), agent.id)


def remember(tx: Transaction, agent: Agent) -> None:
    """Remember who `agent` is: what is asked once (§1)."""
    tx.rows(
        "UPDATE agent SET name = ?, workplace = ?, certificate = ?, certificate_number = ?, certificate_expiry = ?,"
        " telephone = ? WHERE id = ?",
        agent.name,
        agent.workplace,
        agent.certificate,
        agent.certificate_number,
        agent.certificate_expiry.isoformat() if agent.certificate_expiry else None,
        agent.telephone,
        agent.id,
    )


def readdress(tx: Transaction, agent: Agent, address: str) -> Refusal | None:
    """Let `agent`, whose row is locked, be known by `address`, which they have proven, or return why not."""
    if tx.row("SELECT 1 FROM agent WHERE address = ?", address) is not None:
        return Refusal.ADDRESS_TAKEN
    tx.rows("UPDATE agent SET address = ? WHERE id = ?", address, agent.id)
    return None


def speak(tx: Transaction, agent: str, language: str) -> None:
    """Remember that `agent` is to be written to in `language`."""
    tx.rows("UPDATE agent SET language = ? WHERE id = ?", language, agent)


def _agent(row: Row) -> Agent:
    return Agent(
        id=row["id"],
        address=row["address"],
        name=row["name"],
        workplace=row["workplace"],
        certificate=Certificate(row["certificate"]) if row["certificate"] else None,
        certificate_number=row["certificate_number"],
        certificate_expiry=_day(row["certificate_expiry"]),
        telephone=row["telephone"],
        suspended_until=_day(row["suspended_until"]),
        notice=row["notice"],
        language=row["language"],
        atoned=_day(row["atoned"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
