-- What a title said while the matter that it means was open, if that is closed: what was recorded keeps the tag. The
-- window's next visit begins another title, for a kept one is found by no digest any more.
ALTER TABLE title ADD COLUMN kept TEXT;
