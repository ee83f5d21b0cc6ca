/** What came of it: findings, observations, actions, exhibits, releases, reports, attachments. */
export const outcomeTables = `
CREATE TABLE finding (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  meeting_id TEXT REFERENCES meeting (id),
  place_id TEXT REFERENCES place (id),
  code TEXT NOT NULL,
  wording TEXT NOT NULL,
  polarity TEXT NOT NULL CHECK (polarity IN ('positive', 'negative', 'mixed', 'neutral', 'suggestion')),
  level TEXT CHECK (level IN ('individual', 'service', 'system')),
  status TEXT NOT NULL CHECK (status IN ('preliminary', 'to-conference', 'validated', 'changed', 'rejected', 'too-early', 'final', 'needs-a-look')),
  service_id TEXT REFERENCES service (id),
  amount_as_said TEXT,
  language TEXT NOT NULL DEFAULT 'nb',
  UNIQUE (project_id, code)
) STRICT;

-- Each step of a finding's life: who took part is a body or a meeting, never names.
CREATE TABLE finding_event (
  id TEXT PRIMARY KEY,
  finding_id TEXT NOT NULL REFERENCES finding (id),
  status TEXT NOT NULL CHECK (status IN ('preliminary', 'to-conference', 'validated', 'changed', 'rejected', 'too-early', 'final', 'needs-a-look')),
  happened_on TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting (id),
  body_id TEXT REFERENCES body (id),
  note TEXT
) STRICT;
CREATE INDEX finding_event_by_finding ON finding_event (finding_id);

-- Wording before and after, and the meeting that changed it.
CREATE TABLE finding_wording (
  id TEXT PRIMARY KEY,
  finding_id TEXT NOT NULL REFERENCES finding (id),
  wording_before TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting (id),
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX finding_wording_by_finding ON finding_wording (finding_id);

CREATE TABLE finding_evidence (
  id TEXT PRIMARY KEY,
  finding_id TEXT NOT NULL REFERENCES finding (id),
  text_id TEXT REFERENCES text (id),
  quote_id TEXT REFERENCES quote (id),
  theme_id TEXT REFERENCES theme (id),
  exhibit_id TEXT REFERENCES exhibit (id),
  meeting_id TEXT REFERENCES meeting (id),
  framework_cell_id TEXT REFERENCES framework_cell (id),
  note TEXT
) STRICT;
CREATE INDEX finding_evidence_by_finding ON finding_evidence (finding_id);

-- Good examples, challenges, ideas, questions raised, things learned, case stories.
CREATE TABLE observation (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  meeting_id TEXT REFERENCES meeting (id),
  text_id TEXT REFERENCES text (id),
  kind TEXT NOT NULL CHECK (kind IN ('good-example', 'challenge', 'idea', 'question-raised', 'information', 'case-story', 'outcome', 'new-contact')),
  title TEXT NOT NULL,
  body TEXT,
  language TEXT NOT NULL DEFAULT 'nb',
  said_on TEXT,
  attribution TEXT CHECK (attribution IN ('body', 'one-participant', 'consensus')),
  attributed_body_id TEXT REFERENCES body (id),
  attributed_organisation_id TEXT REFERENCES organisation (id),
  perspective TEXT CHECK (perspective IN ('users', 'relatives', 'staff', 'organisations', 'politicians')),
  amount_as_said TEXT,
  status TEXT CHECK (status IN ('new', 'taken-up', 'shared', 'done', 'dropped')),
  place_id TEXT REFERENCES place (id),
  service_id TEXT REFERENCES service (id),
  is_shareable INTEGER NOT NULL DEFAULT 0 CHECK (is_shareable IN (0, 1))
) STRICT;
CREATE INDEX observation_by_meeting ON observation (meeting_id);

CREATE TABLE observation_event (
  id TEXT PRIMARY KEY,
  observation_id TEXT NOT NULL REFERENCES observation (id),
  status TEXT NOT NULL CHECK (status IN ('new', 'taken-up', 'shared', 'done', 'dropped')),
  happened_on TEXT NOT NULL,
  meeting_id TEXT REFERENCES meeting (id),
  note TEXT
) STRICT;
CREATE INDEX observation_event_by_observation ON observation_event (observation_id);

-- What was agreed: by whom, with whom, by when (as it was said), what came of it.
CREATE TABLE action (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  code TEXT NOT NULL UNIQUE,
  meeting_id TEXT REFERENCES meeting (id),
  finding_id TEXT REFERENCES finding (id),
  observation_id TEXT REFERENCES observation (id),
  place_id TEXT REFERENCES place (id),
  wording TEXT NOT NULL,
  owner_organisation_id TEXT REFERENCES organisation (id),
  owner_person_id TEXT REFERENCES person (id),
  owner_as_said TEXT,
  parties TEXT,
  addressee TEXT,
  -- How something is to be made known ("felles hjemmeside").
  channel TEXT,
  -- Where it is to be looked at again.
  reviewing_body_id TEXT REFERENCES body (id),
  follow_up_meeting_id TEXT REFERENCES meeting (id),
  agreed_on TEXT,
  is_existing_measure INTEGER NOT NULL DEFAULT 0 CHECK (is_existing_measure IN (0, 1)),
  due_as_said TEXT,
  due_sort_on TEXT,
  due_precision TEXT CHECK (due_precision IN ('day', 'week', 'month', 'season', 'year', 'about', 'none')),
  status TEXT NOT NULL CHECK (status IN ('agreed', 'under-way', 'done', 'not-done', 'handed-over')),
  result TEXT,
  language TEXT NOT NULL DEFAULT 'nb'
) STRICT;
CREATE INDEX action_by_meeting ON action (meeting_id);
CREATE INDEX action_by_finding ON action (finding_id);
CREATE INDEX action_by_project ON action (project_id);
CREATE INDEX action_by_place ON action (place_id);

CREATE TABLE action_event (
  id TEXT PRIMARY KEY,
  action_id TEXT NOT NULL REFERENCES action (id),
  kind TEXT NOT NULL CHECK (kind IN ('agreed', 'under-way', 'done', 'not-done', 'handed-over', 'reviewed')),
  happened_on TEXT NOT NULL,
  note TEXT,
  meeting_id TEXT REFERENCES meeting (id),
  body_id TEXT REFERENCES body (id)
) STRICT;
CREATE INDEX action_event_by_action ON action_event (action_id);

-- Have the users been told? When, how, by whom, about what.
CREATE TABLE report_back (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  action_id TEXT REFERENCES action (id),
  finding_id TEXT REFERENCES finding (id),
  told_on TEXT NOT NULL,
  how TEXT NOT NULL,
  told_by TEXT,
  told_to TEXT,
  meeting_id TEXT REFERENCES meeting (id)
) STRICT;
CREATE INDEX report_back_by_action ON report_back (action_id);
CREATE INDEX report_back_by_finding ON report_back (finding_id);

-- A saved table or chart definition, run anew on new data.
CREATE TABLE exhibit (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  ordinal INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  -- The finding in the author's own words; null for the one the program writes.
  title TEXT,
  -- How it is drawn; null for a table.
  chart TEXT,
  note TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX exhibit_by_project ON exhibit (project_id, ordinal);

-- What is known of everybody, from a named source, to weight the answers by: one table of counts, or several to rake to.
CREATE TABLE weighting (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL UNIQUE REFERENCES project (id),
  name TEXT NOT NULL,
  source TEXT NOT NULL,
  counted_on TEXT NOT NULL,
  -- [{ by: column id, counts: [{ keys: category keys, count: persons }] }]
  margins TEXT NOT NULL CHECK (json_valid(margins)),
  created_at TEXT NOT NULL
) STRICT;

-- Everything that has left the program: what, when, to whom, under which rule, and the released figures themselves.
CREATE TABLE release (
  id TEXT PRIMARY KEY,
  number INTEGER NOT NULL UNIQUE,
  project_id TEXT NOT NULL REFERENCES project (id),
  exhibit_id TEXT REFERENCES exhibit (id),
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  format TEXT NOT NULL,
  recipient TEXT,
  released_by TEXT NOT NULL REFERENCES actor (id),
  released_at TEXT NOT NULL,
  recalled_at TEXT
) STRICT;

CREATE TABLE report (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  kind TEXT NOT NULL CHECK (kind IN ('process-report', 'final-report', 'round-summary', 'feedback', 'slides', 'fact-sheet', 'news', 'other')),
  title TEXT NOT NULL,
  language TEXT NOT NULL,
  byline TEXT,
  authors TEXT,
  year INTEGER,
  place_id TEXT REFERENCES place (id),
  link TEXT,
  body TEXT,
  published_on TEXT,
  updated_on TEXT
) STRICT;
CREATE INDEX report_by_project ON report (project_id);
-- Who a report or a news text has gone to, and who is asked to spread it further.
CREATE TABLE report_recipient (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id),
  recipient TEXT NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  sent_on TEXT,
  is_asked_to_spread INTEGER NOT NULL DEFAULT 0 CHECK (is_asked_to_spread IN (0, 1))
) STRICT;
CREATE INDEX report_recipient_by_report ON report_recipient (report_id);
CREATE TABLE report_block (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id),
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('heading', 'text', 'exhibit', 'quote', 'finding', 'findings', 'actions', 'meetings', 'methods', 'response', 'checklist', 'attachment', 'contents', 'appendix', 'page-break')),
  -- The author's words; null or empty for none.
  body TEXT,
  -- What its kind asks for beside words: level, table or chart, which service, answers to a checklist.
  options TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(options)),
  exhibit_id TEXT REFERENCES exhibit (id),
  quote_id TEXT REFERENCES quote (id),
  finding_id TEXT REFERENCES finding (id),
  attachment_id TEXT REFERENCES attachment (id),
  -- { kept table: the figures that its author has read since the latest draft, as they were released to the screen then }; null before that.
  figures_read TEXT
) STRICT;
CREATE INDEX report_block_by_report ON report_block (report_id, ordinal);
-- Each time a report was written out: a draft, and which release each of its tables was.
CREATE TABLE report_export (
  id TEXT PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES report (id),
  draft INTEGER NOT NULL,
  format TEXT NOT NULL CHECK (format IN ('docx', 'pdf', 'pptx', 'xlsx', 'html')),
  recipient TEXT,
  -- { kept table, "wave <id>" or "quotes": release }
  releases TEXT NOT NULL CHECK (json_valid(releases)),
  exported_by TEXT REFERENCES actor (id),
  exported_at TEXT NOT NULL
) STRICT;
CREATE INDEX report_export_by_report ON report_export (report_id, draft);

-- How the organisation's reports look; at most one row.
CREATE TABLE house_style (
  id TEXT PRIMARY KEY,
  organisation TEXT NOT NULL DEFAULT '',
  accent TEXT NOT NULL,
  heading_font TEXT NOT NULL,
  body_font TEXT NOT NULL,
  logo_sha256 TEXT REFERENCES attachment_content (sha256),
  logo_media_type TEXT,
  logo_alt TEXT,
  template_sha256 TEXT REFERENCES attachment_content (sha256),
  template_name TEXT
) STRICT;

-- Files kept in the workspace. The bytes lie apart, by their hash, so that the log never repeats them.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  meeting_id TEXT REFERENCES meeting (id),
  report_id TEXT REFERENCES report (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  byte_count INTEGER NOT NULL,
  caption TEXT,
  credit TEXT,
  shows_people INTEGER NOT NULL DEFAULT 0 CHECK (shows_people IN (0, 1)),
  consented_on TEXT
) STRICT;

-- Who is seen in a photo. It may leave the program only when each of them has said yes and none has taken it back.
CREATE TABLE attachment_person (
  id TEXT PRIMARY KEY,
  attachment_id TEXT NOT NULL REFERENCES attachment (id),
  person_id TEXT REFERENCES person (id),
  shown_as TEXT NOT NULL,
  consented_on TEXT,
  withdrawn_on TEXT
) STRICT;
CREATE INDEX attachment_person_by_attachment ON attachment_person (attachment_id);
CREATE TABLE attachment_content (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
`;
