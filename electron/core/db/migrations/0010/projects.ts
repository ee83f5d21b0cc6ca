/** Projects, waves and questionnaires with their versions. Texts in several languages are JSON objects by language code. */
export const projectTables = `
CREATE TABLE partnership (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  purpose TEXT,
  funding TEXT
) STRICT;

CREATE TABLE project (
  id TEXT PRIMARY KEY,
  partnership_id TEXT REFERENCES partnership (id),
  kind TEXT NOT NULL CHECK (kind IN ('user-evaluation', 'dialogue-round', 'user-audit', 'survey', 'partnership', 'other')),
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('idea', 'planned', 'running', 'finished', 'stopped', 'anonymised')),
  idea TEXT,
  main_purpose TEXT,
  intended_use TEXT,
  target_group TEXT,
  method TEXT,
  method_deviation TEXT,
  anchoring TEXT,
  ethics_reference TEXT,
  lead_person_id TEXT REFERENCES person (id),
  partner_organisation_id TEXT REFERENCES organisation (id),
  starts_on TEXT,
  ends_on TEXT,
  delete_on TEXT,
  threshold INTEGER NOT NULL DEFAULT 5 CHECK (threshold BETWEEN 3 AND 10),
  minimum_base INTEGER NOT NULL DEFAULT 10 CHECK (minimum_base >= 5),
  content_language TEXT NOT NULL DEFAULT 'nb',
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;

CREATE TABLE project_service (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  service_id TEXT NOT NULL REFERENCES service (id),
  UNIQUE (project_id, service_id)
) STRICT;
CREATE TABLE project_place (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  place_id TEXT NOT NULL REFERENCES place (id),
  UNIQUE (project_id, place_id)
) STRICT;
CREATE TABLE project_body (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  body_id TEXT NOT NULL REFERENCES body (id),
  role TEXT NOT NULL
) STRICT;
CREATE TABLE project_guideline (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  guideline_id TEXT NOT NULL REFERENCES guideline (id),
  point TEXT
) STRICT;

-- Things a project promised to make, with a deadline as it was said.
CREATE TABLE work_product (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL,
  due_as_said TEXT,
  due_sort_on TEXT,
  delivered_on TEXT
) STRICT;

-- One round of asking. frame_count is how many were within reach, with its precision ("ca. 400").
CREATE TABLE wave (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  starts_on TEXT,
  ends_on TEXT,
  frame_count INTEGER,
  frame_precision TEXT CHECK (frame_precision IN ('exact', 'about', 'average', 'at-least', 'total-only', 'inferred')),
  batch_id TEXT REFERENCES import_batch (id),
  UNIQUE (project_id, ordinal)
) STRICT;

CREATE TABLE questionnaire (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;

-- Interviews keep the wording of the version they were entered with; a version in use is frozen.
CREATE TABLE questionnaire_version (
  id TEXT PRIMARY KEY,
  questionnaire_id TEXT NOT NULL REFERENCES questionnaire (id),
  number INTEGER NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('draft', 'in-use', 'retired')),
  languages TEXT NOT NULL,
  taken_into_use_at TEXT,
  batch_id TEXT REFERENCES import_batch (id),
  UNIQUE (questionnaire_id, number)
) STRICT;

CREATE TABLE section (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (json_valid(title)),
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;

-- What is measured, across versions and waves. Questions that may be compared share a variable.
CREATE TABLE variable (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL,
  is_background INTEGER NOT NULL DEFAULT 0 CHECK (is_background IN (0, 1)),
  is_identifier INTEGER NOT NULL DEFAULT 0 CHECK (is_identifier IN (0, 1)),
  batch_id TEXT REFERENCES import_batch (id),
  UNIQUE (project_id, name)
) STRICT;

-- A reusable set of answers. direction says whether a high code is the welcome end.
CREATE TABLE scale (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('rising', 'falling', 'none')),
  neutral_code INTEGER,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;

-- key is a small local number used by answer; the id is what a question is.
CREATE TABLE question (
  id TEXT PRIMARY KEY,
  key INTEGER NOT NULL UNIQUE,
  version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
  section_id TEXT NOT NULL REFERENCES section (id),
  variable_id TEXT NOT NULL REFERENCES variable (id),
  bank_question_id TEXT REFERENCES bank_question (id),
  parent_id TEXT REFERENCES question (id),
  ordinal INTEGER NOT NULL,
  number TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('consent', 'one', 'several', 'scale', 'scale-0-10', 'number', 'rank', 'date', 'yes-no', 'open',
    'calculated', 'note', 'repeat', 'register')),
  scale_id TEXT REFERENCES scale (id),
  wording TEXT NOT NULL CHECK (json_valid(wording)),
  lead TEXT CHECK (json_valid(lead)),
  instruction TEXT CHECK (json_valid(instruction)),
  unit TEXT CHECK (json_valid(unit)),
  reasons TEXT NOT NULL DEFAULT '',
  relevant TEXT,
  calculation TEXT,
  minimum REAL,
  maximum REAL,
  rank_count INTEGER,
  is_required INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1)),
  batch_id TEXT REFERENCES import_batch (id),
  UNIQUE (version_id, ordinal)
) STRICT;

-- An answer that can be chosen, of one question or of a shared scale.
CREATE TABLE answer_option (
  id TEXT PRIMARY KEY,
  question_id TEXT REFERENCES question (id),
  scale_id TEXT REFERENCES scale (id),
  code INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL CHECK (json_valid(label)),
  is_exclusive INTEGER NOT NULL DEFAULT 0 CHECK (is_exclusive IN (0, 1)),
  asks_what INTEGER NOT NULL DEFAULT 0 CHECK (asks_what IN (0, 1)),
  batch_id TEXT REFERENCES import_batch (id),
  CHECK ((question_id IS NULL) <> (scale_id IS NULL))
) STRICT;
CREATE INDEX answer_option_by_question ON answer_option (question_id, ordinal);
CREATE INDEX answer_option_by_scale ON answer_option (scale_id, ordinal);

-- hard: must be corrected. soft: may stand with a reason.
CREATE TABLE question_check (
  id TEXT PRIMARY KEY,
  question_id TEXT NOT NULL REFERENCES question (id),
  severity TEXT NOT NULL CHECK (severity IN ('hard', 'soft')),
  expression TEXT NOT NULL,
  message TEXT NOT NULL CHECK (json_valid(message))
) STRICT;

-- Questions kept for reuse, also for meetings' question sheets.
CREATE TABLE bank_question (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'meta', 'problem', 'meeting')),
  wording TEXT NOT NULL CHECK (json_valid(wording)),
  source TEXT,
  licence TEXT
) STRICT;
`;
