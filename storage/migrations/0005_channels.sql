-- A letter goes by a channel: by mail, or into a chat; when it is tried next stands apart from when it was due.

CREATE TABLE box (
    id            TEXT PRIMARY KEY,
    about         TEXT NOT NULL UNIQUE,
    kind          TEXT NOT NULL,
    subject       TEXT NOT NULL,
    channel       TEXT NOT NULL,
    chat          TEXT NOT NULL,
    priority      INTEGER NOT NULL,
    due           TEXT NOT NULL,
    useless_after TEXT,
    state         TEXT NOT NULL CHECK (state IN ('pending', 'leased', 'sent', 'skipped', 'failed', 'uncertain')),
    attempts      INTEGER NOT NULL,
    lost          INTEGER NOT NULL,
    next_attempt  TEXT NOT NULL,
    lease_until   TEXT,
    lease_owner   TEXT,
    put           TEXT NOT NULL,
    finished      TEXT
);
INSERT INTO box SELECT id, about, kind, subject, 'mail', '', priority, due, useless_after, state, attempts, 0, due,
    lease_until, lease_owner, put, finished FROM letter;
DROP TABLE letter;
ALTER TABLE box RENAME TO letter;
CREATE INDEX letter_waiting ON letter (channel, priority, next_attempt) WHERE state = 'pending';
CREATE INDEX letter_leased ON letter (channel, lease_until) WHERE state = 'leased';
CREATE INDEX letter_subject ON letter (subject);
CREATE INDEX letter_failed ON letter (finished) WHERE state IN ('failed', 'uncertain');
CREATE INDEX letter_passing ON letter (put) WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned');

-- A letter in a web chat stands among what was said there, and is put there once.
ALTER TABLE bubble ADD COLUMN about TEXT NOT NULL DEFAULT '';
CREATE INDEX bubble_about ON bubble (chat, about) WHERE about <> '';

-- Written to by whoever asks whether anything can be remembered.
CREATE TABLE pulse (
    id TEXT PRIMARY KEY,
    at TEXT NOT NULL
);

-- Who wants to be told when a place in a full slot becomes free; told is when they were told last.
CREATE TABLE wish (
    id    TEXT PRIMARY KEY,
    agent TEXT NOT NULL REFERENCES agent (id),
    chat  TEXT NOT NULL,
    day   TEXT NOT NULL,
    hour  INTEGER NOT NULL,
    asked TEXT NOT NULL,
    told  TEXT,
    UNIQUE (agent, day, hour)
);
CREATE INDEX wish_slot ON wish (day, hour, asked);

-- What was said is forgotten in the end.
CREATE INDEX bubble_at ON bubble (at);
CREATE INDEX chat_spoke ON chat (spoke);
