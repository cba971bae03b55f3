-- Closures of a slot; what an agent may choose in the place of what was closed; and the cutoff that a hold was told.

-- Why staff closed the slot; null while it is open.
ALTER TABLE slot ADD COLUMN closed TEXT;

-- Until when another slot can be chosen, where staff closed the one that was booked.
ALTER TABLE booking ADD COLUMN rebook_until TEXT;

ALTER TABLE hold ADD COLUMN cutoff TEXT NOT NULL DEFAULT '';
UPDATE hold SET cutoff = until;

-- What tells of a closure or a suspension passes, too.
DROP INDEX letter_passing;
CREATE INDEX letter_passing ON letter (put)
    WHERE kind IN ('proof', 'readdressed', 'vacancy', 'returned', 'card', 'calendar',
                   'closed', 'suspended', 'suspension-lifted');
