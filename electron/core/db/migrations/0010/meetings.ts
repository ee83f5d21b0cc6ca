/** Dialogue meetings: series, rounds, plans, invitations, question sheets, attendance, minutes, who got them. */
export const meetingTables = `
CREATE TABLE meeting_series (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  times_per_year INTEGER,
  note TEXT
) STRICT;
-- The areas a series goes round.
CREATE TABLE series_place (
  id TEXT PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES meeting_series (id),
  place_id TEXT NOT NULL REFERENCES place (id),
  ordinal INTEGER NOT NULL,
  UNIQUE (series_id, place_id)
) STRICT;

CREATE TABLE meeting_round (
  id TEXT PRIMARY KEY,
  project_id TEXT REFERENCES project (id),
  series_id TEXT REFERENCES meeting_series (id),
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  planned_as_said TEXT,
  planned_sort_on TEXT,
  planned_precision TEXT CHECK (planned_precision IN ('day', 'week', 'month', 'season', 'year', 'about', 'none')),
  note TEXT
) STRICT;

-- Planned and held are two things; a plan keeps the words it was made in.
CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES project (id),
  round_id TEXT REFERENCES meeting_round (id),
  follows_meeting_id TEXT REFERENCES meeting (id),
  kind TEXT NOT NULL CHECK (kind IN ('dialogue-meeting', 'dialogue-conference', 'panel', 'discussion', 'follow-up', 'workshop', 'study-circle', 'other')),
  -- What an 'other' meeting is called.
  kind_name TEXT,
  title TEXT NOT NULL,
  place_id TEXT REFERENCES place (id),
  venue TEXT,
  format TEXT NOT NULL DEFAULT 'physical' CHECK (format IN ('physical', 'digital', 'hybrid')),
  preferred_format TEXT CHECK (preferred_format IN ('physical', 'digital', 'hybrid')),
  status TEXT NOT NULL CHECK (status IN ('requested', 'planned', 'invited', 'questions-sent', 'in-session', 'held', 'minutes-sent',
    'changed-after-sending', 'cancelled')),
  planned_as_said TEXT,
  planned_sort_on TEXT,
  planned_precision TEXT CHECK (planned_precision IN ('day', 'week', 'month', 'season', 'year', 'about', 'none')),
  held_on TEXT,
  held_precision TEXT CHECK (held_precision IN ('day', 'month', 'year', 'inferred')),
  held_as_said TEXT,
  -- Why an inferred day is believed.
  held_reason TEXT,
  starts_at TEXT,
  ends_at TEXT,
  is_first_of_kind INTEGER NOT NULL DEFAULT 0 CHECK (is_first_of_kind IN (0, 1)),
  gap_reason TEXT,
  attendance_count INTEGER,
  attendance_precision TEXT CHECK (attendance_precision IN ('exact', 'about', 'average', 'at-least', 'total-only', 'inferred')),
  attendance_as_said TEXT,
  attendance_reason TEXT,
  impression TEXT,
  note TEXT,
  language TEXT NOT NULL DEFAULT 'nb',
  -- RFC 5545: an event sent again after it was moved or cancelled carries the next number.
  calendar_sequence INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX meeting_by_round ON meeting (round_id);
CREATE INDEX meeting_by_place ON meeting (place_id);
CREATE INDEX meeting_by_follows ON meeting (follows_meeting_id);
CREATE INDEX meeting_by_project ON meeting (project_id);

-- Somebody asks for a meeting, and what came of it.
CREATE TABLE meeting_request (
  id TEXT PRIMARY KEY,
  meeting_id TEXT REFERENCES meeting (id),
  organisation_id TEXT REFERENCES organisation (id),
  person_id TEXT REFERENCES person (id),
  place_id TEXT REFERENCES place (id),
  asked_by_as_said TEXT,
  asked_on TEXT,
  wording TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('new', 'accepted', 'declined')),
  answer TEXT
) STRICT;

CREATE TABLE meeting_purpose (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  ordinal INTEGER NOT NULL,
  purpose TEXT NOT NULL
) STRICT;

CREATE TABLE meeting_role (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  role TEXT NOT NULL CHECK (role IN ('initiator', 'host', 'supporter', 'chair', 'coordinator', 'presenter', 'process-guide')),
  person_id TEXT REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id)
) STRICT;

CREATE TABLE meeting_invitation (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  organisation_id TEXT REFERENCES organisation (id),
  person_id TEXT REFERENCES person (id),
  place_id TEXT REFERENCES place (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'prepared', 'sent', 'accepted', 'declined', 'no-answer')),
  sent_on TEXT,
  answered_on TEXT,
  language TEXT,
  note TEXT
) STRICT;
CREATE INDEX meeting_invitation_by_meeting ON meeting_invitation (meeting_id);

-- Who came, by organisation and role. A name is optional; a count may be about.
CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  organisation_id TEXT REFERENCES organisation (id),
  body_id TEXT REFERENCES body (id),
  person_id TEXT REFERENCES person (id),
  role TEXT NOT NULL,
  count INTEGER,
  precision TEXT CHECK (precision IN ('exact', 'about', 'average', 'at-least', 'total-only', 'inferred')),
  note TEXT
) STRICT;
CREATE INDEX attendance_by_meeting ON attendance (meeting_id);

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  ordinal INTEGER NOT NULL,
  title TEXT NOT NULL,
  presenter_person_id TEXT REFERENCES person (id),
  presenter_organisation_id TEXT REFERENCES organisation (id),
  presenter_as_said TEXT,
  starts_at TEXT,
  note TEXT,
  is_done INTEGER NOT NULL DEFAULT 0 CHECK (is_done IN (0, 1))
) STRICT;
CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting_id);

-- Questions sent out beforehand; a sheet is frozen when it is sent.
CREATE TABLE question_sheet (
  id TEXT PRIMARY KEY,
  meeting_id TEXT REFERENCES meeting (id),
  round_id TEXT REFERENCES meeting_round (id),
  version INTEGER NOT NULL,
  title TEXT,
  intro TEXT,
  sent_on TEXT
) STRICT;
CREATE INDEX question_sheet_by_meeting ON question_sheet (meeting_id);
CREATE INDEX question_sheet_by_round ON question_sheet (round_id);
CREATE TABLE sheet_question (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL REFERENCES question_sheet (id),
  ordinal INTEGER NOT NULL,
  bank_question_id TEXT REFERENCES bank_question (id),
  wording TEXT NOT NULL CHECK (json_valid(wording)),
  was_discussed INTEGER CHECK (was_discussed IN (0, 1))
) STRICT;
CREATE INDEX sheet_question_by_sheet ON sheet_question (sheet_id);

-- Minutes are lines. The words lie in text, so that themes code them like any answer.
CREATE TABLE minute_line (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  agenda_item_id TEXT REFERENCES agenda_item (id),
  ordinal INTEGER NOT NULL,
  text_id TEXT NOT NULL REFERENCES text (id),
  mark TEXT CHECK (mark IN ('theme', 'finding', 'good-example', 'challenge', 'idea', 'question-raised', 'information', 'action')),
  attribution TEXT CHECK (attribution IN ('body', 'one-participant', 'consensus')),
  attributed_body_id TEXT REFERENCES body (id),
  attributed_organisation_id TEXT REFERENCES organisation (id),
  -- Whose view it is: relatives are kept apart from users.
  perspective TEXT CHECK (perspective IN ('users', 'relatives', 'staff', 'organisations', 'politicians')),
  -- The record a marked line became.
  action_id TEXT REFERENCES action (id),
  finding_id TEXT REFERENCES finding (id),
  observation_id TEXT REFERENCES observation (id)
) STRICT;
CREATE INDEX minute_line_by_meeting ON minute_line (meeting_id);
CREATE INDEX minute_line_by_text ON minute_line (text_id);

-- What was sent to whom, and when. Minutes and contact lists go to those who were at that meeting alone. 'prepared': the paper was
-- made; 'sent' is said by the one who sent it. body_digest tells whether what was sent has changed since.
CREATE TABLE distribution (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  what TEXT NOT NULL CHECK (what IN ('invitation', 'question-sheet', 'minutes', 'contact-list', 'follow-up-sheet', 'news')),
  recipient TEXT NOT NULL,
  person_id TEXT REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  sheet_id TEXT REFERENCES question_sheet (id),
  status TEXT NOT NULL DEFAULT 'sent' CHECK (status IN ('prepared', 'sent')),
  format TEXT,
  language TEXT,
  body_digest TEXT,
  sent_on TEXT NOT NULL
) STRICT;
CREATE INDEX distribution_by_meeting ON distribution (meeting_id);

CREATE TABLE contact_list_entry (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  consented_on TEXT NOT NULL,
  withdrawn_on TEXT,
  UNIQUE (meeting_id, person_id)
) STRICT;
`;
