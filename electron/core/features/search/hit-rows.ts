import { z } from 'zod';
import { SearchKind } from '../../../../shared/contract/search.ts';
import type { Statements } from '../../db/statements.ts';

/** What a hit shows, before its words are cut. */
export const HitRow = z.object({
  id: z.string(),
  kind: SearchKind,
  project: z.string().nullable(),
  code: z.string().nullable(),
  title: z.string().nullable(),
  wording: z.string().nullable(),
  language: z.string().nullable(),
  body: z.string(),
  /** SearchTarget as JSON. */
  opens: z.string(),
});
export type HitRow = z.infer<typeof HitRow>;

const none = 'NULL';

interface Shown {
  readonly kind: string;
  readonly body: string;
  readonly opens: string;
  readonly from: string;
  readonly project?: string;
  readonly code?: string;
  readonly title?: string;
  readonly wording?: string;
  readonly language?: string;
}

function select(table: string, shown: Shown): string {
  const { kind, body, opens, from, project = none, code = none, title = none, wording = none, language = none } = shown;
  return `SELECT ${table}.id, ${kind} AS kind, ${project} AS project, ${code} AS code, ${title} AS title, ${wording} AS wording,
  ${language} AS language, ${body} AS body, json_object(${opens}) AS opens
FROM json_each(:ids) AS wanted JOIN ${table} ON ${table}.id = wanted.value ${from}`;
}

const ofProject = (table: string): string => `JOIN project ON project.id = ${table}.project_id`;
const maybeProject = (table: string): string => `LEFT JOIN project ON project.id = ${table}.project_id`;
const languageLines = (column: string): string =>
  `coalesce(${column} ->> '$.nb', ${column} ->> '$.sv', ${column} ->> '$.en', ${column} ->> '$.nn', '')`;
const all = (...columns: readonly string[]): string => columns.map((column) => `coalesce(${column}, '')`).join(` || char(10) || `);

// The theme's preferred terms as one text per language.
const themeTerms = (id: string): string =>
  `(SELECT json_group_object(language, term) FROM theme_term AS name WHERE name.theme_id = ${id} AND name.kind = 'preferred')`;

const textFrom = `${ofProject('text')}
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN question ON question.key = text.question_key LEFT JOIN meeting ON meeting.id = text.meeting_id
LEFT JOIN document ON document.text_id = text.id`;
const textOpens = `'screen', CASE WHEN text.kind = 'minutes' AND text.meeting_id IS NOT NULL THEN 'minutes'
  WHEN text.kind IN ('remark', 'specify') AND interview.id IS NOT NULL THEN 'interview' ELSE 'text' END,
  'projectId', text.project_id, 'textId', text.id, 'interviewId', interview.id, 'questionId', question.id, 'meetingId', text.meeting_id,
  'lineId', (SELECT id FROM minute_line WHERE minute_line.text_id = text.id)`;

// A memo opens the text, the theme or the project it is on.
const memoFrom = `LEFT JOIN coding ON coding.id = memo.coding_id LEFT JOIN text ON text.id = coalesce(coding.text_id, memo.text_id)
LEFT JOIN project ON project.id = coalesce(text.project_id, memo.project_id)
LEFT JOIN interview ON interview.key = text.interview_key LEFT JOIN respondent ON respondent.id = interview.respondent_id
LEFT JOIN meeting ON meeting.id = text.meeting_id LEFT JOIN document ON document.text_id = text.id`;
const memoOpens = `'screen', CASE WHEN text.id IS NOT NULL THEN 'text' WHEN memo.theme_id IS NOT NULL THEN 'theme' ELSE 'project' END,
  'projectId', project.id, 'textId', text.id, 'themeId', memo.theme_id`;

/** How the rows of each searched table are shown. */
const shownSql: Readonly<Record<string, string>> = {
  text: select('text', {
    kind: 'text.kind',
    body: 'text.body',
    opens: textOpens,
    from: textFrom,
    project: 'project.name',
    code: 'respondent.code',
    title: 'coalesce(document.title, meeting.title)',
    wording: 'question.wording',
    language: 'text.language',
  }),
  document: select('document', {
    kind: `'document'`,
    body: 'document.title',
    opens: `'screen', 'text', 'projectId', document.project_id, 'textId', document.text_id`,
    from: ofProject('document'),
    project: 'project.name',
    title: 'document.title',
  }),
  theme_term: select('theme_term', {
    kind: `'theme'`,
    body: 'theme_term.term',
    opens: `'screen', 'theme', 'themeId', theme_term.theme_id`,
    from: '',
    wording: themeTerms('theme_term.theme_id'),
    language: 'theme_term.language',
  }),
  theme: select('theme', {
    kind: `'theme'`,
    body: all(languageLines('theme.definition'), languageLines('theme.inclusion'), languageLines('theme.exclusion')),
    opens: `'screen', 'theme', 'themeId', theme.id`,
    from: '',
    wording: themeTerms('theme.id'),
  }),
  theme_example: select('theme_example', {
    kind: `'theme'`,
    body: 'theme_example.body',
    opens: `'screen', 'theme', 'themeId', theme_example.theme_id`,
    from: '',
    wording: themeTerms('theme_example.theme_id'),
    language: 'theme_example.language',
  }),
  meeting: select('meeting', {
    kind: `'meeting'`,
    body: all('meeting.title', 'meeting.venue', 'meeting.impression', 'meeting.note'),
    opens: `'screen', 'meeting', 'meetingId', meeting.id`,
    from: ofProject('meeting'),
    project: 'project.name',
    language: 'meeting.language',
  }),
  agenda_item: select('agenda_item', {
    kind: `'agenda-item'`,
    body: all('agenda_item.title', 'agenda_item.note'),
    opens: `'screen', 'minutes', 'meetingId', agenda_item.meeting_id, 'lineId', NULL`,
    from: 'JOIN meeting ON meeting.id = agenda_item.meeting_id JOIN project ON project.id = meeting.project_id',
    project: 'project.name',
    title: 'meeting.title',
    language: 'meeting.language',
  }),
  finding: select('finding', {
    kind: `'finding'`,
    body: 'finding.wording',
    opens: `'screen', 'finding', 'projectId', finding.project_id, 'findingId', finding.id`,
    from: ofProject('finding'),
    project: 'project.name',
    code: 'finding.code',
    language: 'finding.language',
  }),
  action: select('action', {
    kind: `'action'`,
    body: all('action.wording', 'action.result'),
    opens: `'screen', 'action', 'actionId', action.id`,
    from: maybeProject('action'),
    project: 'project.name',
    code: 'action.code',
    language: 'action.language',
  }),
  observation: select('observation', {
    kind: `'observation'`,
    body: all('observation.title', 'observation.body'),
    opens: `'screen', 'observation', 'observationId', observation.id`,
    from: maybeProject('observation'),
    project: 'project.name',
    language: 'observation.language',
  }),
  memo: select('memo', {
    kind: `'memo'`,
    body: 'memo.body',
    opens: memoOpens,
    from: memoFrom,
    project: 'project.name',
    code: 'respondent.code',
    title: 'coalesce(document.title, meeting.title)',
    wording: `CASE WHEN text.id IS NULL AND memo.theme_id IS NOT NULL THEN ${themeTerms('memo.theme_id')} END`,
  }),
  framework_cell: select('framework_cell', {
    kind: `'summary'`,
    body: 'framework_cell.summary',
    opens: `'screen', 'matrix', 'projectId', framework_cell.project_id`,
    from: `${ofProject('framework_cell')} LEFT JOIN respondent ON respondent.id = framework_cell.respondent_id`,
    project: 'project.name',
    code: 'respondent.code',
    wording: themeTerms('framework_cell.theme_id'),
  }),
  organisation: select('organisation', {
    kind: `'organisation'`,
    body: 'organisation.name',
    opens: `'screen', 'register', 'kind', 'organisations', 'id', organisation.id`,
    from: '',
  }),
  service: select('service', {
    kind: `'service'`,
    body: 'service.name',
    opens: `'screen', 'register', 'kind', 'services', 'id', service.id`,
    from: '',
  }),
  body: select('body', { kind: `'body'`, body: 'body.name', opens: `'screen', 'register', 'kind', 'bodies', 'id', body.id`, from: '' }),
  place: select('place', {
    kind: `'place'`,
    body: 'place.name',
    opens: `'screen', 'place', 'placeId', place.id`,
    from: 'LEFT JOIN place AS parent ON parent.id = place.parent_id',
    code: 'place.code',
    title: 'parent.name',
  }),
  question: select('question', {
    kind: `'question'`,
    body: all(languageLines('question.wording'), languageLines('question.lead'), languageLines('question.hint')),
    opens: `'screen', 'question', 'projectId', project.id, 'questionnaireId', questionnaire.id, 'versionId', question.version_id, 'questionId', question.id`,
    from: `JOIN questionnaire_version ON questionnaire_version.id = question.version_id
JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id JOIN project ON project.id = questionnaire.project_id`,
    project: 'project.name',
    code: 'question.number',
    title: `questionnaire.name || ' · ' || questionnaire_version.number`,
  }),
  bank_question: select('bank_question', {
    kind: `'bank-question'`,
    body: languageLines('bank_question.wording'),
    opens: `'screen', 'bank'`,
    from: '',
    title: 'bank_question.topic',
  }),
  report: select('report', {
    kind: `'report'`,
    body: all('report.title', 'report.body'),
    opens: `'screen', 'report', 'projectId', report.project_id, 'reportId', report.id`,
    from: ofProject('report'),
    project: 'project.name',
    language: 'report.language',
  }),
  report_block: select('report_block', {
    kind: `'report'`,
    body: 'report_block.body',
    opens: `'screen', 'report', 'projectId', report.project_id, 'reportId', report.id, 'blockId', report_block.id`,
    from: 'JOIN report ON report.id = report_block.report_id JOIN project ON project.id = report.project_id',
    project: 'project.name',
    title: 'report.title',
    language: 'report.language',
  }),
  exhibit: select('exhibit', {
    kind: `'exhibit'`,
    body: 'exhibit.name',
    opens: `'screen', 'exhibit', 'projectId', exhibit.project_id, 'exhibitId', exhibit.id`,
    from: ofProject('exhibit'),
    project: 'project.name',
  }),
};

/** What the rows of one table show, by their ids. */
export function readHitRows(sql: Statements, source: string, ids: readonly string[]): Map<string, HitRow> {
  const text = shownSql[source];
  if (text === undefined) throw new Error(`${source} is not searched`);
  return new Map(sql.all(HitRow, text, { ids: JSON.stringify(ids) }).map((row) => [row.id, row]));
}
