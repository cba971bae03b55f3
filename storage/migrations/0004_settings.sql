-- An address may take the place of another; an agent who asked to be forgotten is, once nothing stands against it.

ALTER TABLE verification ADD COLUMN replaces TEXT NOT NULL DEFAULT '';
ALTER TABLE agent ADD COLUMN leaving TEXT;
CREATE INDEX chat_agent ON chat (agent);
CREATE INDEX letter_subject ON letter (subject);
