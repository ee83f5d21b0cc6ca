/** Respondents, what became of each, consents, interviews and answers. */
export const interviewTables = `
-- A pseudonym, never a name: the link to the person lies in the vault, which is another file.
CREATE TABLE respondent (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  code TEXT NOT NULL,
  recruited_by TEXT,
  withdrawn_at TEXT,
  -- Everything about the person is gone; the row stays so that counts of those asked still sum.
  erased_at TEXT,
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
CREATE INDEX disposition_event_by_wave ON disposition_event (wave_id, respondent_id);
CREATE INDEX disposition_event_by_respondent ON disposition_event (respondent_id, wave_id);

CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  respondent_id TEXT NOT NULL REFERENCES respondent (id),
  scope TEXT NOT NULL CHECK (scope IN ('take-part', 'quotes', 'contact', 'photo', 'recording')),
  version TEXT,
  given_on TEXT NOT NULL,
  withdrawn_on TEXT,
  how TEXT,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX consent_by_respondent ON consent (respondent_id);

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
  -- Decides the order of options that are asked in random order.
  seed INTEGER NOT NULL DEFAULT 0,
  began_at TEXT,
  ended_at TEXT,
  co_interviewers TEXT,
  assistance TEXT CHECK (assistance IN ('none', 'read-aloud', 'explained', 'interpreter', 'written-for', 'other')),
  helper TEXT CHECK (helper IN ('interviewer', 'peer', 'relative', 'staff', 'interpreter', 'other')),
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX interview_by_project ON interview (project_id, wave_id, key);
CREATE INDEX interview_by_status ON interview (project_id, status, started_at);
CREATE INDEX interview_by_version ON interview (version_id);
CREATE INDEX interview_by_respondent ON interview (respondent_id);
CREATE INDEX interview_by_interviewer ON interview (project_id, interviewer_id);
CREATE INDEX interview_by_batch ON interview (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX interview_by_service ON interview (service_id);

-- The truth of what was answered: one narrow row per answer. Several answers and ranks are their codes in txt, separated by
-- spaces (as XLSForm stores them); open answers point to text. instance is 0, or
-- the turn it belongs to: a person in a group, or one round of a repeat.
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
  -- What somebody asked about it, when they tried a rule over what has been entered: it waits for a reason as if a check said so.
  asked_about TEXT,
  -- Who let an unusual answer stand, and when.
  override_by TEXT REFERENCES actor (id),
  override_at TEXT,
  precision TEXT CHECK (precision IN ('about', 'average', 'at-least', 'inferred', 'minute', 'day', 'week', 'month', 'season', 'year', 'none')),
  -- A date as it sorts; txt holds it as it was said.
  sort_on TEXT,
  PRIMARY KEY (interview_key, question_key, instance)
) STRICT, WITHOUT ROWID;

-- For the foreign key: without it, taking a text away would look through every answer.
CREATE INDEX answer_by_text ON answer (text_id) WHERE text_id IS NOT NULL;
-- For the quality report: what waits for somebody, or stands with a reason.
CREATE INDEX answer_flagged ON answer (state, interview_key) WHERE state IN ('to-confirm', 'invalid-draft', 'overridden');

-- A person in a group interview (question_key NULL) or one round of a repeat. parent_instance is the turn it lies in, or 0.
CREATE TABLE turn (
  id TEXT PRIMARY KEY,
  interview_key INTEGER NOT NULL REFERENCES interview (key),
  instance INTEGER NOT NULL CHECK (instance > 0),
  question_key INTEGER REFERENCES question (key),
  parent_instance INTEGER NOT NULL DEFAULT 0,
  ordinal INTEGER NOT NULL,
  label TEXT,
  batch_id TEXT REFERENCES import_batch (id),
  UNIQUE (interview_key, instance)
) STRICT;

-- Seconds spent in each section, by who entered it. Measured, not said: outside the operation log, and without foreign keys, so
-- that undoing the start of an interview is not held back by what was measured meanwhile.
CREATE TABLE section_time (
  interview_key INTEGER NOT NULL,
  section_id TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  seconds REAL NOT NULL,
  PRIMARY KEY (interview_key, section_id, actor_id)
) STRICT, WITHOUT ROWID;

-- Whether and by whom an interview was entered a second time, without seeing the first.
CREATE TABLE second_pass (
  id TEXT PRIMARY KEY,
  interview_id TEXT NOT NULL UNIQUE REFERENCES interview (id),
  entered_by TEXT NOT NULL REFERENCES actor (id),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  verified_at TEXT,
  field_count INTEGER,
  discrepancy_count INTEGER
) STRICT;

-- The blind second pass, in the same form, until the discrepancies are decided.
CREATE TABLE second_answer (
  interview_key INTEGER NOT NULL REFERENCES interview (key),
  question_key INTEGER NOT NULL REFERENCES question (key),
  instance INTEGER NOT NULL DEFAULT 0,
  code INTEGER,
  num REAL,
  txt TEXT,
  missing TEXT,
  sort_on TEXT,
  precision TEXT,
  specify TEXT,
  PRIMARY KEY (interview_key, question_key, instance)
) STRICT, WITHOUT ROWID;

-- The rounds of the second pass, which never sees those of the first; persons are facts of the interview and stand in turn alone.
-- Their instances begin above those of turn, so that neither is ever taken for the other; parent_instance is 0, a person, or a round here.
CREATE TABLE second_turn (
  id TEXT PRIMARY KEY,
  interview_key INTEGER NOT NULL REFERENCES interview (key),
  instance INTEGER NOT NULL CHECK (instance > 1000000),
  question_key INTEGER NOT NULL REFERENCES question (key),
  parent_instance INTEGER NOT NULL DEFAULT 0,
  ordinal INTEGER NOT NULL,
  -- The interview's own round that it is held against, from the end of the second pass; and whether that was made of it, so that
  -- what is in it was entered once.
  pairs_with INTEGER,
  is_taken INTEGER NOT NULL DEFAULT 0 CHECK (is_taken IN (0, 1)),
  UNIQUE (interview_key, instance)
) STRICT;

-- What was decided where the passes differ: in an answer, or (question_key is a repeat, instance the round's own) in a round that only
-- one of them has.
CREATE TABLE discrepancy (
  id TEXT PRIMARY KEY,
  interview_key INTEGER NOT NULL REFERENCES interview (key),
  question_key INTEGER NOT NULL REFERENCES question (key),
  instance INTEGER NOT NULL DEFAULT 0,
  choice TEXT NOT NULL CHECK (choice IN ('first', 'second', 'other')),
  -- Both values as they stood when it was decided, and what was decided: answer values as JSON, null for nothing. Of a round: what
  -- was in it, on the side that has it.
  first_value TEXT NOT NULL CHECK (json_valid(first_value)),
  second_value TEXT NOT NULL CHECK (json_valid(second_value)),
  decided_value TEXT NOT NULL CHECK (json_valid(decided_value)),
  -- The words beside "other: what?" of both.
  first_specify TEXT,
  second_specify TEXT,
  first_by TEXT REFERENCES actor (id),
  second_by TEXT REFERENCES actor (id),
  decided_by TEXT NOT NULL REFERENCES actor (id),
  decided_at TEXT NOT NULL,
  UNIQUE (interview_key, question_key, instance)
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
CREATE INDEX interview_change_by_interview ON interview_change (interview_id);
`;
