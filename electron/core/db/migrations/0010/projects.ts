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
  -- Nobody, and everybody, count as few.
  protect_zeros INTEGER NOT NULL DEFAULT 0 CHECK (protect_zeros IN (0, 1)),
  content_language TEXT NOT NULL DEFAULT 'nb',
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;

-- Every change of how small numbers are hidden, and why.
CREATE TABLE protection_change (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  threshold INTEGER NOT NULL,
  minimum_base INTEGER NOT NULL,
  protect_zeros INTEGER NOT NULL CHECK (protect_zeros IN (0, 1)),
  reason TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES actor (id),
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX protection_change_by_project ON protection_change (project_id, changed_at);

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
  -- What an XLSForm held that has no place of its own here: settings, columns and sheets, kept for the way back.
  extras TEXT CHECK (json_valid(extras)),
  batch_id TEXT REFERENCES import_batch (id),
  UNIQUE (questionnaire_id, number)
) STRICT;

CREATE TABLE section (
  id TEXT PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
  ordinal INTEGER NOT NULL,
  name TEXT,
  title TEXT NOT NULL CHECK (json_valid(title)),
  relevant TEXT,
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX section_by_version ON section (version_id, ordinal);

-- What is measured, across versions and waves. Questions that may be compared share a variable.
CREATE TABLE variable (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  name TEXT NOT NULL,
  label TEXT CHECK (json_valid(label)),
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
  project_id TEXT REFERENCES project (id),
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;

-- key is a small local number used by answer; the id is what a question is. hint is read to or by the person asked; instruction is
-- for the interviewer alone (XLSForm's guidance_hint). parent_id is the repeat a question belongs to. previous_id is the question
-- of the version before, and comparability says what has changed since.
CREATE TABLE question (
  id TEXT PRIMARY KEY,
  key INTEGER NOT NULL UNIQUE,
  version_id TEXT NOT NULL REFERENCES questionnaire_version (id),
  section_id TEXT NOT NULL REFERENCES section (id),
  variable_id TEXT NOT NULL REFERENCES variable (id),
  bank_question_id TEXT REFERENCES bank_question (id),
  parent_id TEXT REFERENCES question (id),
  previous_id TEXT REFERENCES question (id),
  comparability TEXT CHECK (comparability IN ('same', 'changed-wording', 'changed-options', 'new')),
  ordinal INTEGER NOT NULL,
  number TEXT NOT NULL,
  type TEXT NOT NULL CHECK (type IN ('consent', 'one', 'several', 'scale', 'scale-0-10', 'number', 'rank', 'date', 'yes-no', 'open',
    'calculated', 'note', 'repeat', 'register')),
  scale_id TEXT REFERENCES scale (id),
  wording TEXT NOT NULL CHECK (json_valid(wording)),
  lead TEXT CHECK (json_valid(lead)),
  hint TEXT CHECK (json_valid(hint)),
  instruction TEXT CHECK (json_valid(instruction)),
  unit TEXT CHECK (json_valid(unit)),
  reasons TEXT NOT NULL DEFAULT '',
  relevant TEXT,
  calculation TEXT,
  option_filter TEXT,
  repeat_count TEXT,
  default_value TEXT,
  minimum REAL,
  maximum REAL,
  decimals INTEGER CHECK (decimals BETWEEN 0 AND 6),
  rank_count INTEGER,
  date_form TEXT CHECK (date_form IN ('date', 'month', 'year', 'time', 'date-time')),
  register_kind TEXT CHECK (register_kind IN ('place', 'service', 'organisation')),
  has_random_order INTEGER NOT NULL DEFAULT 0 CHECK (has_random_order IN (0, 1)),
  is_per_person INTEGER NOT NULL DEFAULT 0 CHECK (is_per_person IN (0, 1)),
  is_required INTEGER NOT NULL DEFAULT 0 CHECK (is_required IN (0, 1)),
  required_when TEXT,
  required_message TEXT CHECK (json_valid(required_message)),
  extras TEXT CHECK (json_valid(extras)),
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX question_by_version ON question (version_id, ordinal);
CREATE INDEX question_by_variable ON question (variable_id);

-- An answer that can be chosen, of one question or of a shared scale.
CREATE TABLE answer_option (
  id TEXT PRIMARY KEY,
  question_id TEXT REFERENCES question (id),
  scale_id TEXT REFERENCES scale (id),
  code INTEGER NOT NULL,
  -- What expressions and other programs call the option; the code where nothing else is said.
  name TEXT,
  ordinal INTEGER NOT NULL,
  label TEXT NOT NULL CHECK (json_valid(label)),
  is_exclusive INTEGER NOT NULL DEFAULT 0 CHECK (is_exclusive IN (0, 1)),
  asks_what INTEGER NOT NULL DEFAULT 0 CHECK (asks_what IN (0, 1)),
  -- Columns that an option filter asks for: the county of a municipality.
  filter_values TEXT CHECK (json_valid(filter_values)),
  extras TEXT CHECK (json_valid(extras)),
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
  message TEXT NOT NULL CHECK (json_valid(message)),
  batch_id TEXT REFERENCES import_batch (id)
) STRICT;
CREATE INDEX question_check_by_question ON question_check (question_id);

-- Questions kept for reuse, also for meetings' question sheets. A changed question is a new row with the same key and a higher
-- version; definition holds type, options, scale and the rest as the designer writes them.
CREATE TABLE bank_question (
  id TEXT PRIMARY KEY,
  key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('question', 'meta', 'problem', 'meeting')),
  topic TEXT,
  wording TEXT NOT NULL CHECK (json_valid(wording)),
  definition TEXT CHECK (json_valid(definition)),
  source TEXT,
  licence TEXT,
  UNIQUE (key, version)
) STRICT;

-- An open problem that somebody put into words: what it is, who raised it, what has become of it.
CREATE TABLE problem_statement (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  wording TEXT NOT NULL,
  raised_by TEXT,
  raised_on TEXT,
  service_id TEXT REFERENCES service (id),
  status TEXT NOT NULL CHECK (status IN ('open', 'being-looked-at', 'answered', 'closed')),
  answer TEXT
) STRICT;

-- A way of hearing users, kept so that ways can be held against each other.
CREATE TABLE hearing_method (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  kind TEXT NOT NULL CHECK (kind IN ('interview', 'group-interview', 'survey', 'dialogue-meeting', 'panel', 'council', 'audit', 'study-circle',
    'observation', 'other')),
  name TEXT NOT NULL,
  reached_count INTEGER,
  reached_precision TEXT CHECK (reached_precision IN ('exact', 'about', 'average', 'at-least', 'total-only', 'inferred')),
  effort TEXT,
  strengths TEXT,
  weaknesses TEXT,
  period_as_said TEXT
) STRICT;
`;
