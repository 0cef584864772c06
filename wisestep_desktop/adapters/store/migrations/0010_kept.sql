-- A title that was of a matter before that was closed: what was recorded keeps the tag. The window's next visit begins
-- another title, for a kept one is found by no digest any more.
ALTER TABLE title ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
