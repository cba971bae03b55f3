-- The counter: who works there, what came of each visit, and who did what.

-- `passphrase` as it was hashed, empty until it is set; `link` is the digest of the one that sets it.
CREATE TABLE staff (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL UNIQUE,
    role       TEXT NOT NULL CHECK (role IN ('clerk', 'manager')),
    passphrase TEXT NOT NULL,
    link       TEXT NOT NULL,
    link_until TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    tried      TEXT NOT NULL,
    added      TEXT NOT NULL,
    removed    TEXT
);

-- Known by the digest of what the browser holds; ends with the day.
CREATE TABLE shift (
    id    TEXT PRIMARY KEY,
    staff TEXT NOT NULL REFERENCES staff (id),
    until TEXT NOT NULL
);
CREATE INDEX shift_until ON shift (until);

-- Who did what, when and why; nothing is ever changed in it, and no person but staff named.
CREATE TABLE journal (
    id     TEXT PRIMARY KEY,
    at     TEXT NOT NULL,
    staff  TEXT NOT NULL,
    act    TEXT NOT NULL,
    about  TEXT NOT NULL,
    why    TEXT NOT NULL,
    result TEXT NOT NULL
);
CREATE INDEX journal_at ON journal (at);
CREATE INDEX journal_about ON journal (about, at);

-- A visit is all that an agent has booked in a slot; a row exists once something was done with it.
CREATE TABLE visit (
    agent        TEXT NOT NULL,
    day          TEXT NOT NULL,
    hour         INTEGER NOT NULL,
    version      INTEGER NOT NULL,
    arrived      TEXT,
    exception    TEXT NOT NULL,
    is_late_told INTEGER NOT NULL,
    is_absent    INTEGER NOT NULL,
    PRIMARY KEY (agent, day, hour)
);
CREATE INDEX visit_day ON visit (day);

CREATE TABLE outcome (
    booking    TEXT NOT NULL REFERENCES booking (id),
    comparable TEXT NOT NULL,
    outcome    TEXT NOT NULL,
    missing    TEXT,
    PRIMARY KEY (booking, comparable)
);

CREATE INDEX agent_suspended ON agent (suspended_until);
