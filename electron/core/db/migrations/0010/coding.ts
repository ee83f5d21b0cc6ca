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
  -- What belongs here and what does not, one text per language.
  inclusion TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(inclusion)),
  exclusion TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(exclusion)),
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

-- Anchor examples: words that show what the theme is, made up or freed of whoever said them, so that a codebook can be given away.
CREATE TABLE theme_example (
  id TEXT PRIMARY KEY,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  ordinal INTEGER NOT NULL,
  language TEXT NOT NULL,
  body TEXT NOT NULL,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX theme_example_by_theme ON theme_example (theme_id);

-- The tree as it was on a day, whole, as CodebookSnapshot of shared/model/codebook.ts writes it.
CREATE TABLE codebook_version (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL,
  note TEXT,
  snapshot TEXT NOT NULL CHECK (json_valid(snapshot)),
  made_by TEXT NOT NULL REFERENCES actor (id),
  made_at TEXT NOT NULL
) STRICT;

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
  -- What it is about: one person's case, a service, the system; and which service.
  level TEXT CHECK (level IN ('individual', 'service', 'system')),
  service_id TEXT REFERENCES service (id),
  origin TEXT NOT NULL DEFAULT 'coder' CHECK (origin IN ('coder', 'accepted-suggestion', 'search', 'import', 'consensus')),
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

-- What coders agreed on where they had differed: for this theme on this text only the codings of the consensus coder count. The
-- coders' own stay as they were. No coding of the consensus coder there: they agreed that the theme does not belong.
CREATE TABLE consensus (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES text (id),
  theme_id TEXT NOT NULL REFERENCES theme (id),
  note TEXT,
  settled_by TEXT NOT NULL REFERENCES actor (id),
  settled_at TEXT NOT NULL,
  UNIQUE (text_id, theme_id)
) STRICT;
CREATE INDEX consensus_by_theme ON consensus (theme_id);

-- The codings that are counted and quoted: those of all coders, and where they settled a difference, what they settled.
CREATE VIEW counted_coding AS
SELECT coding.* FROM coding
WHERE (coding.coder_id IN (SELECT id FROM actor WHERE is_consensus = 1)) = EXISTS (SELECT 1 FROM consensus WHERE consensus.text_id = coding.text_id AND consensus.theme_id = coding.theme_id);

-- How one project codes.
CREATE TABLE coding_setting (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL UNIQUE REFERENCES project (id),
  -- The program proposes themes from what has been coded here.
  is_suggesting INTEGER NOT NULL DEFAULT 0 CHECK (is_suggesting IN (0, 1)),
  -- Coders see their own codings only.
  is_blind INTEGER NOT NULL DEFAULT 0 CHECK (is_blind IN (0, 1))
) STRICT;

-- A proposed theme somebody turned down: not proposed again for this text.
CREATE TABLE suggestion_rejection (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES text (id),
  theme_id TEXT NOT NULL REFERENCES theme (id),
  rejected_by TEXT NOT NULL REFERENCES actor (id),
  rejected_at TEXT NOT NULL,
  UNIQUE (text_id, theme_id)
) STRICT;

-- A longer text that came as a file or was written here: a transcript, notes of an interview, somebody's letter. Its words are the
-- text row, with interview_key where it belongs to an interview, so that its codings count for that person.
CREATE TABLE document (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  text_id TEXT NOT NULL UNIQUE REFERENCES text (id),
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('transcript', 'notes', 'letter', 'other')),
  file_name TEXT,
  added_by TEXT NOT NULL REFERENCES actor (id),
  added_at TEXT NOT NULL,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX document_by_project ON document (project_id);

-- Who speaks from where to where in a transcript, and when in the recording. Offsets as in coding.
CREATE TABLE text_turn (
  id TEXT PRIMARY KEY,
  text_id TEXT NOT NULL REFERENCES text (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  speaker TEXT,
  role TEXT CHECK (role IN ('interviewer', 'participant', 'other')),
  starts_ms INTEGER,
  ends_ms INTEGER,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX text_turn_by_text ON text_turn (text_id, start_offset);

-- On a project, a text, a segment or a theme, by the deepest that is named.
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
CREATE INDEX memo_by_project ON memo (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX memo_by_text ON memo (text_id) WHERE text_id IS NOT NULL;
CREATE INDEX memo_by_coding ON memo (coding_id) WHERE coding_id IS NOT NULL;
CREATE INDEX memo_by_theme ON memo (theme_id) WHERE theme_id IS NOT NULL;

-- A framework matrix: which themes, and whether its rows are persons, interviews (groups), or the persons of each answer to a variable.
CREATE TABLE framework (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('person', 'interview', 'variable')),
  variable_id TEXT REFERENCES variable (id),
  ordinal INTEGER NOT NULL
) STRICT;
CREATE TABLE framework_theme (
  id TEXT PRIMARY KEY,
  framework_id TEXT NOT NULL REFERENCES framework (id),
  theme_id TEXT NOT NULL REFERENCES theme (id),
  ordinal INTEGER NOT NULL,
  UNIQUE (framework_id, theme_id)
) STRICT;

-- A cell: what one case says of one theme, in the analyst's words. The same in every matrix that shows the pair. A case is a
-- respondent, an interview, or an answer to a variable ("variable id/code").
CREATE TABLE framework_cell (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  respondent_id TEXT REFERENCES respondent (id),
  interview_key INTEGER REFERENCES interview (key),
  answer_group TEXT,
  theme_id TEXT NOT NULL REFERENCES theme (id),
  summary TEXT NOT NULL,
  -- Done: shown as such, and changed only after it was opened again.
  finished_at TEXT,
  CHECK ((respondent_id IS NOT NULL) + (interview_key IS NOT NULL) + (answer_group IS NOT NULL) = 1)
) STRICT;
CREATE UNIQUE INDEX framework_cell_of_respondent ON framework_cell (respondent_id, theme_id) WHERE respondent_id IS NOT NULL;
CREATE UNIQUE INDEX framework_cell_of_interview ON framework_cell (interview_key, theme_id) WHERE interview_key IS NOT NULL;
CREATE UNIQUE INDEX framework_cell_of_group ON framework_cell (project_id, answer_group, theme_id) WHERE answer_group IS NOT NULL;
CREATE INDEX framework_cell_by_theme ON framework_cell (theme_id);

-- What the persons' words say beside a score, in the analyst's words: one line of a joint display, for one question and one theme.
CREATE TABLE joint_display (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  variable_id TEXT NOT NULL REFERENCES variable (id),
  theme_id TEXT NOT NULL REFERENCES theme (id),
  inference TEXT CHECK (inference IN ('confirms', 'expands', 'contradicts')),
  words TEXT NOT NULL DEFAULT '',
  UNIQUE (project_id, variable_id, theme_id)
) STRICT;
CREATE INDEX joint_display_by_theme ON joint_display (theme_id);

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
  cleared_at TEXT,
  -- Why the second reader sent it back.
  note TEXT
) STRICT;
CREATE INDEX quote_by_text ON quote (text_id);

-- What in a quote may tell who said it, and what was decided about each. Offsets count from the start of the quote.
CREATE TABLE quote_mark (
  id TEXT PRIMARY KEY,
  quote_id TEXT NOT NULL REFERENCES quote (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('name', 'place', 'date', 'employer', 'rare-event', 'dialect', 'number', 'other')),
  decision TEXT CHECK (decision IN ('keep', 'general-word', 'remove')),
  general_word TEXT
) STRICT;
CREATE INDEX quote_mark_by_quote ON quote_mark (quote_id);

-- The words behind a summary.
CREATE TABLE framework_cell_quote (
  id TEXT PRIMARY KEY,
  cell_id TEXT NOT NULL REFERENCES framework_cell (id),
  quote_id TEXT NOT NULL REFERENCES quote (id),
  UNIQUE (cell_id, quote_id)
) STRICT;
CREATE INDEX framework_cell_quote_by_quote ON framework_cell_quote (quote_id);
`;
