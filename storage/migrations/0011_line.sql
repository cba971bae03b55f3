-- Since when nobody reads what is sent into a chat: a vendor that takes it nevertheless does not say so.
ALTER TABLE chat ADD COLUMN gone TEXT;

-- When the latest thing was said there that a vendor has brought, in its own count, of milliseconds perhaps: what is
-- older comes late.
ALTER TABLE chat ADD COLUMN latest BIGINT NOT NULL DEFAULT 0;
