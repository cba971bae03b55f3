-- What was recorded, of an act at the counter that records something; and letters that tell of an appeal, which pass.

ALTER TABLE journal ADD COLUMN what TEXT NOT NULL DEFAULT '';

DROP INDEX letter_passing;
CREATE INDEX letter_passing ON letter (put)
    WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned', 'card', 'calendar',
                   'closed', 'suspended', 'suspension-lifted', 'strike-lifted');
