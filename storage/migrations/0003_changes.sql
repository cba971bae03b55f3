-- What a booking was before each change; and holds of a move, which name the booking that they replace.

CREATE TABLE earlier (
    booking TEXT NOT NULL REFERENCES booking (id),
    version INTEGER NOT NULL,
    day     TEXT NOT NULL,
    hour    INTEGER NOT NULL,
    cases   TEXT NOT NULL,
    until   TEXT NOT NULL,
    PRIMARY KEY (booking, version)
);

-- A case that is dropped goes; what there was is in the table above.
DELETE FROM booking_case WHERE state = 'dropped';
DROP INDEX booking_case_number;
ALTER TABLE booking_case DROP COLUMN state;
CREATE INDEX booking_case_number ON booking_case (comparable, agent);

-- Known by its chat, or, where it is of a move, by the booking: one of each at a time.
ALTER TABLE hold RENAME COLUMN chat TO id;
ALTER TABLE hold ADD COLUMN chat TEXT NOT NULL DEFAULT '';
UPDATE hold SET chat = id;
CREATE INDEX hold_chat ON hold (chat);
