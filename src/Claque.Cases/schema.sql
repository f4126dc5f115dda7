-- The case file: one investigation in one SQLite 3 database. Format version 1.
-- Any SQLite browser opens it. The views post_readable and pair_readable show times, handles and file names as people read them.
--
-- Conventions
--   *_us         microseconds since 1970-01-01T00:00:00Z, UTC; a gap in microseconds where the name says gap
--   precision    0 microsecond, 1 millisecond, 2 second, 3 minute, 4 hour, 5 day: the clock step of a time
--   NULL         the source did not have it. A list that the source has but that is empty for the post is [].
--   lists        JSON arrays of texts, in the order and spelling of the source
-- All text is valid UTF-8. No row of post or account is ever deleted, and none of reject but
-- those of a file that had no usable row and is then read in another way.

PRAGMA page_size = 8192;
PRAGMA encoding = 'UTF-8';

BEGIN;
PRAGMA application_id = 0x436C7165;          -- "Clqe"
PRAGMA user_version = 1;                     -- the format version

-- What the case is about. Exactly one row.
CREATE TABLE case_info (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  question        TEXT    NOT NULL,          -- what the investigator wants to know; may be empty
  created_utc     TEXT    NOT NULL,          -- ISO 8601
  claque_version  TEXT    NOT NULL,          -- the version that made the case
  pseudonymise    INTEGER NOT NULL DEFAULT 0 CHECK (pseudonymise IN (0, 1)),
  pseudonym_key   BLOB    NOT NULL,          -- 32 random bytes: the key of the pseudonyms of this case
  searchable_to   INTEGER                    -- the last post in post_text; NULL when there is no search index
) STRICT;

-- One imported file. A file is in a case once, by the hash of its bytes.
CREATE TABLE source (
  id            INTEGER PRIMARY KEY,         -- 1, 2, 3 … in order of import
  file_name     TEXT    NOT NULL,            -- without folder
  sha256        TEXT    NOT NULL UNIQUE,     -- of the file as it lay on disk, lower-case hex
  bytes         INTEGER NOT NULL,
  format        TEXT    NOT NULL,            -- what it was recognised as
  mapping       TEXT    NOT NULL,            -- which column feeds which field
  imported_utc  TEXT    NOT NULL,            -- when its import began
  state         TEXT    NOT NULL CHECK (state IN ('importing', 'complete', 'incomplete')),
  reason        TEXT    NOT NULL DEFAULT '', -- why it is incomplete
  rows_done     INTEGER NOT NULL DEFAULT 0,  -- rows read; after an interruption the import goes on behind them
  posts_new     INTEGER NOT NULL DEFAULT 0,  -- rows that brought a post the case did not have
  posts_known   INTEGER NOT NULL DEFAULT 0,  -- rows whose post the case already had
  rows_adding   INTEGER NOT NULL DEFAULT 0,  -- those of posts_known that added links, objects … to it
  rows_rejected INTEGER NOT NULL DEFAULT 0,
  first_us      INTEGER,                     -- earliest and latest time among its rows, known posts too
  last_us       INTEGER,
  precision     INTEGER NOT NULL DEFAULT 0 CHECK (precision BETWEEN 0 AND 5), -- coarsest clock step
  notes         TEXT    NOT NULL DEFAULT '[]' -- what the reader had to say, as sentences: a JSON list
) STRICT;

-- Every row of a file that could not be used.
CREATE TABLE reject (
  id      INTEGER PRIMARY KEY,
  source  INTEGER NOT NULL REFERENCES source,
  line    INTEGER NOT NULL,                  -- line in the file, from 1; for JSON the number of the record
  kind    TEXT    NOT NULL,                  -- short, to count by
  reason  TEXT    NOT NULL,                  -- the whole sentence, with the value found
  excerpt TEXT    NOT NULL                   -- how the row begins
) STRICT;

-- Who posted. An account is known by its platform and its id there.
CREATE TABLE account (
  id         INTEGER PRIMARY KEY,
  platform   TEXT NOT NULL,                  -- x, bluesky, telegram …; empty when unknown
  native_id  TEXT NOT NULL,
  handle     TEXT NOT NULL DEFAULT '',       -- last seen, by the time of the posts; empty when never seen
  name       TEXT NOT NULL DEFAULT '',       -- display name, last seen
  UNIQUE (platform, native_id)
) STRICT;

-- Handles and display names over time: the earliest and the latest post that carried them.
CREATE TABLE account_name (
  account  INTEGER NOT NULL REFERENCES account,
  handle   TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  first_us INTEGER NOT NULL,
  last_us  INTEGER NOT NULL,
  PRIMARY KEY (account, handle, name)
) STRICT, WITHOUT ROWID;

-- The posts, as published, with the file and line they came from. A post that comes again keeps its row; links, mentions,
-- media and objects that it did not have yet are added at the end of its lists.
CREATE TABLE post (
  id           INTEGER PRIMARY KEY,
  source       INTEGER NOT NULL REFERENCES source,
  line         INTEGER NOT NULL,
  native_id    TEXT,                         -- id on the platform
  account      INTEGER NOT NULL REFERENCES account,
  time_us      INTEGER NOT NULL,
  precision    INTEGER NOT NULL CHECK (precision BETWEEN 0 AND 5),
  time_from_id INTEGER NOT NULL CHECK (time_from_id IN (0, 1)), -- 1: the time was restored from native_id
  is_reshare   INTEGER NOT NULL CHECK (is_reshare IN (0, 1)),   -- 1: it only passes on another post
  text         TEXT,
  language     TEXT,
  reshare_of   TEXT,                         -- native id of the post it reshares
  reply_to     TEXT,
  quote_of     TEXT,
  client       TEXT,                         -- the program it was posted with
  url          TEXT,                         -- where it can be seen
  links        TEXT,
  hashtags     TEXT,
  mentions     TEXT,
  media        TEXT,                         -- hashes or ids
  objects      TEXT                          -- further columns: [{"column":"…","value":"…"}]
) STRICT;

-- Post identity is (account, native_id); an account has one platform. The id comes first because ids mostly grow with time,
-- so that new entries go to the end of the index.
CREATE UNIQUE INDEX post_identity ON post (native_id, account) WHERE native_id IS NOT NULL;

-- One run of the detection, with all that is needed to repeat it.
CREATE TABLE run (
  id             INTEGER PRIMARY KEY,
  started_utc    TEXT NOT NULL,
  claque_version TEXT NOT NULL,
  options        TEXT NOT NULL,              -- every option, JSON with sorted keys
  seed           TEXT NOT NULL,              -- decimal; a seed may exceed SQLite's integers
  input_sha256   TEXT NOT NULL,              -- over the hashes of the sources it ran on
  error_control  TEXT NOT NULL               -- the sentence on error control that stands in every output
) STRICT;

-- What a run looked at: one behaviour at one window.
CREATE TABLE run_layer (
  run         INTEGER NOT NULL REFERENCES run,
  number      INTEGER NOT NULL,
  behaviour   TEXT    NOT NULL,
  window_us   INTEGER NOT NULL,
  acts        INTEGER NOT NULL,
  accounts    INTEGER NOT NULL,
  objects     INTEGER NOT NULL,
  pairs       INTEGER NOT NULL,
  hub_objects INTEGER NOT NULL,              -- objects left out because too many accounts touched them
  hub_acts    INTEGER NOT NULL,              -- acts on them
  coarse_acts INTEGER NOT NULL,              -- acts whose clock step is too coarse for the window
  refused     TEXT    NOT NULL,              -- why the window was not used; empty when it was
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

-- What a run counted, left out or refused, as sentences.
CREATE TABLE run_note (
  run    INTEGER NOT NULL REFERENCES run,
  number INTEGER NOT NULL,
  note   TEXT    NOT NULL,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

-- Two accounts that acted together in a layer. a < b.
CREATE TABLE run_pair (
  run           INTEGER NOT NULL REFERENCES run,
  layer         INTEGER NOT NULL,
  a             INTEGER NOT NULL REFERENCES account,
  b             INTEGER NOT NULL REFERENCES account,
  weight        INTEGER NOT NULL,            -- distinct objects on which they co-acted
  co_acts       INTEGER NOT NULL,
  posts_a       INTEGER NOT NULL,            -- distinct posts of a in those co-acts
  posts_b       INTEGER NOT NULL,
  sum_gap_us    INTEGER NOT NULL,
  median_gap_us REAL    NOT NULL,
  a_first       INTEGER NOT NULL,            -- co-acts in which a was first
  b_first       INTEGER NOT NULL,
  p             REAL,                        -- p-value; NULL when the run made no test
  q             REAL,                        -- after false-discovery control
  tier          TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (run, layer, a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;

-- Groups: of one behaviour, or over all behaviours (behaviour is empty).
CREATE TABLE run_group (
  run           INTEGER NOT NULL REFERENCES run,
  behaviour     TEXT    NOT NULL,
  number        INTEGER NOT NULL,            -- from 1, largest evidence first
  behaviours    TEXT    NOT NULL,            -- behaviours in which its pairs stand: a JSON list
  pair_count    INTEGER NOT NULL,
  density       REAL    NOT NULL,
  weight        INTEGER NOT NULL,
  objects       INTEGER NOT NULL,
  median_gap_us REAL    NOT NULL,
  first_us      INTEGER NOT NULL,
  last_us       INTEGER NOT NULL,
  tier          TEXT    NOT NULL DEFAULT '',
  readings      TEXT    NOT NULL DEFAULT '[]', -- what the group may be, as sentences: a JSON list
  PRIMARY KEY (run, behaviour, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_member (
  run          INTEGER NOT NULL REFERENCES run,
  behaviour    TEXT    NOT NULL,
  "group"      INTEGER NOT NULL,
  rank         INTEGER NOT NULL,             -- from 1, most joint objects first
  account      INTEGER NOT NULL REFERENCES account,
  ties         INTEGER NOT NULL,             -- members it forms a pair with
  joint_posts  INTEGER NOT NULL,             -- its posts that are part of a co-act inside the group
  posts        INTEGER NOT NULL,             -- all its posts
  PRIMARY KEY (run, behaviour, "group", rank)
) STRICT, WITHOUT ROWID;

-- What accounts shared, as far as exhibits show it.
CREATE TABLE run_object (
  id        INTEGER PRIMARY KEY,
  run       INTEGER NOT NULL REFERENCES run,
  behaviour TEXT    NOT NULL,
  name      TEXT    NOT NULL                 -- the canonical link, the id of the post, the text
) STRICT;

-- The exhibits: two posts of different accounts on one object, close in time. a < b.
CREATE TABLE run_coact (
  run    INTEGER NOT NULL REFERENCES run,
  a      INTEGER NOT NULL REFERENCES account,
  b      INTEGER NOT NULL REFERENCES account,
  number INTEGER NOT NULL,                   -- order within the pair
  object INTEGER NOT NULL REFERENCES run_object,
  post_a INTEGER NOT NULL REFERENCES post,
  post_b INTEGER NOT NULL REFERENCES post,
  gap_us INTEGER NOT NULL,                   -- time of post_b minus time of post_a
  PRIMARY KEY (run, a, b, number),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;

CREATE VIEW post_readable AS
SELECT post.id,
       CASE precision
         WHEN 5 THEN strftime('%Y-%m-%d', seconds, 'unixepoch')
         WHEN 4 THEN strftime('%Y-%m-%dT%HZ', seconds, 'unixepoch')
         WHEN 3 THEN strftime('%Y-%m-%dT%H:%MZ', seconds, 'unixepoch')
         WHEN 2 THEN strftime('%Y-%m-%dT%H:%M:%SZ', seconds, 'unixepoch')
         WHEN 1 THEN strftime('%Y-%m-%dT%H:%M:%S', seconds, 'unixepoch') || printf('.%03dZ', (time_us - seconds * 1000000) / 1000)
         ELSE strftime('%Y-%m-%dT%H:%M:%S', seconds, 'unixepoch') || printf('.%06dZ', time_us - seconds * 1000000)
       END AS time,
       account.platform, account.native_id AS account_id, account.handle, account.name,
       post.native_id AS post_id, text, language, is_reshare, reshare_of, reply_to, quote_of, client, url,
       links, hashtags, mentions, media, objects, source.file_name AS file, line
FROM (SELECT *, (time_us - ((time_us % 1000000) + 1000000) % 1000000) / 1000000 AS seconds FROM post) AS post
JOIN account ON account.id = post.account
JOIN (SELECT id AS source_id, file_name FROM source) AS source ON source_id = post.source;

CREATE VIEW pair_readable AS
SELECT run_pair.run, behaviour, window_us / 1e6 AS window_s,
       coalesce(nullif(x.handle, ''), x.native_id) AS a, coalesce(nullif(y.handle, ''), y.native_id) AS b,
       weight, co_acts, posts_a, posts_b, sum_gap_us / 1e6 / co_acts AS mean_gap_s, median_gap_us / 1e6 AS median_gap_s,
       a_first, b_first, p, q, tier
FROM run_pair
JOIN run_layer ON run_layer.run = run_pair.run AND run_layer.number = run_pair.layer
JOIN account AS x ON x.id = run_pair.a
JOIN account AS y ON y.id = run_pair.b;

COMMIT;

-- Additions: tables that came later. A case made before has them from its first run or audit on; its format version stays.

-- How the groups over all behaviours fare when the run is made in other ways. A reading of stability, not a test.
CREATE TABLE IF NOT EXISTS run_sensitivity (
  run     INTEGER NOT NULL REFERENCES run,
  "group" INTEGER NOT NULL,                  -- number of the group, behaviour empty
  number  INTEGER NOT NULL,                  -- from 1; the first is the run as it was made
  kind    TEXT    NOT NULL,                  -- as_run, windows, error_rate, behaviours, objects: what the setting changes
  setting TEXT    NOT NULL,                  -- the setting in words
  members INTEGER NOT NULL,
  named   INTEGER NOT NULL,                  -- members that form a named pair with another member
  weak    INTEGER NOT NULL,                  -- further members that form a weak pair with another member
  parts   INTEGER NOT NULL,                  -- pieces into which those pairs tie them; 0 when none of the group stands
  q       REAL    NOT NULL,                  -- median over the members of their smallest q-value inside the group
  PRIMARY KEY (run, "group", number)
) STRICT, WITHOUT ROWID;

-- Accounts whose acting together is explained, with the label that says by what. They keep their tier.
CREATE TABLE IF NOT EXISTS run_explained (
  run     INTEGER NOT NULL REFERENCES run,
  account INTEGER NOT NULL REFERENCES account,
  label   TEXT    NOT NULL,                  -- regular delay, declared affiliation: NAME, or both
  PRIMARY KEY (run, account)
) STRICT, WITHOUT ROWID;

-- Accounts that are worth a look and that nothing names: no findings, and no error rate.
CREATE TABLE IF NOT EXISTS run_surfaced (
  run        INTEGER NOT NULL REFERENCES run,
  number     INTEGER NOT NULL,               -- from 1, in the order in which they are shown
  account    INTEGER NOT NULL REFERENCES account,
  tier       TEXT    NOT NULL,               -- at_publication, lead
  circle     INTEGER,                        -- number of its circle; NULL at publication
  behaviours TEXT    NOT NULL,               -- with commas between
  why        TEXT    NOT NULL,               -- what was seen, in a sentence
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

-- Audits: the test on the same acts with every fine time drawn anew.
CREATE TABLE IF NOT EXISTS run_audit (
  id             INTEGER PRIMARY KEY,
  run            INTEGER REFERENCES run,     -- the run with the same options; NULL when there was none
  started_utc    TEXT NOT NULL,
  claque_version TEXT NOT NULL,
  options        TEXT NOT NULL,              -- as of a run
  seed           TEXT NOT NULL,
  input_sha256   TEXT NOT NULL               -- as of a run
) STRICT;

CREATE TABLE IF NOT EXISTS run_audit_round (
  audit       INTEGER NOT NULL REFERENCES run_audit,
  number      INTEGER NOT NULL,
  named       INTEGER NOT NULL,              -- accounts named in this round, by chance
  weak        INTEGER NOT NULL,              -- accounts of the weak tier
  named_pairs INTEGER NOT NULL,
  PRIMARY KEY (audit, number)
) STRICT, WITHOUT ROWID;
