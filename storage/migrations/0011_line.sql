-- Since when nobody reads what is sent into a chat: a vendor that takes it nevertheless does not say so.

ALTER TABLE chat ADD COLUMN gone TEXT;
