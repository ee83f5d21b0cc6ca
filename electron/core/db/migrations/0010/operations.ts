/** The operation log (undo, redo, audit), the people who work in the file, its settings and its import batches. */
export const operationTables = `
-- One row per thing somebody did. Intent here, effect in op_change.
CREATE TABLE op (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  window_id TEXT NOT NULL,
  replica_id TEXT NOT NULL,
  hlc TEXT NOT NULL,
  at TEXT NOT NULL,
  label_id TEXT NOT NULL,
  label_params TEXT NOT NULL CHECK (json_valid(label_params)),
  is_undoable INTEGER NOT NULL CHECK (is_undoable IN (0, 1)),
  undoes INTEGER REFERENCES op (seq),
  undone_by INTEGER REFERENCES op (seq),
  merge_key TEXT,
  batch_id TEXT
) STRICT;
CREATE INDEX op_undo_order ON op (actor_id, window_id, seq);

-- The row images of an operation, written by generated triggers only.
CREATE TABLE op_change (
  op_seq INTEGER NOT NULL REFERENCES op (seq),
  n INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX op_change_by_op ON op_change (op_seq, n);
CREATE INDEX op_change_by_row ON op_change (table_name, row_id);

-- The operation being recorded now. NULL between operations: then every trigger's insert fails, and so does the write.
CREATE TABLE op_ctx (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  op_seq INTEGER,
  is_batch INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO op_ctx (only, op_seq, is_batch) VALUES (1, NULL, 0);

-- A bulk import is one operation. Its rows carry the batch, and while it is undone they rest here, packed.
CREATE TABLE import_batch (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  row_count INTEGER NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;
-- How a survey file's columns were matched with a questionnaire, for the next file that looks the same.
CREATE TABLE import_mapping (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL,
  questionnaire_id TEXT NOT NULL,
  header_fingerprint TEXT NOT NULL,
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  used_at TEXT NOT NULL,
  UNIQUE (questionnaire_id, header_fingerprint)
) STRICT;
CREATE TABLE import_archive (
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  n INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  rows BLOB NOT NULL,
  PRIMARY KEY (batch_id, n)
) STRICT;

-- What was done in other copies and has been taken over: so that the same copy merged twice gives nothing new, and so that the
-- history still tells who did what. Rows of it are logged like any other: undoing a merge forgets them again.
CREATE TABLE merged_op (
  id TEXT PRIMARY KEY,
  hlc TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  at TEXT NOT NULL,
  label_id TEXT NOT NULL,
  label_params TEXT NOT NULL CHECK (json_valid(label_params))
) STRICT;

-- Facts about this copy of the file: workspace id, replica id, last clock. Not undoable.
CREATE TABLE workspace_fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- People who work in the program: interviewers and coders, by the name they sign with. Made on first use, not undoable.
CREATE TABLE actor (
  id TEXT PRIMARY KEY,
  user_name TEXT UNIQUE,
  name TEXT NOT NULL,
  initials TEXT NOT NULL,
  is_consensus INTEGER NOT NULL DEFAULT 0 CHECK (is_consensus IN (0, 1))
) STRICT;

-- Settings that belong to the workspace and not to the machine.
CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
`;
