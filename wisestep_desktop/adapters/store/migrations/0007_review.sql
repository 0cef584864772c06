-- What a person vouches for, and what is needed to review a day.
CREATE TABLE stated (
    start INTEGER PRIMARY KEY,              -- no two share a moment
    length INTEGER NOT NULL CHECK (length > 0),
    occupation TEXT NOT NULL,
    title INTEGER REFERENCES title (id),    -- NULL: private, or a break
    timed INTEGER NOT NULL DEFAULT 0 CHECK (timed IN (0, 1))
) STRICT;
CREATE INDEX stated_title ON stated (title) WHERE title IS NOT NULL;

CREATE TABLE timer (                        -- the one that runs, if one does
    one INTEGER PRIMARY KEY CHECK (one = 1),
    start INTEGER NOT NULL,
    occupation TEXT NOT NULL,
    title INTEGER NOT NULL REFERENCES title (id),
    matter INTEGER
) STRICT;

-- Where a person cut the rows of a title. A tag's "hour" is where its slice begins: the clock hour, or a cut.
CREATE TABLE cut (
    at INTEGER NOT NULL,
    title INTEGER NOT NULL REFERENCES title (id),
    PRIMARY KEY (at, title)
) STRICT, WITHOUT ROWID;
CREATE INDEX cut_title ON cut (title);

ALTER TABLE entry ADD COLUMN billed INTEGER;                -- seconds, where the person put the figure in
ALTER TABLE entry ADD COLUMN with_summary INTEGER CHECK (with_summary IN (0, 1));
ALTER TABLE entry ADD COLUMN with_list INTEGER CHECK (with_list IN (0, 1));
ALTER TABLE entry ADD COLUMN timekeeper INTEGER;
ALTER TABLE entry ADD COLUMN task_code TEXT;
ALTER TABLE entry ADD COLUMN activity_code TEXT;

-- Titles by their words. It holds no text of its own; what is deleted is overwritten.
CREATE VIRTUAL TABLE said USING fts5(
    text, content='', detail='none', tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO said (said, rank) VALUES ('secure-delete', 1);
INSERT INTO said (rowid, text)
    SELECT t.id, a.name || ' ' || t.text || ' ' || coalesce(t.document, '')
    FROM title t JOIN application a ON a.id = t.application;
CREATE TRIGGER title_said AFTER INSERT ON title BEGIN
    INSERT INTO said (rowid, text) VALUES (
        new.id, (SELECT name FROM application WHERE id = new.application) || ' ' || new.text || ' '
        || coalesce(new.document, ''));
END;
CREATE TRIGGER title_unsaid BEFORE DELETE ON title BEGIN
    INSERT INTO said (said, rowid, text) VALUES ('delete', old.id,
        (SELECT name FROM application WHERE id = old.application) || ' ' || old.text || ' '
        || coalesce(old.document, ''));
END;

-- Between which visits a title was in front, so that a search need not look through years of them.
ALTER TABLE title ADD COLUMN first INTEGER;
ALTER TABLE title ADD COLUMN last INTEGER;
UPDATE title SET first = seen.first, last = seen.last
    FROM (SELECT title, min(start) AS first, max(start) AS last FROM visit GROUP BY title) AS seen
    WHERE seen.title = title.id;
