import { z } from 'zod';
import type { GridSort } from '../../../../shared/contract/coding.ts';
import type { Statements } from '../../db/statements.ts';
import { readBackground, readCodeOrder } from './background.ts';
import { uncoded, type CodingView } from './grid-codings.ts';
import type { GridRows } from './grid-rows.ts';
import { readInterviewFacts, readNames } from './interview-facts.ts';

/** What a row is sorted by; NaN where it is missing. */
type SortValue = (index: number) => number;

const LengthRow = z.object({ text: z.int(), length: z.int() });
const QuestionRow = z.object({ key: z.int(), ordinal: z.int() });

/**
 * The order of rows given by their place among all. Equal rows keep the order they were asked in, upwards and downwards; where the
 * value is missing they come last.
 */
export function sortRows(view: CodingView, rows: GridRows, found: Int32Array, sort: GridSort): Int32Array {
  if (sort.by === 'asked') return sort.direction === 'up' ? found : found.toReversed();
  const valueOf = sortValue(view, rows, sort);
  const values = new Float64Array(rows.count);
  for (const index of found) values[index] = valueOf(index);
  const sign = sort.direction === 'up' ? 1 : -1;
  const missing = (value: number): number => (Number.isNaN(value) ? 1 : 0);
  return found.toSorted((a, b) => {
    const [x, y] = [values[a] ?? Number.NaN, values[b] ?? Number.NaN];
    if (x === y) return a - b;
    const atEnd = missing(x) - missing(y);
    if (atEnd !== 0) return atEnd;
    return missing(x) === 1 ? a - b : (x - y) * sign;
  });
}

const interviewSorts = {
  service: { names: 'services', column: 'service_id' },
  place: { names: 'places', column: 'place_id' },
  wave: { names: 'waves', column: 'wave_id' },
  interviewer: { names: 'interviewers', column: 'interviewer_id' },
} as const;

function sortValue(view: CodingView, rows: GridRows, sort: GridSort): SortValue {
  const { sql, projectId } = view;
  switch (sort.by) {
    case 'uncoded': {
      const isUncoded = uncoded(view);
      return (index) => (isUncoded(rows, index) ? 0 : 1);
    }
    case 'length':
      return lengths(view, rows);
    case 'question':
      return questionOrder(sql, rows);
    case 'answer':
      return answerOrder(view, rows, sort.variableId ?? '');
    case 'asked':
      return (index) => index;
    default: {
      const { names, column } = interviewSorts[sort.by];
      const ranks = new Map(readNames(sql, projectId, names).map((one, rank) => [one.id, rank]));
      const facts = readInterviewFacts(sql, projectId);
      return (index) => ranks.get(facts.get(rows.interviews[index] ?? 0)?.[column] ?? '') ?? Number.NaN;
    }
  }
}

function lengths({ sql, projectId, textKind }: CodingView, rows: GridRows): SortValue {
  const found = sql.all(
    LengthRow,
    'SELECT rowid AS text, length(body) AS length FROM text WHERE project_id = :projectId AND kind = :textKind',
    {
      projectId,
      textKind,
    },
  );
  const byText = new Map(found.map((row) => [row.text, row.length]));
  return (index) => {
    const start = rows.starts[index] ?? -1;
    return start < 0 ? (byText.get(rows.texts[index] ?? 0) ?? Number.NaN) : (rows.ends[index] ?? 0) - start;
  };
}

/** Questions by their place in the newest questionnaire that has them: all versions of one stand together. */
function questionOrder(sql: Statements, rows: GridRows): SortValue {
  const keys = JSON.stringify([...new Set(rows.questions)]);
  const found = sql.all(
    QuestionRow,
    `SELECT asked.key, (SELECT newest.ordinal FROM question AS newest JOIN questionnaire_version ON questionnaire_version.id = newest.version_id
       WHERE newest.variable_id = asked.variable_id ORDER BY questionnaire_version.number DESC, newest.key DESC LIMIT 1) AS ordinal
     FROM json_each(:keys) AS wanted JOIN question AS asked ON asked.key = wanted.value`,
    { keys },
  );
  const ordinals = new Map(found.map((row) => [row.key, row.ordinal]));
  return (index) => ordinals.get(rows.questions[index] ?? 0) ?? Number.NaN;
}

function answerOrder({ sql, projectId }: CodingView, rows: GridRows, variableId: string): SortValue {
  const background = readBackground(sql, [variableId], [...new Set(rows.interviews)]);
  const ranks = new Map(readCodeOrder(sql, projectId, variableId).map((code, rank) => [code, rank]));
  return (index) => {
    const [value = null] = background(rows.interviews[index] ?? 0, rows.instances[index] ?? 0);
    // Of several answers the one that is offered first.
    const codes = (Array.isArray(value) ? value : [value]).map((code) => (code === null ? Number.NaN : (ranks.get(code) ?? code)));
    return codes.length === 0 ? Number.NaN : Math.min(...codes);
  };
}
