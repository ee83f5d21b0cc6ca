/** Texts, the theme tree and codings: one tree codes answers, remarks, notes and minutes alike. */
export const codingTables = `
-- Everything people said: a text with its place, time, language and the speaker's role.
CREATE TABLE text (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  kind TEXT NOT NULL CHECK (kind IN ('answer', 'remark', 'specify', 'note', 'minutes', 'document')),
  interview_key INTEGER REFERENCES interview (key),
  question_key INTEGER REFERENCES question (key),
  instance INTEGER NOT NULL DEFAULT 0,
  meeting_id TEXT REFERENCES meeting (id),
  language TEXT NOT NULL,
  speaker_role TEXT,
  said_on TEXT,
  body TEXT NOT NULL,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX text_by_answer ON text (interview_key, question_key, instance, kind) WHERE interview_key IS NOT NULL;
CREATE INDEX text_by_question ON text (question_key, kind);
CREATE INDEX text_by_meeting ON text (meeting_id) WHERE meeting_id IS NOT NULL;

-- color is an index into the palette of twelve and belongs to the branch: only a theme at the top has one.
CREATE TABLE theme (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  parent_id TEXT REFERENCES theme (id),
  ordinal INTEGER NOT NULL,
  color INTEGER CHECK (color BETWEEN 1 AND 12),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  status TEXT NOT NULL DEFAULT 'in-use' CHECK (status IN ('in-use', 'retired')),
  is_codable INTEGER NOT NULL DEFAULT 1 CHECK (is_codable IN (0, 1)),
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;

-- The words for a theme in each language: one preferred, any number of synonyms.
CREATE TABLE theme_term (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  language TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('preferred', 'synonym')),
  term TEXT NOT NULL,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX theme_term_by_theme ON theme_term (theme_id);

-- "differs from": near in words, not the same thing.
CREATE TABLE theme_difference (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  other_theme_id TEXT NOT NULL REFERENCES theme (id),
  note TEXT
) STRICT;

-- Themes on the digits 1-9 in one project's coding grid.
CREATE TABLE quick_theme (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  digit INTEGER NOT NULL CHECK (digit BETWEEN 1 AND 9),
  theme_id TEXT NOT NULL REFERENCES theme (id),
  UNIQUE (project_id, digit)
) STRICT;

-- Offsets count UTF-16 units of the stored text; the end is exclusive. A whole answer is 0 to its length, marked whole.
CREATE TABLE coding (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES text (id),
  theme_id TEXT NOT NULL REFERENCES theme (id),
  coder_id TEXT NOT NULL REFERENCES actor (id),
  is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL,
  certainty TEXT NOT NULL DEFAULT 'explicit' CHECK (certainty IN ('explicit', 'inferred')),
  reason TEXT,
  polarity TEXT CHECK (polarity IN ('positive', 'negative', 'mixed', 'neutral', 'suggestion')),
  origin TEXT NOT NULL DEFAULT 'coder' CHECK (origin IN ('coder', 'accepted-suggestion', 'search', 'import')),
  is_doubtful INTEGER NOT NULL DEFAULT 0 CHECK (is_doubtful IN (0, 1)),
  coded_at TEXT NOT NULL,
  batch_id TEXT REFERENCES import_batch (id),
  CHECK (end_offset > start_offset)
) STRICT;
CREATE INDEX coding_by_text ON coding (text_id, start_offset);
CREATE INDEX coding_by_theme ON coding (theme_id);

-- "Read, nothing to code": a state of its own, not a theme.
CREATE TABLE text_reading (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES text (id),
  coder_id TEXT NOT NULL REFERENCES actor (id),
  state TEXT NOT NULL CHECK (state IN ('no-theme', 'done')),
  read_at TEXT NOT NULL,
  UNIQUE (text_id, coder_id)
) STRICT;

CREATE TABLE memo (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  text_id TEXT REFERENCES text (id),
  coding_id TEXT REFERENCES coding (id),
  theme_id TEXT REFERENCES theme (id),
  body TEXT NOT NULL,
  written_by TEXT NOT NULL REFERENCES actor (id),
  written_at TEXT NOT NULL
) STRICT;

-- A cell of the framework matrix: one person, one theme, a summary in the analyst's words.
CREATE TABLE chart_cell (
  id TEXT PRIMARY KEY,
  respondent_id TEXT NOT NULL REFERENCES respondent (id),
  theme_id TEXT NOT NULL REFERENCES theme (id),
  summary TEXT NOT NULL,
  UNIQUE (respondent_id, theme_id)
) STRICT;

-- What was said, and what may be shown of it once two people have cleared it.
CREATE TABLE quote (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES text (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  cleared_body TEXT,
  attributes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attributes)),
  status TEXT NOT NULL CHECK (status IN ('raw', 'proposed', 'cleared', 'needs-a-look')),
  proposed_by TEXT REFERENCES actor (id),
  cleared_by TEXT REFERENCES actor (id),
  cleared_at TEXT
) STRICT;
`;
