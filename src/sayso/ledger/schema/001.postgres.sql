CREATE TABLE terms (key BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX terms_by_word ON terms USING GIN (words);
CREATE TABLE schema_version (version INTEGER NOT NULL);
INSERT INTO schema_version VALUES (0);
