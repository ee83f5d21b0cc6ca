/** Respondents, what became of each, consents, interviews and answers. */
export const interviewTables = `
-- A pseudonym, never a name: the link to the person lies in the vault, which is another file.
CREATE TABLE respondent (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  code TEXT NOT NULL,
  recruited_by TEXT,
  withdrawn_at TEXT,
  batch_id TEXT REFERENCES import_batch (id),
  UNIQUE (project_id, code)
) STRICT;

-- The chain from invited to complete, as dated events; the status is derived from it (AAPOR outcome letters).
CREATE TABLE disposition_event (
  id TEXT PRIMARY KEY,
  respondent_id TEXT NOT NULL REFERENCES respondent (id),
  wave_id TEXT NOT NULL REFERENCES wave (id),
  kind TEXT NOT NULL CHECK (kind IN ('invited', 'reminded', 'not-reached', 'declined', 'not-eligible', 'agreed', 'started', 'partial',
    'complete', 'in-check', 'verified', 'withdrawn', 'erased')),
  happened_on TEXT NOT NULL,
  precision TEXT NOT NULL DEFAULT 'exact' CHECK (precision IN ('exact', 'about', 'inferred')),
  reason TEXT,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX disposition_event_by_respondent ON disposition_event (respondent_id, wave_id);

CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  respondent_id TEXT NOT NULL REFERENCES respondent (id),
  scope TEXT NOT NULL CHECK (scope IN ('take-part', 'quotes', 'contact', 'photo', 'recording')),
  version TEXT,
  given_on TEXT NOT NULL,
  withdrawn_on TEXT,
  how TEXT
) STRICT;

-- key is a small local number used by answer; the id is what an interview is.
CREATE TABLE interview (
  id TEXT PRIMARY KEY,
  key INTEGER NOT NULL UNIQUE,
  project_id TEXT NOT NULL REFERENCES project (id),
  respondent_id TEXT NOT NULL REFERENCES respondent (id),
  wave_id TEXT NOT NULL REFERENCES wave (id),
  version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'group')),
  mode TEXT NOT NULL CHECK (mode IN ('face-to-face', 'phone', 'video', 'paper', 'self-completed', 'imported')),
  language TEXT NOT NULL,
  interviewer_id TEXT REFERENCES actor (id),
  place_id TEXT REFERENCES place (id),
  service_id TEXT REFERENCES service (id),
  status TEXT NOT NULL CHECK (status IN ('started', 'partial', 'complete', 'declined', 'in-check', 'verified', 'withdrawn')),
  held_on TEXT,
  started_at TEXT NOT NULL,
  completed_at TEXT,
  current_question_id TEXT REFERENCES question (id),
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX interview_by_project ON interview (project_id, wave_id, key);
CREATE INDEX interview_by_status ON interview (project_id, status, started_at);
CREATE INDEX interview_by_version ON interview (version_id);
CREATE INDEX interview_by_respondent ON interview (respondent_id);
CREATE INDEX interview_by_batch ON interview (batch_id) WHERE batch_id IS NOT NULL;

-- The truth of what was answered: one narrow row per answer. Several answers and ranks are their codes in txt, separated by
-- spaces (as XLSForm stores them); open answers point to text. instance is the person in a group or the turn in a repeat.
CREATE TABLE answer (
  interview_key INTEGER NOT NULL REFERENCES interview (key),
  question_key INTEGER NOT NULL REFERENCES question (key),
  instance INTEGER NOT NULL DEFAULT 0,
  code INTEGER,
  num REAL,
  txt TEXT,
  text_id TEXT REFERENCES text (id),
  missing TEXT CHECK (missing IN ('not-applicable', 'dont-know', 'prefer-not-to-say', 'skipped', 'illegible', 'not-asked', 'not-recorded')),
  state TEXT CHECK (state IN ('parked', 'to-confirm', 'overridden', 'invalid-draft')),
  override_reason TEXT,
  precision TEXT CHECK (precision IN ('about', 'average', 'at-least', 'inferred')),
  PRIMARY KEY (interview_key, question_key, instance)
) STRICT, WITHOUT ROWID;

-- The blind second pass, in the same form, until the discrepancies are decided.
CREATE TABLE second_answer (
  interview_key INTEGER NOT NULL REFERENCES interview (key),
  question_key INTEGER NOT NULL REFERENCES question (key),
  instance INTEGER NOT NULL DEFAULT 0,
  code INTEGER,
  num REAL,
  txt TEXT,
  missing TEXT,
  PRIMARY KEY (interview_key, question_key, instance)
) STRICT, WITHOUT ROWID;

CREATE TABLE discrepancy (
  id TEXT PRIMARY KEY,
  interview_key INTEGER NOT NULL REFERENCES interview (key),
  question_key INTEGER NOT NULL REFERENCES question (key),
  instance INTEGER NOT NULL DEFAULT 0,
  choice TEXT NOT NULL CHECK (choice IN ('first', 'second', 'other')),
  decided_by TEXT NOT NULL REFERENCES actor (id),
  decided_at TEXT NOT NULL
) STRICT;

-- Reasons given for changing a finished record.
CREATE TABLE interview_change (
  id TEXT PRIMARY KEY,
  interview_id TEXT NOT NULL REFERENCES interview (id),
  question_id TEXT REFERENCES question (id),
  reason TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES actor (id),
  changed_at TEXT NOT NULL
) STRICT;
`;
