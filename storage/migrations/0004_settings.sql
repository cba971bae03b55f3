-- An address may take the place of another; an agent who asked to be forgotten is, once nothing stands against it.

ALTER TABLE verification ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE agent ADD COLUMN leaving TEXT;
CREATE INDEX chat_agent ON chat (agent);
CREATE INDEX booking_day ON booking (day);
CREATE INDEX heard_at ON heard (at);
CREATE INDEX hold_until ON hold (until);
CREATE INDEX agent_leaving ON agent (leaving);
CREATE INDEX letter_subject ON letter (subject);

-- Whoever waits for the mail that proves an address does not wait for a thousand reminders.

ALTER TABLE letter ADD COLUMN priority INTEGER NOT NULL DEFAULT 2;
