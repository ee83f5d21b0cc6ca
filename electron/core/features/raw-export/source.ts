import { z } from 'zod';
import type { RawChoices } from '../../../../shared/contract/raw-export.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { identifyingVariables } from '../../analysis/identifying.ts';
import { readQuestions } from '../../analysis/questions.ts';
import { countedInterviews } from '../../analysis/units.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import { wordsIn } from '../../words.ts';
import type { RawCell } from './cells.ts';
import type { RawPlan, RawSheet } from './plan.ts';
import { readAnswers } from './read-answers.ts';
import { countRows, readInterviews, recordNames, remarkRows, rowsOf, type RawInterview, type RowContext, type WeightOf } from './sheets.ts';
import { shapeOf, type TableShape } from './table.ts';

/** Interviews read at a time, at most. */
const mostInterviews = 400;
/** Answers read at a time, about: what is let go of again while it is young costs no memory. */
const mostAnswers = 12_000;

/** How many interviews a page has: fewer where each has many answers. */
function pageSize(questions: number): number {
  return Math.max(20, Math.min(mostInterviews, Math.floor(mostAnswers / Math.max(1, questions))));
}

/** One file's data: what its columns are, how many rows there will be, and the rows, some at a time. */
export interface RawTableSource {
  readonly sheet: RawSheet;
  readonly shape: TableShape;
  readonly rowCount: number;
  readonly pages: () => Generator<readonly RawCell[][]>;
}

/** The data of one version, file by file. */
export interface RawSource {
  readonly tables: readonly RawTableSource[];
  readonly interviews: readonly RawInterview[];
  /** Remarks, some at a time; nothing when they were not asked for. */
  readonly remarkPages: () => Generator<readonly RawCell[][]>;
}

export interface SourceWanted {
  readonly projectId: string;
  readonly versionId: string;
  readonly choices: RawChoices;
  readonly language: Language;
  readonly plan: RawPlan;
  readonly weightOf?: WeightOf | null;
  readonly placeOf?: RowContext['placeOf'];
  /** Another order than that of waves and interviews; the numbers follow it. */
  readonly inOrder?: (interviews: readonly RawInterview[]) => readonly RawInterview[];
}

/** Keys of the questions of a sheet, or null when it has all there are. */
function questionsOf(sheet: RawSheet, plan: RawPlan): number[] | null {
  return plan.sheets.length === 1 ? null : [...new Set(sheet.columns.map(({ form }) => form.key))];
}

/** Names that no file of data may have: those of what lies beside it. */
const besides = ['codebook', 'remarks', 'answers'] as const;

/** Shapes under names unlike every other, whatever their case: a repeat may be called as something else is. */
function distinctShapes(plan: RawPlan, language: Language): TableShape[] {
  const taken = new Set(besides.map((name) => wordsIn(language)(`rawExport.file.${name}`).toLocaleLowerCase('nb')));
  return plan.sheets.map((sheet) => {
    const shape = shapeOf(sheet, language);
    let { name } = shape;
    for (let number = 2; taken.has(name.toLocaleLowerCase('nb')); number += 1) name = `${shape.name} ${number}`;
    taken.add(name.toLocaleLowerCase('nb'));
    return { ...shape, name };
  });
}

/** Opens the data of a version. Nothing but the list of interviews is in memory until a page is asked for. */
export function openSource(sql: Statements, wanted: SourceWanted): RawSource {
  const { projectId, versionId, choices, language, plan } = wanted;
  const found = readInterviews(sql, projectId, versionId);
  const interviews = (wanted.inOrder?.(found) ?? found).map((interview, at) => ({ ...interview, number: at + 1 }));
  const recordName = recordNames(sql);
  const weightOf: WeightOf = wanted.weightOf ?? (() => null);
  const placeOf: RowContext['placeOf'] = wanted.placeOf ?? (({ place, place_code: code }) => ({ name: place, code }));
  function* pagesOf(
    questions: readonly number[] | null,
    atATime: number,
    make: (part: readonly RawInterview[], context: RowContext) => RawCell[][],
  ): Generator<RawCell[][]> {
    for (let from = 0; from < interviews.length; from += atATime) {
      const part = interviews.slice(from, from + atATime);
      const keys = part.map(({ key }) => key);
      yield make(part, { answers: readAnswers(sql, keys, { choices, questions }), recordName, weightOf, placeOf });
    }
  }
  const without = choices.identifiers ? new Set<string>() : identifyingVariables(sql, projectId);
  // What was remarked beside an identifying question tells as much as its answer.
  const told = readQuestions(sql, projectId).forms.filter(({ variableId }) => !without.has(variableId));
  const names = new Map(told.map((form) => [form.key, form.variableName]));
  const shapes = distinctShapes(plan, language);
  return {
    interviews,
    tables: plan.sheets.map((sheet, at) => ({
      sheet,
      shape: shapes[at] ?? shapeOf(sheet, language),
      rowCount: countRows(sql, versionId, sheet, interviews),
      pages: () =>
        pagesOf(questionsOf(sheet, plan), pageSize(sheet.columns.length), (part, context) =>
          part.flatMap((interview) => rowsOf(sheet, interview, context)),
        ),
    })),
    remarkPages: () => pagesOf([], mostInterviews, (part, context) => remarkRows(part, context, (key) => names.get(key))),
  };
}

/** Whose answers are in the files: interviews, and of groups the persons who take part. */
function signOf(interviews: readonly RawInterview[]): string {
  const parts = interviews.map(({ key, group }) => `${key}:${group?.persons.join(' ') ?? ''}`);
  return parts.toSorted().join();
}

/** Refuses when somebody in the files has withdrawn, or said no in a group, since they were begun. @throws AppError CANCELLED */
export function assertSamePersons(
  sql: Statements,
  { projectId, versionId }: { readonly projectId: string; readonly versionId: string },
  interviews: readonly RawInterview[],
): void {
  if (signOf(readInterviews(sql, projectId, versionId)) !== signOf(interviews)) throw new AppError('CANCELLED');
}

const WidthRow = z.object({ question_key: z.int(), kind: z.string(), bytes: z.int() });
const widthSql = `
SELECT t.question_key, t.kind, max(octet_length(t.body)) AS bytes FROM interview i JOIN text t ON t.interview_key = i.key
WHERE i.version_id = :versionId AND t.kind IN ('answer', 'specify') AND t.question_key IS NOT NULL AND ${countedInterviews} GROUP BY t.question_key, t.kind
UNION ALL
SELECT a.question_key, 'answer', max(octet_length(a.txt)) FROM interview i JOIN answer a ON a.interview_key = i.key JOIN question q ON q.key = a.question_key
WHERE i.version_id = :versionId AND q.type IN ('open', 'date') AND a.txt IS NOT NULL AND ${countedInterviews} GROUP BY a.question_key`;

/** The room that the texts of a column need, in bytes of UTF-8; what is not asked about is 0. */
export function readTextWidths(sql: Statements, versionId: string): (questionKey: number, kind: 'answer' | 'specify') => number {
  const widths = new Map<string, number>();
  for (const { question_key: key, kind, bytes } of sql.all(WidthRow, widthSql, { versionId })) {
    const name = `${key} ${kind}`;
    widths.set(name, Math.max(widths.get(name) ?? 0, bytes));
  }
  return (key, kind) => widths.get(`${key} ${kind}`) ?? 0;
}

const NameWidth = z.object({ bytes: z.int().nullable() });

/** The room that the name of any place, service or organisation needs, in bytes. */
export function readNameWidth(sql: Statements): number {
  const row = sql.get(
    NameWidth,
    `SELECT max(bytes) AS bytes FROM (SELECT max(octet_length(name)) AS bytes FROM place UNION ALL SELECT max(octet_length(name)) FROM service
     UNION ALL SELECT max(octet_length(name)) FROM organisation)`,
    {},
  );
  return row?.bytes ?? 1;
}
