-- The articles of a case: tables that come beside those of schema.sql, added to older cases when they first get an article.
-- Spans (start, end) count UTF-16 code units into article.text; end is one behind the last.

CREATE TABLE IF NOT EXISTS article (
  id           INTEGER PRIMARY KEY,
  source       INTEGER NOT NULL REFERENCES source,
  number       INTEGER NOT NULL,             -- its place in the file, from 1
  name         TEXT    NOT NULL UNIQUE,      -- id of its file or record; a changed text under a known id becomes "id (2)"
  url          TEXT,                         -- where it was published or found
  canonical    TEXT,                         -- the canonical form of its address, by which posts that link to it are found
  outlet       TEXT,
  byline       TEXT,
  title        TEXT,
  language     TEXT,
  published_us INTEGER,
  precision    INTEGER NOT NULL CHECK (precision BETWEEN 0 AND 5),
  text         TEXT    NOT NULL,             -- all the text of the page or file; article_block says what is what
  file         TEXT    NOT NULL,
  notes        TEXT    NOT NULL DEFAULT '[]' -- what was cut off or skipped, as sentences: a JSON list
) STRICT;

CREATE INDEX IF NOT EXISTS article_by_canonical ON article (canonical) WHERE canonical IS NOT NULL;

-- What each line of an article is: body, title, byline, related, site … and why.
CREATE TABLE IF NOT EXISTS article_block (
  article INTEGER NOT NULL REFERENCES article,
  number  INTEGER NOT NULL,                  -- order in the text
  class   TEXT    NOT NULL,
  reason  TEXT    NOT NULL,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- What page and file state about an article's origin. What the text says is found anew on every look.
CREATE TABLE IF NOT EXISTS article_fact (
  article    INTEGER NOT NULL REFERENCES article,
  number     INTEGER NOT NULL,
  kind       TEXT    NOT NULL,               -- canonical, publisher, author, published …
  value      TEXT    NOT NULL,
  stated     INTEGER NOT NULL CHECK (stated IN (0, 1)), -- 0: inferred
  rule       TEXT    NOT NULL,
  confidence REAL    NOT NULL,
  start      INTEGER,                        -- NULL: in the markup, not in the text
  "end"      INTEGER,
  PRIMARY KEY (article, number)
) STRICT, WITHOUT ROWID;

-- Posts that link to an article, by canonical address.
CREATE TABLE IF NOT EXISTS article_post (
  article INTEGER NOT NULL REFERENCES article,
  post    INTEGER NOT NULL REFERENCES post,
  PRIMARY KEY (article, post)
) STRICT, WITHOUT ROWID;

-- What a user says about names in the articles: two written forms are one entity, or are not, whatever the rules say.
CREATE TABLE IF NOT EXISTS name_correction (
  id   INTEGER PRIMARY KEY,
  a    TEXT    NOT NULL,                     -- the form that comes first in byte order
  b    TEXT    NOT NULL,
  same INTEGER NOT NULL CHECK (same IN (0, 1)),
  UNIQUE (a, b)
) STRICT;
