import { z } from 'zod';
import type { RawChoices } from '../../../../shared/contract/raw-export.ts';
import { readQuestions, type AnswerOption, type QuestionForm } from '../../analysis/questions.ts';
import type { Statements } from '../../db/statements.ts';

/** How the answers to a question lie in its columns. */
export type RawKind = 'code' | 'number' | 'date' | 'text' | 'record' | 'indicator' | 'rank' | 'specify';

/** One column of a file. */
export interface RawColumn {
  readonly header: string;
  readonly form: QuestionForm;
  readonly kind: RawKind;
  /** The option of a column of 0 and 1, or of ranks. */
  readonly option: AnswerOption | null;
  readonly options: readonly AnswerOption[];
}

/** One file: of interviews, of the persons of groups, or of the rounds of a repeat. */
export interface RawSheet {
  readonly kind: 'interviews' | 'persons' | 'rounds';
  /** The repeat whose rounds these are. */
  readonly repeat: QuestionForm | null;
  readonly columns: readonly RawColumn[];
}

/** The files of one version, and every question whose answers are in them. */
export interface RawPlan {
  readonly sheets: readonly RawSheet[];
}

const kinds: Readonly<Record<string, RawKind>> = {
  consent: 'code',
  one: 'code',
  'yes-no': 'code',
  scale: 'code',
  'scale-0-10': 'code',
  number: 'number',
  calculated: 'number',
  date: 'date',
  open: 'text',
  register: 'record',
};

const IdRow = z.object({ id: z.string() });
const KeyRow = z.object({ key: z.int() });
const OrderRow = z.object({ key: z.int(), asks_what: z.int() });

/** Questions of which some group's persons have answers of their own though nobody is asked one by one: imported ones. */
const ownAnswersSql = `
SELECT DISTINCT a.question_key AS key FROM interview i JOIN answer a ON a.interview_key = i.key
WHERE i.version_id = :versionId AND i.kind = 'group' AND a.instance > 0`;

const orderSql = `
SELECT q.key, EXISTS (SELECT 1 FROM answer_option o WHERE (o.question_id = q.id OR o.scale_id = q.scale_id) AND o.asks_what = 1) AS asks_what
FROM question q WHERE q.version_id = :versionId ORDER BY q.ordinal`;

/** Plans the files of a version: which columns each has, in the order of the questionnaire. */
export function planExport(
  sql: Statements,
  { projectId, versionId, choices }: { readonly projectId: string; readonly versionId: string; readonly choices: RawChoices },
): RawPlan {
  const book = readQuestions(sql, projectId);
  const order = sql.all(OrderRow, orderSql, { versionId });
  const place = new Map(order.map(({ key }, at) => [key, at]));
  const asksWhat = new Set(order.filter((row) => row.asks_what === 1).map(({ key }) => key));
  const identifying = new Set(
    sql.all(IdRow, 'SELECT id FROM variable WHERE project_id = :projectId AND is_identifier = 1', { projectId }).map(({ id }) => id),
  );
  const ofVersion = book.forms
    .filter((form) => form.versionId === versionId)
    .toSorted((a, b) => (place.get(a.key) ?? 0) - (place.get(b.key) ?? 0));
  const asked = ofVersion.filter((form) => choices.identifiers || !identifying.has(form.variableId));
  const columnsOf = (form: QuestionForm): RawColumn[] => columnsFor(form, book.optionsOf(form.variableId), asksWhat.has(form.key), choices);
  const outside = asked.filter((form) => form.repeat === null);
  const own = new Set(sql.all(KeyRow, ownAnswersSql, { versionId }).map(({ key }) => key));
  const ofPersons = outside.filter((form) => own.has(form.key)).flatMap(columnsOf);
  const repeats = ofVersion.filter((form) => form.type === 'repeat');
  return {
    sheets: [
      { kind: 'interviews', repeat: null, columns: outside.flatMap(columnsOf) },
      ...(hasGroups(sql, versionId) ? [{ kind: 'persons', repeat: null, columns: ofPersons } satisfies RawSheet] : []),
      ...repeats.map((repeat): RawSheet => ({
        kind: 'rounds',
        repeat,
        columns: asked.filter((form) => form.repeat?.key === repeat.key).flatMap(columnsOf),
      })),
    ],
  };
}

function hasGroups(sql: Statements, versionId: string): boolean {
  const found = sql.get(z.object({ n: z.int() }), "SELECT 1 AS n FROM interview WHERE version_id = :versionId AND kind = 'group' LIMIT 1", {
    versionId,
  });
  return found !== undefined;
}

/** A column for the answer, or one per option where several can be given; and one for the words beside an option. */
function columnsFor(form: QuestionForm, options: readonly AnswerOption[], asksWhat: boolean, choices: RawChoices): RawColumn[] {
  const name = form.variableName;
  const words: RawColumn[] =
    asksWhat && choices.openTexts ? [{ header: `${name}_what`, form, kind: 'specify', option: null, options: [] }] : [];
  if (form.type === 'several' || form.type === 'rank') {
    const kind = form.type === 'rank' ? 'rank' : 'indicator';
    return [...options.map((option): RawColumn => ({ header: `${name}_${option.code}`, form, kind, option, options: [] })), ...words];
  }
  const kind = kinds[form.type];
  if (kind === undefined || (kind === 'text' && !choices.openTexts)) return words;
  return [{ header: name, form, kind, option: null, options: kind === 'code' ? options : [] }, ...words];
}
