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

-- What was on a day's sheet, and is there no more.
CREATE INDEX earlier_day ON earlier (day, until);

-- The day until which strikes have had their suspension: they propose no other.
ALTER TABLE agent ADD COLUMN atoned TEXT;
