-- What the workbench adds to a case, made when it is first needed; a case without it is as good a case. Format version 1.

-- What people decided about groups, families of articles and pairs of bylines. Rows are only added: what is taken back is taken back by a further row.
CREATE TABLE IF NOT EXISTS decision (
  id        INTEGER PRIMARY KEY,             -- 1, 2, 3 … in order of time
  time_utc  TEXT    NOT NULL,                -- ISO 8601
  action    TEXT    NOT NULL CHECK (action IN ('keep', 'dismiss', 'reopen', 'note', 'remove-note', 'tag', 'untag', 'undo')),
  group_key TEXT    NOT NULL,                -- of the members alone, so that it stands for the same group, family or pair when it is found again
  members   TEXT    NOT NULL,                -- platform:id of each member, or ids of articles, or bylines: a JSON list
  text      TEXT    NOT NULL DEFAULT '',     -- the reason, the note, the tag
  about     INTEGER REFERENCES decision      -- the note that is removed, the decision that is undone
) STRICT;

CREATE TRIGGER IF NOT EXISTS decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'A decision is never changed, only followed by another.'); END;

CREATE TRIGGER IF NOT EXISTS decision_is_not_removed BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'A decision is never removed, only followed by another.'); END;

-- The report as it is being put together. At most one row.
CREATE TABLE IF NOT EXISTS report_draft (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  draft TEXT NOT NULL                        -- JSON
) STRICT;

-- What would take long to count on every look; counted up to the last post and made anew when there are further ones.
CREATE TABLE IF NOT EXISTS summary (
  name     TEXT    PRIMARY KEY,
  posts_to INTEGER NOT NULL,                 -- the last post that it counts
  value    TEXT    NOT NULL                  -- JSON
) STRICT;

-- Where the accounts of a run stand in the picture of its network, about -1 to 1.
CREATE TABLE IF NOT EXISTS run_place (
  run     INTEGER NOT NULL REFERENCES run,
  account INTEGER NOT NULL REFERENCES account,
  x       REAL    NOT NULL,
  y       REAL    NOT NULL,
  PRIMARY KEY (run, account)
) STRICT, WITHOUT ROWID;

-- The posts of an account in order of time.
CREATE INDEX IF NOT EXISTS post_of_account ON post (account, time_us);

-- What was worked out over all articles of the case for the pages, one row a study; made anew when somebody asks.
CREATE TABLE IF NOT EXISTS study (
  name     TEXT    PRIMARY KEY,              -- lineage, subjects, personas
  articles INTEGER NOT NULL,                 -- number of articles that it looked at; with more in the case it is behind
  made_utc TEXT    NOT NULL,                 -- ISO 8601
  version  TEXT    NOT NULL,                 -- of Claque
  value    TEXT    NOT NULL                  -- JSON
) STRICT;

-- The parts of a study that a page reads by themselves: a family, two versions, a byline.
CREATE TABLE IF NOT EXISTS study_part (
  study TEXT NOT NULL REFERENCES study,
  key   TEXT NOT NULL,
  value TEXT NOT NULL,                       -- JSON
  PRIMARY KEY (study, key)
) STRICT, WITHOUT ROWID;
