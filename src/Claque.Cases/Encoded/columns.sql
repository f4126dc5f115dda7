-- Made when a case of many posts is first looked at. May be deleted at any time: it is made anew from the posts.

-- What was made of the posts: their columns, and one trace of acts per behaviour. Good for one state of the posts, one set of
-- options and one build of the engine, so that a better rule needs no new import.
CREATE TABLE IF NOT EXISTS encoding (
  id      INTEGER PRIMARY KEY,
  posts   TEXT NOT NULL,       -- SHA-256 over what the case has imported
  rules   TEXT NOT NULL,       -- options, and the build of the engine
  content TEXT NOT NULL        -- JSON: behaviours in order, notes, whether there are texts
) STRICT;

-- Its columns, cut into pieces of at most 1 MiB; numbers are little-endian.
CREATE TABLE IF NOT EXISTS encoding_column (
  encoding INTEGER NOT NULL REFERENCES encoding,
  name     TEXT    NOT NULL,   -- post.keys, post.accounts, post.times_us, post.precisions, account.names; 0.posts, 0.objects, 0.names of the first trace …
  chunk    INTEGER NOT NULL,
  data     BLOB    NOT NULL,
  PRIMARY KEY (encoding, name, chunk)
) STRICT;
