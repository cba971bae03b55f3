-- In which language an agent is written to: chats come and go.

ALTER TABLE agent ADD COLUMN language TEXT NOT NULL DEFAULT 'ja';
