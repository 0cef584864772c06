-- No question could use it ("another version than this" is no range), and every new title paid for it.
DROP INDEX title_matched;
