/** Registers shared by all projects: places, organisations, people, bodies, services, guidelines, external surveys. */
export const registerTables = `
-- A place is a code with its years of validity: three territories may carry one name, so the name is never the key.
CREATE TABLE place (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('country', 'county', 'municipality', 'district', 'locality', 'area')),
  country_code TEXT NOT NULL,
  code TEXT,
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES place (id),
  valid_from TEXT,
  valid_to TEXT,
  source TEXT,
  note TEXT
) STRICT;
CREATE INDEX place_by_code ON place (country_code, code);

-- Mergers, splits, renumberings and boundary moves between places, with the date they took effect.
CREATE TABLE place_change (
  id TEXT PRIMARY KEY,
  from_place_id TEXT NOT NULL REFERENCES place (id),
  to_place_id TEXT NOT NULL REFERENCES place (id),
  changed_on TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'renumber', 'boundary')),
  extent TEXT NOT NULL CHECK (extent IN ('whole', 'part')),
  source TEXT,
  note TEXT
) STRICT;
CREATE INDEX place_change_by_from_place ON place_change (from_place_id);
CREATE INDEX place_change_by_to_place ON place_change (to_place_id);

-- Which places a user-drawn area holds ("norra Älvbygden"), and from when to when.
CREATE TABLE area_place (
  id TEXT PRIMARY KEY,
  area_id TEXT NOT NULL REFERENCES place (id),
  place_id TEXT NOT NULL REFERENCES place (id),
  -- Days, the last one exclusive; empty where the area has always held the place.
  valid_from TEXT,
  valid_to TEXT,
  UNIQUE (area_id, place_id, valid_from)
) STRICT;
CREATE INDEX area_place_by_place ON area_place (place_id);

-- What belonged to a place that was divided goes to one of its successors only because somebody decided so, service by service.
CREATE TABLE place_attribution (
  id TEXT PRIMARY KEY,
  from_place_id TEXT NOT NULL REFERENCES place (id),
  to_place_id TEXT NOT NULL REFERENCES place (id),
  service_id TEXT REFERENCES service (id),
  decided_on TEXT NOT NULL,
  decided_by TEXT,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('centre', 'municipality', 'unit', 'welfare-office', 'hospital', 'treatment-centre',
    'user-organisation', 'relatives-organisation', 'local-branch', 'network', 'council', 'region', 'other')),
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES organisation (id),
  place_id TEXT REFERENCES place (id),
  email TEXT,
  phone TEXT,
  contact TEXT,
  note TEXT
) STRICT;
CREATE INDEX organisation_by_parent ON organisation (parent_id);

-- An organisation may serve several places, and a place several organisations.
CREATE TABLE organisation_area (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  place_id TEXT NOT NULL REFERENCES place (id),
  UNIQUE (organisation_id, place_id)
) STRICT;

-- Times when an organisation rested.
CREATE TABLE organisation_pause (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  paused_on TEXT NOT NULL,
  resumed_on TEXT,
  reason TEXT
) STRICT;

-- People in public roles: staff, representatives, chairs. Never service users as such. Contact data may be shared with others
-- only while contact_consented_on is set and contact_withdrawn_on is not.
CREATE TABLE person (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  contact TEXT,
  language TEXT,
  contact_consented_on TEXT,
  contact_withdrawn_on TEXT,
  contact_route TEXT NOT NULL DEFAULT 'direct' CHECK (contact_route IN ('direct', 'coordinator')),
  note TEXT
) STRICT;

-- Standing or ad hoc councils, panels and networks of members.
CREATE TABLE body (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('user-council', 'user-panel', 'network', 'statutory-council', 'reference-group')),
  name TEXT NOT NULL,
  is_standing INTEGER NOT NULL CHECK (is_standing IN (0, 1)),
  remit TEXT,
  place_id TEXT REFERENCES place (id),
  organisation_id TEXT REFERENCES organisation (id),
  valid_from TEXT,
  valid_to TEXT,
  period_as_said TEXT,
  working_order TEXT,
  not_represented TEXT
) STRICT;

-- What a person was, where, and when: a role belongs to a date.
CREATE TABLE person_role (
  id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),
  body_id TEXT REFERENCES body (id),
  role TEXT NOT NULL,
  title TEXT,
  valid_from TEXT,
  valid_to TEXT,
  period_as_said TEXT,
  recruited_by TEXT,
  is_first_time INTEGER NOT NULL DEFAULT 0 CHECK (is_first_time IN (0, 1))
) STRICT;
CREATE INDEX person_role_by_person ON person_role (person_id);
CREATE INDEX person_role_by_organisation ON person_role (organisation_id);
CREATE INDEX person_role_by_body ON person_role (body_id);

-- A service keeps its identity through operators, addresses and municipal reforms.
CREATE TABLE service (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('treatment', 'housing', 'day-centre', 'drop-in', 'work', 'programme', 'other')),
  name TEXT NOT NULL,
  place_id TEXT REFERENCES place (id),
  target_group TEXT,
  eligibility TEXT,
  opening TEXT,
  recipient_count INTEGER,
  recipient_precision TEXT CHECK (recipient_precision IN ('exact', 'about', 'average', 'at-least', 'total-only', 'inferred')),
  recipients_as_said TEXT,
  -- Why an inferred number is believed.
  recipients_reason TEXT,
  origin TEXT,
  valid_from TEXT,
  valid_to TEXT,
  period_as_said TEXT,
  note TEXT
) STRICT;

CREATE TABLE service_operator (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE service_funding (
  id TEXT PRIMARY KEY,
  service_id TEXT NOT NULL REFERENCES service (id),
  source TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('budget', 'grant', 'one-off', 'project')),
  amount INTEGER,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

-- Referral and cooperation between services.
CREATE TABLE service_link (
  id TEXT PRIMARY KEY,
  from_service_id TEXT NOT NULL REFERENCES service (id),
  to_service_id TEXT NOT NULL REFERENCES service (id),
  kind TEXT NOT NULL CHECK (kind IN ('refers-to', 'cooperates-with', 'replaces')),
  note TEXT
) STRICT;

-- Posts for people with lived experience: advertised, financed, filled.
CREATE TABLE peer_post (
  id TEXT PRIMARY KEY,
  organisation_id TEXT REFERENCES organisation (id),
  service_id TEXT REFERENCES service (id),
  status TEXT NOT NULL CHECK (status IN ('wanted', 'advertised', 'filled', 'ended')),
  competence TEXT,
  financed_by TEXT,
  status_on TEXT
) STRICT;

-- What a user-experience centre can offer a municipality.
CREATE TABLE offering (
  id TEXT PRIMARY KEY,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  name TEXT NOT NULL,
  description TEXT
) STRICT;

-- Laws, plans and steering papers that a project or a meeting refers to.
CREATE TABLE guideline (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  reference TEXT,
  issued_by TEXT,
  note TEXT
) STRICT;

-- Surveys that others run, whose headlines we refer to.
CREATE TABLE external_survey (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  owner TEXT,
  every_months INTEGER,
  latest_year INTEGER,
  headline TEXT,
  has_enough_answers INTEGER CHECK (has_enough_answers IN (0, 1))
) STRICT;
`;
