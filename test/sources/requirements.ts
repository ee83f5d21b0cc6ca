/** What a source reports, and where the workspace holds it. */
export interface Requirement {
  readonly id: string;
  readonly source: 'S0' | 'S1' | 'S2' | 'S3' | 'S4';
  /** What it says, in short. */
  readonly says: string;
  /** The record that holds it: one row. */
  readonly record: string;
  readonly holds: Readonly<Record<string, unknown>>;
}

const r = (id: string, source: Requirement['source'], says: string, record: string, holds: Requirement['holds']): Requirement => ({
  id,
  source,
  says,
  record,
  holds,
});
const meeting = (columns: string, title: string): string => `SELECT ${columns} FROM meeting WHERE title = '${title}'`;
const line = (columns: string, like: string): string =>
  `SELECT ${columns} FROM minute_line JOIN text ON text.id = minute_line.text_id WHERE text.body LIKE '${like}%'`;
const count = (from: string): string => `SELECT count(*) AS n FROM ${from}`;
const inMeeting = (table: string, title: string): string =>
  `${table} JOIN meeting ON meeting.id = ${table}.meeting_id WHERE meeting.title = '${title}'`;
const place = (of: string): string => `place.code AS code, place.valid_from AS since FROM ${of} JOIN place ON place.id = ${of}.place_id`;

/** Requirements R1–R95 of the five source documents, each with a record that holds what was reported. */
export const requirements: readonly Requirement[] = [
  r('R1', 'S0', 'best held face to face', meeting('format, preferred_format', 'Dialogmøte i Ålesund'), {
    format: 'physical',
    preferred_format: 'physical',
  }),
  r('R1', 'S3', 'in the town hall', meeting('venue', 'Dialogmøte i Melhus'), { venue: 'Rådhuset i Melhus' }),
  r('R1', 'S4', 'held digitally, hoped to be physical', meeting('format, preferred_format', 'Dialogmöte Gästrikland'), {
    format: 'digital',
    preferred_format: 'physical',
  }),
  r('R2', 'S0', 'a standstill, and the first after it', meeting('is_first_of_kind AS first, gap_reason', 'Dialogmøte i Ålesund'), {
    first: 1,
    gap_reason: 'Stillstand fra 2020 på grunn av pandemien',
  }),
  r('R3', 'S0', 'several purposes', count(inMeeting('meeting_purpose', 'Dialogmøte i Ålesund')), { n: 3 }),
  r('R4', 'S2', 'a dialogue conference', meeting('kind', 'Dialogkonferanse i Melhus'), { kind: 'dialogue-conference' }),
  r('R4', 'S2', 'a panel', meeting('kind', 'Brukerpanelet peker ut temaer'), { kind: 'panel' }),
  r(
    'R5',
    'S4',
    'twice a year in three parts of the county',
    'SELECT times_per_year, (SELECT count(*) FROM series_place WHERE series_id = meeting_series.id) AS areas FROM meeting_series',
    { times_per_year: 2, areas: 3 },
  ),
  r('R6', 'S0', 'towards the end of 2023', meeting('planned_as_said, planned_sort_on, held_on', 'Oppfølgingsmøte i Ålesund'), {
    planned_as_said: 'mot slutten av 2023',
    planned_sort_on: '2023-12-31',
    held_on: null,
  }),
  r(
    'R6',
    'S4',
    'planned in December, begins in November',
    `SELECT meeting_round.planned_as_said AS round, min(meeting.planned_sort_on) AS first FROM meeting_round JOIN meeting ON meeting.round_id = meeting_round.id WHERE meeting_round.name = 'Hösten 2021'`,
    { round: 'under december 2021', first: '2021-11-29' },
  ),
  r('R7', 'S4', '13.00-16.00', meeting('starts_at, ends_at', 'Dialogmöte Södra Hälsingland, hösten'), {
    starts_at: '2021-11-29T12:00:00.000Z',
    ends_at: '2021-11-29T15:00:00.000Z',
  }),
  r(
    'R8',
    'S3',
    'continues last year’s dialogue',
    `SELECT earlier.held_on AS on_day, earlier.held_precision AS precision FROM meeting JOIN meeting AS earlier ON earlier.id = meeting.follows_meeting_id WHERE meeting.title = 'Dialogmøte i Melhus'`,
    { on_day: '2014-01-01', precision: 'year' },
  ),
  r(
    'R9',
    'S3',
    'two initiators, one chair',
    `SELECT sum(role = 'initiator') AS initiators, sum(role = 'chair') AS chairs FROM ${inMeeting('meeting_role', 'Dialogmøte i Melhus')}`,
    { initiators: 2, chairs: 1 },
  ),
  r('R9', 'S2', 'process guides', count(`${inMeeting('meeting_role', 'Dialogkonferanse i Melhus')} AND role = 'process-guide'`), { n: 1 }),
  r(
    'R10',
    'S4',
    'were invited',
    count(
      `meeting_invitation JOIN meeting ON meeting.id = meeting_invitation.meeting_id WHERE meeting.title LIKE 'Dialogmöte %' AND sent_on = '2021-03-15'`,
    ),
    { n: 10 },
  ),
  r(
    'R11',
    'S4',
    'ten municipalities asked, five came',
    `SELECT count(DISTINCT meeting_invitation.organisation_id) AS asked, (SELECT count(DISTINCT attendance.organisation_id) FROM attendance JOIN organisation ON organisation.id = attendance.organisation_id WHERE organisation.kind = 'municipality' AND organisation.name LIKE 'Kommunen %') AS came FROM meeting_invitation JOIN organisation ON organisation.id = meeting_invitation.organisation_id WHERE organisation.name LIKE 'Kommunen %'`,
    { asked: 10, came: 5 },
  ),
  r('R12', 'S0', '5 heads of department', `SELECT count, precision FROM ${inMeeting('attendance', 'Dialogmøte i Ålesund')}`, {
    count: 5,
    precision: 'exact',
  }),
  r('R12', 'S3', '18 in all', meeting('attendance_count AS count, attendance_precision AS precision', 'Dialogmøte i Melhus'), {
    count: 18,
    precision: 'total-only',
  }),
  r(
    'R12',
    'S3',
    'about 400',
    `SELECT recipient_count AS count, recipient_precision AS precision FROM service WHERE name = 'Tjenester for psykisk helse i Melhus'`,
    { count: 400, precision: 'about' },
  ),
  r('R12', 'S4', '15 on average', meeting('attendance_count AS count, attendance_precision AS precision', 'Dialogmöte Gästrikland'), {
    count: 15,
    precision: 'average',
  }),
  r(
    'R13',
    'S3',
    'users and organisations, without names',
    `SELECT count(*) AS n, count(attendance.person_id) AS named FROM ${inMeeting('attendance', 'Dialogmøte i Melhus')}`,
    { n: 6, named: 0 },
  ),
  r(
    'R14',
    'S3',
    'opened, presented, lunch, and so on',
    `SELECT count(*) AS n, count(presenter_person_id) + count(presenter_organisation_id) AS presenters FROM ${inMeeting('agenda_item', 'Dialogmøte i Melhus')}`,
    { n: 5, presenters: 3 },
  ),
  r(
    'R15',
    'S4',
    'questions sent before the meeting',
    `SELECT sent_on, (SELECT count(*) FROM sheet_question WHERE sheet_id = question_sheet.id) AS questions FROM question_sheet WHERE sent_on IS NOT NULL`,
    { sent_on: '2021-04-01', questions: 3 },
  ),
  r('R16', 'S4', 'questions could be put to each other', line('mark', 'Hur stöttar man någon till'), { mark: 'question-raised' }),
  r('R17', 'S4', 'all were brought up to date', line('mark', 'Alla har blivit'), { mark: 'information' }),
  r(
    'R18',
    'S4',
    'minutes to those of the meeting they were at',
    `SELECT what, distribution.status AS status, distribution.sent_on AS sent_on FROM ${inMeeting('distribution', 'Dialogmöte Norra Hälsingland')} AND what = 'minutes'`,
    { what: 'minutes', status: 'sent', sent_on: '2021-04-26' },
  ),
  r('R19', 'S4', 'contact details for each other', count(`contact_list_entry WHERE consented_on = '2021-04-20'`), { n: 1 }),
  r('R20', 'S4', 'other representatives next time', `SELECT valid_from, valid_to FROM person_role WHERE role = 'representant'`, {
    valid_from: '2021-01',
    valid_to: '2021-12',
  }),
  r('R21', 'S4', 'through the coordinator', `SELECT contact_route FROM person WHERE name = 'Stellan Brink'`, {
    contact_route: 'coordinator',
  }),
  r('R22', 'S4', 'nobody has to', `SELECT count(attendance.person_id) AS named FROM ${inMeeting('attendance', 'Dialogmøte i Ålesund')}`, {
    named: 0,
  }),
  r('R23', 'S4', 'found each other at once', count(`observation WHERE kind = 'new-contact'`), { n: 1 }),
  r('R24', 'S0', 'a meeting in your municipality?', `SELECT wording, status FROM meeting_request`, {
    wording: 'Er et dialogmøte aktuelt hos oss?',
    status: 'new',
  }),
  r(
    'R25',
    'S4',
    'dialogue meetings this autumn',
    count(`meeting JOIN meeting_round ON meeting_round.id = meeting.round_id WHERE meeting_round.name = 'Hösten 2021' AND held_on IS NULL`),
    { n: 3 },
  ),
  r('R26', 'S4', 'great interest', meeting('impression', 'Dialogmöte Gästrikland'), {
    impression: 'Stort intresse, engagemang och nyfikenhet',
  }),
  r('R28', 'S3', 'organisations of many kinds', `SELECT count(DISTINCT kind) AS kinds FROM organisation`, { kinds: 10 }),
  r(
    'R29',
    'S3',
    'a local branch',
    `SELECT parent.name AS of FROM organisation JOIN organisation AS parent ON parent.id = organisation.parent_id WHERE organisation.name = 'Sinnslaget Melhus'`,
    { of: 'Sinnslaget' },
  ),
  r('R30', 'S3', 'started again after a pause', `SELECT paused_on, resumed_on FROM organisation_pause`, {
    paused_on: '2013',
    resumed_on: '2015',
  }),
  r(
    'R31',
    'S0',
    'general manager',
    `SELECT title, role FROM person_role JOIN person ON person.id = person_id WHERE person.name = 'Torbjørg Einvik'`,
    { title: 'daglig leder', role: 'leder' },
  ),
  r('R32', 'S1', 'open two days a week', `SELECT opening, eligibility FROM service WHERE name = 'Dagsenteret i Hemne'`, {
    opening: 'åpent to dager i uka',
    eligibility: 'alle som er innskrevet i tjenesten',
  }),
  r('R33', 'S0', 'money from the state', `SELECT source, kind FROM service_funding`, { source: 'Statsforvalteren', kind: 'one-off' }),
  r('R34', 'S1', 'a course for all parents', `SELECT kind, eligibility FROM service WHERE name LIKE 'Foreldrekurs%'`, {
    kind: 'programme',
    eligibility: 'alle foreldre i kommunen',
  }),
  r('R35', 'S1', 'can refer people to work', `SELECT kind, note FROM service_link`, {
    kind: 'refers-to',
    note: 'kan formidle personer til arbeidsaktiviteter',
  }),
  r('R36', 'S1', 'a council for a time', `SELECT is_standing, period_as_said FROM body WHERE name LIKE 'Ad hoc%'`, {
    is_standing: 0,
    period_as_said: 'en tidsbegrenset periode',
  }),
  r('R37', 'S1', 'known from before', `SELECT recruited_by FROM person_role WHERE recruited_by IS NOT NULL`, {
    recruited_by: 'kjent fra før av tjenestene',
  }),
  r('R38', 'S2', 'never representatives before', count(`person_role WHERE is_first_time = 1`), { n: 2 }),
  r(
    'R39',
    'S2',
    'goes on after the project',
    `SELECT body.valid_to AS panel, project.ends_on AS project FROM project_body JOIN body ON body.id = body_id JOIN project ON project.id = project_id`,
    { panel: null, project: '2016-03-31' },
  ),
  r('R40', 'S3', 'nobody for the young', `SELECT not_represented FROM body WHERE kind = 'statutory-council'`, {
    not_represented: 'Ingen som kan representere de unge',
  }),
  r('R41', 'S3', 'a post was advertised', `SELECT competence FROM peer_post WHERE status = 'advertised'`, {
    competence: 'erfaringsbakgrunn',
  }),
  r('R42', 'S4', 'a new working order', `SELECT working_order FROM body WHERE name = 'Brukarråd psykiatri'`, {
    working_order: 'Ny arbetsordning: följer upp dialogmötena',
  }),
  r('R43', 'S3', 'what the centre offers', count(`offering`), { n: 3 }),
  r('R44', 'S3', 'a partnership with several projects', count(`project JOIN partnership ON partnership.id = partnership_id`), { n: 2 }),
  r('R45', 'S2', 'idea, aim, use, end', `SELECT status, ends_on, intended_use FROM project WHERE name = 'Bruker spør bruker i Melhus'`, {
    status: 'finished',
    ends_on: '2016-03-31',
    intended_use: 'Grunnlag for arbeidet med pasientforløp',
  }),
  r('R46', 'S2', 'anchored in a network', `SELECT anchoring FROM project WHERE anchoring IS NOT NULL`, {
    anchoring: 'Et nasjonalt læringsnettverk for gode pasientforløp',
  }),
  r('R47', 'S2', 'a reference group', `SELECT role FROM project_body`, { role: 'referansegruppe' }),
  r('R48', 'S2', 'a little different this time', `SELECT method_deviation FROM project WHERE method_deviation IS NOT NULL`, {
    method_deviation: 'Litt annerledes enn vanlig: med en referansegruppe som går videre',
  }),
  r('R49', 'S2', 'services in scope', count(`project_service`), { n: 3 }),
  r('R50', 'S3', 'points 7 and 8', `SELECT point FROM project_guideline WHERE point LIKE 'pkt%'`, { point: 'pkt. 7 og 8' }),
  r('R51', 'S3', 'by the new year', `SELECT due_as_said FROM work_product WHERE due_as_said IS NOT NULL`, { due_as_said: 'innen nyttår' }),
  r('R52', 'S1', 'a survey every year', `SELECT every_months FROM external_survey WHERE owner = 'Hemne kommune'`, { every_months: 12 }),
  r('R53', 'S1', 'not enough took part', `SELECT has_enough_answers AS enough FROM external_survey WHERE owner = 'Hemne kommune'`, {
    enough: 0,
  }),
  r('R54', 'S4', 'an audit is planned', `SELECT status, main_purpose FROM project WHERE kind = 'user-audit'`, {
    status: 'planned',
    main_purpose: 'SIP',
  }),
  r('R55', 'S1', 'questions used again', count(`sheet_question WHERE bank_question_id IS NOT NULL`), { n: 1 }),
  r(
    'R56',
    'S1',
    'if you could decide',
    `SELECT bank_question.kind AS kind FROM sheet_question JOIN bank_question ON bank_question.id = bank_question_id`,
    { kind: 'meta' },
  ),
  r('R57', 'S3', 'two open problems', count(`problem_statement WHERE status = 'open'`), { n: 2 }),
  r(
    'R58',
    'S2',
    'question and answer',
    `SELECT question.wording ->> '$.nb' AS asked, text.body AS told FROM text JOIN question ON question.key = text.question_key`,
    {
      asked: 'Kan du fortelle litt om prosjektet?',
      told: 'Ideen kom for et par år siden, og vi ville se hvordan medvirkningen kunne bli bedre.',
    },
  ),
  r('R59', 'S0', 'different ways of hearing', `SELECT kind, weaknesses FROM hearing_method`, {
    kind: 'dialogue-meeting',
    weaknesses: 'Når ikke dem som bruker tjenestene i dag',
  }),
  r('R60', 'S4', 'may mean the same, are not the same', `SELECT theme_difference.note AS note FROM theme_difference`, {
    note: 'den som står en nära',
  }),
  r(
    'R61',
    'S0',
    'between the lines',
    `SELECT coding.certainty AS certainty, coding.reason AS reason FROM coding WHERE certainty = 'inferred'`,
    { certainty: 'inferred', reason: 'Mellom linjene: de arbeider slik, uten å bruke ordet' },
  ),
  r('R62', 'S2', 'good feedback', `SELECT polarity FROM finding WHERE wording LIKE 'Folk blir møtt%'`, { polarity: 'positive' }),
  r('R63', 'S2', 'to one service', `SELECT service.name AS service FROM finding JOIN service ON service.id = finding.service_id`, {
    service: 'Rustjenesten i Melhus',
  }),
  r(
    'R64',
    'S2',
    'what it rests on',
    count(`finding_evidence JOIN finding ON finding.id = finding_id WHERE wording LIKE 'Folk blir møtt%'`),
    { n: 2 },
  ),
  r('R65', 'S4', 'good examples', count(`observation WHERE kind = 'good-example'`), { n: 3 }),
  r('R66', 'S0', 'what they want solved', count(`observation WHERE kind = 'challenge' AND title LIKE 'De vil ha med%'`), { n: 1 }),
  r('R67', 'S1', 'an idea, taken up', `SELECT status FROM observation WHERE kind = 'idea' AND title LIKE 'Et brukerråd%'`, {
    status: 'taken-up',
  }),
  r('R68', 'S1', 'one said', line('attribution', 'Det er vanskelig når'), { attribution: 'one-participant' }),
  r('R68', 'S1', 'they agreed', line('attribution', 'Egen erfaring gjør'), { attribution: 'consensus' }),
  r(
    'R69',
    'S2',
    'the panel picks the themes',
    count(`minute_line JOIN body ON body.id = attributed_body_id WHERE mark = 'theme' AND body.kind = 'user-panel'`),
    { n: 2 },
  ),
  r('R71', 'S1', 'through the individual plan', `SELECT level FROM finding WHERE wording LIKE '%individuell plan%'`, {
    level: 'individual',
  }),
  r('R72', 'S2', 'too early to say', `SELECT status FROM finding WHERE wording LIKE 'Brukerpanelet vil%'`, { status: 'too-early' }),
  r('R73', 'S0', 'bought a home', `SELECT is_shareable FROM observation WHERE kind = 'case-story'`, { is_shareable: 1 }),
  r('R74', 'S3', 'families apart', line('perspective', 'Tidlig hjelp'), { perspective: 'relatives' }),
  r('R75', 'S3', 'many topics', count(`theme_term WHERE term IN ('Ungdom', 'Familie', 'Møteplasser', 'Stigma')`), { n: 4 }),
  r('R76', 'S2', 'many findings', `SELECT amount_as_said FROM finding WHERE amount_as_said IS NOT NULL`, { amount_as_said: 'mange funn' }),
  r(
    'R77',
    'S0',
    'a follow-up was agreed',
    `SELECT owner_as_said, due_as_said, status FROM action WHERE wording = 'Holde et oppfølgingsmøte'`,
    { owner_as_said: 'Erfaringssenteret', due_as_said: 'mot slutten av 2023', status: 'agreed' },
  ),
  r(
    'R78',
    'S4',
    'the council follows up',
    `SELECT body.name AS body, happened_on FROM action_event JOIN body ON body.id = body_id WHERE action_event.kind = 'reviewed'`,
    { body: 'Brukarråd psykiatri', happened_on: '2021-09-15' },
  ),
  r('R79', 'S2', 'finding, action, result', `SELECT result FROM action WHERE finding_id IS NOT NULL`, {
    result: 'Får gode tilbakemeldinger',
  }),
  r('R80', 'S2', 'measures that are there', `SELECT is_existing_measure AS there FROM action WHERE wording LIKE 'Gatefotball%'`, {
    there: 1,
  }),
  r('R81', 'S2', 'more want to take part', count(`observation WHERE kind = 'outcome'`), { n: 2 }),
  r('R82', 'S3', 'the politicians', `SELECT addressee FROM action WHERE addressee IS NOT NULL`, { addressee: 'politikerne' }),
  r('R83', 'S4', 'the common web page', `SELECT channel FROM action WHERE channel IS NOT NULL`, { channel: 'den gemensamma hemsidan' }),
  r('R84', 'S2', 'a report', `SELECT title, year, authors FROM report WHERE kind = 'final-report'`, {
    title: 'Brukeres erfaringer med tjenestene i Melhus',
    year: 2016,
    authors: 'Hedda Vestby',
  }),
  r('R85', 'S0', 'last updated', `SELECT updated_on FROM report WHERE title = 'Vi er i gang igjen'`, { updated_on: '2023-03-15' }),
  r('R85', 'S1', 'text by two', `SELECT byline FROM report WHERE title = 'Dialogmøte i Hemne'`, { byline: 'Tekst: Mari Hov og Lars Ness' }),
  r('R86', 'S0', 'photo by', `SELECT caption, credit FROM attachment WHERE credit IS NOT NULL`, {
    caption: 'Gode samtaler i Ålesund',
    credit: 'Siv Mo',
  }),
  r('R88', 'S0', 'systematic experience', count(`agenda_item WHERE title = 'Systematiske brukererfaringer'`), { n: 1 }),
  r('R89', 'S4', 'please pass it on', `SELECT recipient, is_asked_to_spread AS spread FROM report_recipient`, {
    recipient: 'Medlemmar och medarbetare',
    spread: 1,
  }),
  r('R90', 'S4', 'two languages side by side', `SELECT count(DISTINCT language) AS n FROM meeting`, { n: 2 }),
  r('R91', 'S0', 'merged, then divided', `SELECT ${place('meeting')} WHERE meeting.title = 'Dialogmøte i Ålesund'`, {
    code: '1507',
    since: '2020-01-01',
  }),
  r('R92', 'S0', 'an equal service for all', line('mark', 'Alle i den nye'), { mark: 'information' }),
  r(
    'R93',
    'S0',
    'the same offers afterwards',
    count(`service_operator JOIN service ON service.id = service_id WHERE service.name = 'Sommerlyset dagsenter'`),
    { n: 2 },
  ),
  r('R95', 'S0', 'born of a merger', `SELECT origin FROM service WHERE origin IS NOT NULL`, {
    origin: 'Ble til ved kommunesammenslåingen og midler fra Statsforvalteren',
  }),
];
