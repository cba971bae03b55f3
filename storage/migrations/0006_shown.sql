-- Which message of a vendor's chat shows the current screen, so that it can be edited, and its buttons taken away.
-- `standing` holds those of its buttons that outlive the talk.

CREATE TABLE shown (
    chat     TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    message  INTEGER NOT NULL,
    is_kept  INTEGER NOT NULL,
    standing TEXT NOT NULL
);

-- What a vendor calls a file that it has already: it is not sent to them twice.
CREATE TABLE upload (
    digest TEXT PRIMARY KEY,
    file   TEXT NOT NULL,
    at     TEXT NOT NULL
);
CREATE INDEX upload_at ON upload (at);

-- What a turn has just put into its own chat; what is attached to it is a letter, too, and passes likewise.
CREATE INDEX letter_chat ON letter (chat) WHERE state = 'pending' AND chat <> '';
DROP INDEX letter_passing;
CREATE INDEX letter_passing ON letter (put)
    WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned', 'card', 'calendar');
