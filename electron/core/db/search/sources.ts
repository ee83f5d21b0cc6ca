import { languages } from '../../../../shared/model/text.ts';
import { searchParts, type SearchPart } from '../../../../shared/search/index.ts';

/**
 * What is found by searching: which tables, which of their words, and in which part of the results. The index over it is made of
 * triggers (`search-schema.ts`), so whatever changes a row, command, undo, import or merge, changes the index with it.
 */

/** How many keys a part has room for. */
export const keysPerPart = 2 ** 40;

/**
 * First and last key an entry of a part can have: keys of one part lie together, so that a part is counted and read alone. Below
 * 2^53, so that keys are exact in JavaScript too.
 */
export function keysOfPart(part: SearchPart): { readonly from: number; readonly to: number } {
  const from = (searchParts.indexOf(part) + 1) * keysPerPart;
  return { from, to: from + keysPerPart - 1 };
}

export interface SearchSource {
  /** Name of the table. */
  readonly table: string;
  /** SQL of the first key of its part; `row` is NEW, OLD or the table's name. */
  readonly base: (row: string) => string;
  /** SQL of the words to be found. */
  readonly words: (row: string) => string;
  /** Columns that words, part or place depend on. */
  readonly columns: readonly string[];
  /** Column of the thing that is opened, where it is not the row itself. */
  readonly owner?: string;
  /** SQL of the project it belongs to; what is shared by all has none. */
  readonly project?: (row: string) => string;
  readonly hasInterview?: boolean;
}

/** Texts that may be missing, one a line. */
const lines =
  (...columns: readonly string[]) =>
  (row: string): string =>
    columns.map((column) => `coalesce(${row}.${column}, '')`).join(` || char(10) || `);

/** All languages of texts kept as JSON by language code. FTS5 may not read tables like json_each while it reads its content. */
const localised =
  (...columns: readonly string[]) =>
  (row: string): string =>
    columns.flatMap((column) => languages.map((language) => `coalesce(${row}.${column} ->> '$.${language}', '')`)).join(` || char(10) || `);

const inPart = (part: SearchPart) => (): string => String(keysOfPart(part).from);

function textBase(row: string): string {
  const { from: minutes } = keysOfPart('minutes');
  const { from: documents } = keysOfPart('documents');
  const { from: answers } = keysOfPart('answers');
  return `CASE ${row}.kind WHEN 'minutes' THEN ${minutes} WHEN 'document' THEN ${documents} ELSE ${answers} END`;
}

const ofProject = { project: (row: string) => `${row}.project_id` } as const;

/** The project of what a row is part of. */
const projectIn =
  (table: string, column: string) =>
  (row: string): string =>
    `(SELECT project_id FROM ${table} WHERE id = ${row}.${column})`;

// A memo on words belongs to the project the words are of; one on a theme to all.
function memoProject(row: string): string {
  const textId = `coalesce(${row}.text_id, (SELECT text_id FROM coding WHERE id = ${row}.coding_id))`;
  return `coalesce(${row}.project_id, (SELECT project_id FROM text WHERE id = ${textId}))`;
}

function questionProject(row: string): string {
  return `(SELECT questionnaire.project_id FROM questionnaire_version JOIN questionnaire ON questionnaire.id = questionnaire_version.questionnaire_id
    WHERE questionnaire_version.id = ${row}.version_id)`;
}

/** Every table that is searched. People are not: who works where is found in the registers. */
export const searchSources: readonly SearchSource[] = [
  { table: 'theme_term', base: inPart('themes'), words: lines('term'), columns: ['term', 'theme_id'], owner: 'theme_id' },
  {
    table: 'theme',
    base: inPart('themes'),
    words: localised('definition', 'inclusion', 'exclusion'),
    columns: ['definition', 'inclusion', 'exclusion'],
  },
  { table: 'theme_example', base: inPart('themes'), words: lines('body'), columns: ['body', 'theme_id'], owner: 'theme_id' },
  {
    table: 'text',
    base: textBase,
    words: lines('body'),
    columns: ['body', 'kind', 'project_id', 'interview_key'],
    hasInterview: true,
    ...ofProject,
  },
  {
    table: 'document',
    base: inPart('documents'),
    words: lines('title'),
    columns: ['title', 'text_id', 'project_id'],
    owner: 'text_id',
    ...ofProject,
  },
  {
    table: 'meeting',
    base: inPart('minutes'),
    words: lines('title', 'venue', 'impression', 'note'),
    columns: ['title', 'venue', 'impression', 'note', 'project_id'],
    ...ofProject,
  },
  {
    table: 'agenda_item',
    base: inPart('minutes'),
    words: lines('title', 'note'),
    columns: ['title', 'note', 'meeting_id'],
    owner: 'meeting_id',
    project: projectIn('meeting', 'meeting_id'),
  },
  { table: 'finding', base: inPart('outcomes'), words: lines('code', 'wording'), columns: ['code', 'wording', 'project_id'], ...ofProject },
  {
    table: 'action',
    base: inPart('outcomes'),
    words: lines('code', 'wording', 'result'),
    columns: ['code', 'wording', 'result', 'project_id'],
    ...ofProject,
  },
  { table: 'observation', base: inPart('outcomes'), words: lines('title', 'body'), columns: ['title', 'body', 'project_id'], ...ofProject },
  {
    table: 'memo',
    base: inPart('notes'),
    words: lines('body'),
    columns: ['body', 'project_id', 'text_id', 'coding_id'],
    project: memoProject,
  },
  { table: 'framework_cell', base: inPart('notes'), words: lines('summary'), columns: ['summary', 'project_id'], ...ofProject },
  { table: 'organisation', base: inPart('registers'), words: lines('name'), columns: ['name'] },
  { table: 'service', base: inPart('registers'), words: lines('name'), columns: ['name'] },
  { table: 'body', base: inPart('registers'), words: lines('name'), columns: ['name'] },
  { table: 'place', base: inPart('registers'), words: lines('name'), columns: ['name'] },
  {
    table: 'question',
    base: inPart('questions'),
    words: localised('wording', 'lead', 'hint'),
    columns: ['wording', 'lead', 'hint'],
    project: questionProject,
  },
  { table: 'bank_question', base: inPart('questions'), words: localised('wording'), columns: ['wording'] },
  { table: 'report', base: inPart('reports'), words: lines('title', 'body'), columns: ['title', 'body', 'project_id'], ...ofProject },
  {
    table: 'report_block',
    base: inPart('reports'),
    words: lines('body'),
    columns: ['body', 'report_id'],
    owner: 'report_id',
    project: projectIn('report', 'report_id'),
  },
  { table: 'exhibit', base: inPart('reports'), words: lines('name'), columns: ['name', 'project_id'], ...ofProject },
];
