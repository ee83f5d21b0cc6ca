import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ColumnRole, FileQuestion, type ColumnMapping, type SurveyMapping } from '../../../../../shared/model/survey-file.ts';
import type { QuestionnaireId } from '../../../../../shared/model/ids.ts';
import type { Statements } from '../../../db/statements.ts';
import { labelKey } from './align-options.ts';
import { carriedHeaders } from './carried-headers.ts';

/**
 * How a file's columns were settled for a questionnaire, kept by header instead of by position. `columns` are positions in `keys`.
 * Variables, not questions, are remembered: they are the same in every version.
 */
const RememberedColumns = z.strictObject({
  keys: z.array(z.string()),
  roles: z.array(ColumnRole),
  questions: z.array(z.strictObject({ variable: z.string(), question: FileQuestion })),
  heldOn: z.string().nullable(),
});

/** A sheet of rounds by its name; `of` is the repeat's variable, or null for the persons of groups. */
const RememberedRounds = z.strictObject({ name: z.string(), of: z.string().nullable(), mapping: RememberedColumns });
export type RememberedRounds = z.infer<typeof RememberedRounds>;

export const RememberedMapping = RememberedColumns.extend({ rounds: z.array(RememberedRounds).optional() });
export type RememberedMapping = z.infer<typeof RememberedMapping>;

/**
 * Each column's header as a key; equal headers get their turn behind them, and a column without one has no key. Some tools write the
 * question over its first column only, others over all of them: both give the same keys.
 */
export function columnKeys(columns: readonly Pick<ColumnMapping, 'header'>[]): string[] {
  const turns = new Map<string, number>();
  const firsts = carriedHeaders(columns.map(({ header }) => header));
  return columns.map(({ header }, column) => {
    const key = header.map((text, row) => labelKey(row === 0 ? (firsts[column] ?? text) : text)).join(' | ');
    if (/^[ |]*$/u.test(key)) return '';
    const turn = (turns.get(key) ?? 0) + 1;
    turns.set(key, turn);
    return turn === 1 ? key : `${key} #${turn}`;
  });
}

/** SHA-256 of a file's headers in their order, in hex. */
export function headerFingerprint(columns: readonly Pick<ColumnMapping, 'header'>[]): string {
  return createHash('sha256')
    .update(JSON.stringify(columnKeys(columns)))
    .digest('hex');
}

/** What to remember of a mapping. `variableOf` names the variable of a file's question; null forgets the question. */
export function toRemember(
  mapping: SurveyMapping,
  variableOf: (key: string) => string | null,
  heldOnKey: string | null,
): RememberedMapping {
  const keys = columnKeys(mapping.columns);
  const heldOnColumn = mapping.questions.find(({ key }) => key === heldOnKey)?.columns[0];
  return {
    keys,
    roles: mapping.columns.map(({ role }) => role),
    questions: mapping.questions.flatMap((question) => {
      const variable = variableOf(question.key);
      return variable === null ? [] : [{ variable, question }];
    }),
    heldOn: heldOnColumn === undefined ? null : (keys[heldOnColumn] ?? null),
  };
}

/** A remembered mapping in the positions of another file. */
export interface Recalled {
  readonly questions: readonly { readonly variable: string; readonly question: FileQuestion }[];
  readonly roles: ReadonlyMap<number, ColumnRole>;
  readonly heldOnColumn: number | null;
  /** Every column of the file with a header was there last time. */
  readonly isWhole: boolean;
}

/** Finds the columns of a remembered mapping in a file by their headers. A question whose columns are gone is not recalled. */
export function recall({ keys, roles, questions, heldOn }: RememberedMapping, columns: readonly ColumnMapping[]): Recalled {
  const now = columnKeys(columns);
  const moved = new Map<number, number>();
  for (const [was, key] of keys.entries()) {
    const column = key === '' ? -1 : now.indexOf(key);
    if (column >= 0) moved.set(was, column);
  }
  const heldOnColumn = heldOn === null ? -1 : now.indexOf(heldOn);
  return {
    questions: questions.flatMap(({ variable, question }) => {
      const again = moveQuestion(question, moved);
      return again === null ? [] : [{ variable, question: again }];
    }),
    roles: new Map([...moved].flatMap(([was, column]) => (roles[was] === undefined ? [] : [[column, roles[was]] as const]))),
    heldOnColumn: heldOnColumn >= 0 ? heldOnColumn : null,
    isWhole: now.every((key) => key === '' || keys.includes(key)),
  };
}

function moveQuestion(question: FileQuestion, moved: ReadonlyMap<number, number>): FileQuestion | null {
  const columns = question.columns.flatMap((column) => moved.get(column) ?? []);
  const [first] = columns;
  // With fewer than half of its columns it is hardly the same question.
  if (first === undefined || columns.length * 2 < question.columns.length) return null;
  const base = { ...question, key: `c${first}`, columns };
  if (base.kind !== 'closed' && base.kind !== 'multiple') return base;
  const specifyColumn = base.specifyColumn === null ? null : (moved.get(base.specifyColumn) ?? null);
  // Words beside "other" without their question are nothing.
  if (columns.length === 1 && specifyColumn === first) return null;
  const options = base.options.map((option) => ({ ...option, column: option.column === null ? null : (moved.get(option.column) ?? null) }));
  return { ...base, key: `c${columns.find((column) => column !== specifyColumn) ?? first}`, specifyColumn, options };
}

const Row = z.object({ mapping: z.string(), header_fingerprint: z.string() });

/** The mapping used last for a file with the same headers, else the one used last for the questionnaire; null when there is none. */
export function readRemembered(sql: Statements, questionnaireId: QuestionnaireId, fingerprint: string): RememberedMapping | null {
  const row = sql.get(
    Row,
    `SELECT mapping, header_fingerprint FROM import_mapping WHERE questionnaire_id = :questionnaireId
     ORDER BY header_fingerprint = :fingerprint DESC, used_at DESC LIMIT 1`,
    { questionnaireId, fingerprint },
  );
  if (row === undefined) return null;
  const remembered = RememberedMapping.safeParse(JSON.parse(row.mapping));
  // Written by another version of the program, it is only a convenience that is gone.
  return remembered.success ? remembered.data : null;
}
