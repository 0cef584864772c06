-- What the matcher assigns, to be had without reading every title's evidence.
ALTER TABLE title ADD COLUMN assigned INTEGER GENERATED ALWAYS AS (json_extract(match, '$[0]')) VIRTUAL;
CREATE INDEX title_assigned ON title (id, assigned) WHERE assigned IS NOT NULL;

-- How long an entry is, to be had without reading each of its parts.
DROP INDEX entry_part_entry;
CREATE INDEX entry_part_entry ON entry_part (entry, length);

-- The sums of days that are over (adapters/store/captured.py). A day is known by its span: that is its zone, too.
CREATE TABLE captured_day (
    start INTEGER NOT NULL,
    until INTEGER NOT NULL,
    titles INTEGER NOT NULL,                -- the newest title there was; a title after it cannot be in that day
    PRIMARY KEY (start, until)
) STRICT, WITHOUT ROWID;
CREATE INDEX captured_day_titles ON captured_day (titles);
CREATE TABLE captured (
    start INTEGER NOT NULL,
    until INTEGER NOT NULL,
    matter INTEGER NOT NULL,                -- 0: none
    millis INTEGER NOT NULL,
    PRIMARY KEY (start, until, matter),
    FOREIGN KEY (start, until) REFERENCES captured_day (start, until) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Whatever changes what a day was made of makes its sums unknown. No day is longer than 26 hours.
CREATE TRIGGER captured_visit_new AFTER INSERT ON visit BEGIN
    DELETE FROM captured_day WHERE start > NEW.start - 93600000 AND start < NEW.start + max(1, NEW.length)
        AND until > NEW.start;
END;
CREATE TRIGGER captured_visit_changed AFTER UPDATE ON visit BEGIN
    DELETE FROM captured_day WHERE start > NEW.start - 93600000
        AND start < NEW.start + max(1, OLD.length, NEW.length) AND until > NEW.start;
END;
CREATE TRIGGER captured_visit_gone AFTER DELETE ON visit BEGIN
    DELETE FROM captured_day WHERE start > OLD.start - 93600000 AND start < OLD.start + max(1, OLD.length)
        AND until > OLD.start;
END;
CREATE TRIGGER captured_presence_new AFTER INSERT ON presence BEGIN
    DELETE FROM captured_day WHERE start > NEW.start - 93600000 AND start < NEW.start + max(1, NEW.length)
        AND until > NEW.start;
END;
CREATE TRIGGER captured_presence_changed AFTER UPDATE ON presence BEGIN
    DELETE FROM captured_day WHERE start > NEW.start - 93600000
        AND start < NEW.start + max(1, OLD.length, NEW.length) AND until > NEW.start;
END;
CREATE TRIGGER captured_presence_gone AFTER DELETE ON presence BEGIN
    DELETE FROM captured_day WHERE start > OLD.start - 93600000 AND start < OLD.start + max(1, OLD.length)
        AND until > OLD.start;
END;
CREATE TRIGGER captured_claim_new AFTER INSERT ON entry_part BEGIN
    DELETE FROM captured_day WHERE start > NEW.start - 93600000 AND start < NEW.start + NEW.length
        AND until > NEW.start;
END;
CREATE TRIGGER captured_claim_gone AFTER DELETE ON entry_part BEGIN
    DELETE FROM captured_day WHERE start > OLD.start - 93600000 AND start < OLD.start + OLD.length
        AND until > OLD.start;
END;
CREATE TRIGGER captured_stated_new BEFORE INSERT ON stated BEGIN      -- which may replace one that was longer
    DELETE FROM captured_day WHERE start > NEW.start - 93600000 AND until > NEW.start
        AND start < NEW.start + max(NEW.length, coalesce((SELECT length FROM stated WHERE start = NEW.start), 0));
END;
CREATE TRIGGER captured_stated_changed AFTER UPDATE ON stated BEGIN
    DELETE FROM captured_day WHERE start > min(OLD.start, NEW.start) - 93600000 AND until > min(OLD.start, NEW.start)
        AND start < max(OLD.start + OLD.length, NEW.start + NEW.length);
END;
CREATE TRIGGER captured_stated_gone AFTER DELETE ON stated BEGIN
    DELETE FROM captured_day WHERE start > OLD.start - 93600000 AND start < OLD.start + OLD.length
        AND until > OLD.start;
END;
CREATE TRIGGER captured_cut_new AFTER INSERT ON cut BEGIN
    DELETE FROM captured_day WHERE start > NEW.at - 93600000 AND start <= NEW.at AND until > NEW.at;
END;
CREATE TRIGGER captured_cut_gone AFTER DELETE ON cut BEGIN
    DELETE FROM captured_day WHERE start > OLD.at - 93600000 AND start <= OLD.at AND until > OLD.at;
END;
CREATE TRIGGER captured_tag_new AFTER INSERT ON tag BEGIN
    DELETE FROM captured_day WHERE start > NEW.hour - 93600000 AND start <= NEW.hour AND until > NEW.hour;
END;
CREATE TRIGGER captured_tag_changed AFTER UPDATE ON tag BEGIN
    DELETE FROM captured_day WHERE start > NEW.hour - 93600000 AND start <= NEW.hour AND until > NEW.hour;
END;
CREATE TRIGGER captured_tag_gone AFTER DELETE ON tag BEGIN
    DELETE FROM captured_day WHERE start > OLD.hour - 93600000 AND start <= OLD.hour AND until > OLD.hour;
END;
CREATE TRIGGER captured_title_means AFTER UPDATE OF match ON title WHEN OLD.assigned IS NOT NEW.assigned BEGIN
    DELETE FROM captured_day WHERE titles >= NEW.id;
END;
