"""Whoever is there already, so that one sees a booking within a minute, and the counter."""

from dataclasses import replace
from datetime import timedelta

from rules.model import Certificate, Office
from rules.notice import in_force
from rules.objection import Objection
from rules.staff import Role
from storage import agents, holds, staff, talks
from storage.database import Transaction
from storage.staff import Person
from storage.talks import Talk

ADDRESS = "hanako.sato@example.jp"
VALID = timedelta(days=3 * 365)


def sample_agent(tx: Transaction, office: Office, chat: str, *, language: str) -> None:
    """Let `chat` begin anew as the sample agent, who has agreed to the notice; a new chat speaks `language`."""
    talk = talks.find(tx, chat, language=language)
    holds.release(tx, chat)
    talks.save(tx, Talk(chat, talk.language, step="menu", revision=talk.revision))
    agent = agents.proven(tx, ADDRESS, notice=in_force(office, today=tx.now.astimezone(office.zone).date()))
    agents.remember(
        tx,
        replace(
            agent,
            name="佐藤 花子",
            workplace="佐藤行政書士事務所（見本）",
            certificate=Certificate.NOTIFIED,
            certificate_number="（届）神行26第0001号",
            certificate_expiry=(tx.now + VALID).astimezone(office.zone).date(),
        ),
    )
    agents.speak(tx, agent.id, talk.language)
    talks.bind(tx, chat, agent.id)


def sample_clerk(tx: Transaction, name: str) -> Person:
    """Return the manager who is there to be looked at: nobody can sign in by that name."""
    added = staff.add(tx, name, Role.MANAGER, link="")
    known = staff.by_name(tx, name) if isinstance(added, Objection) else added
    assert known is not None
    return known
