import { z } from 'zod';
import { readColumn } from '../../electron/core/analysis/columns.ts';
import { crosstab, frequency } from '../../electron/core/analysis/count.ts';
import { readQuestions } from '../../electron/core/analysis/questions.ts';
import { countingOf, missingReasons, type Column, type ColumnSource } from '../../electron/core/analysis/stored-answers.ts';
import { countedInterviews, readUnits } from '../../electron/core/analysis/units.ts';
import type { Core } from '../../electron/core/open-core.ts';
import { contest } from './contest.ts';
import { fromContest, requireSame, type Bench, type Result } from './result.ts';
import { openCopy, type BenchContext, type SurveyFiles } from './workspaces.ts';

interface Counted {
  readonly name: string;
  readonly column: Column;
  readonly counts: readonly number[];
}

function sourceOf(core: Core, { projectId }: SurveyFiles): ColumnSource {
  const { sql } = core.session.workspace;
  const units = readUnits(sql, projectId, { waveId: null, perWave: false });
  return { sql, projectId, book: readQuestions(sql, projectId), units, isOfRounds: false };
}

function read(source: ColumnSource, variableId: string): Column {
  const column = readColumn(source, variableId);
  if (column === null) throw new Error('a countable question has no column');
  return column;
}

/** The product: questions, persons and every column from the file, then one frequency table per question. */
function countAll(core: Core, files: SurveyFiles): Counted[] {
  const source = sourceOf(core, files);
  return source.book.forms
    .filter(({ type }) => countingOf(type) !== null)
    .map(({ variableId, variableName }) => {
      const column = read(source, variableId);
      if (column.kind === 'set')
        return { name: variableName, column, counts: column.indicators.map((indicator) => indicator.reduce((sum, mark) => sum + mark, 0)) };
      return { name: variableName, column, counts: frequency(column.values, column.categories.length, missingReasons.length).counts };
    });
}

const GroupRow = z.object({
  name: z.string(),
  type: z.string(),
  code: z.int().nullable(),
  num: z.number().nullable(),
  txt: z.string().nullable(),
  n: z.int(),
});
type GroupRow = z.infer<typeof GroupRow>;

const groupSql = `
SELECT v.name, q.type, g.code, g.num, g.txt, g.n FROM (
  SELECT a.question_key, a.code, a.num, a.txt, count(*) AS n FROM interview i CROSS JOIN answer a ON a.interview_key = i.key
  WHERE i.project_id = :projectId AND ${countedInterviews} AND a.missing IS NULL AND a.text_id IS NULL GROUP BY 1, 2, 3, 4
) g JOIN question q ON q.key = g.question_key JOIN variable v ON v.id = q.variable_id WHERE q.type <> 'date'`;

/** How many each category of a column has by SQL's own groups. */
function fromGroups(column: Column, type: string, groups: readonly GroupRow[]): number[] {
  const has = (group: GroupRow, code: number, at: number): boolean => {
    if (type === 'several') return (group.txt ?? '').split(' ').includes(String(code));
    if (type !== 'number') return group.code === code;
    const next = column.categories[at + 1]?.code ?? Number.POSITIVE_INFINITY;
    return group.num !== null && group.num >= code && group.num < next;
  };
  return column.categories.map(({ code }, at) => groups.filter((group) => has(group, code, at)).reduce((sum, { n }) => sum + n, 0));
}

function checkFrequencies(counted: readonly Counted[], groups: readonly GroupRow[]): void {
  const byName = Map.groupBy(groups, ({ name }) => name);
  for (const { name, column, counts } of counted) {
    const own = byName.get(name) ?? [];
    requireSame(`freq.all ${name}`, counts, fromGroups(column, own[0]?.type ?? '', own));
  }
}

/** The floor for counting alone: a loop over bytes, 255 for no answer. */
function bareCounts(bytes: Uint8Array): Int32Array {
  const counts = new Int32Array(256);
  for (let person = 0; person < bytes.length; person++) {
    const at = bytes[person] ?? 255;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

async function frequencies(core: Core, files: SurveyFiles): Promise<Result[]> {
  const { sql } = core.session.workspace;
  const { projectId } = files;
  const whole = await contest(
    { name: 'columns + frequency', calls: 1, run: () => countAll(core, files) },
    { name: 'SQL GROUP BY', calls: 1, run: () => sql.all(GroupRow, groupSql, { projectId }) },
  );
  const counted = countAll(core, files);
  checkFrequencies(counted, sql.all(GroupRow, groupSql, { projectId }));
  const columns = counted.flatMap(({ column, counts }) =>
    column.kind === 'codes' ? [{ column, counts, bytes: Uint8Array.from(column.values, (value) => (value < 0 ? 255 : value)) }] : [],
  );
  const alone = await contest(
    {
      name: 'frequency()',
      calls: 5,
      run: () => columns.map(({ column: { values, categories } }) => frequency(values, categories.length, missingReasons.length)),
    },
    { name: 'bare loop over bytes', calls: 5, run: () => columns.map(({ bytes }) => bareCounts(bytes)) },
  );
  for (const { bytes, counts } of columns) requireSame('freq.count', counts, [...bareCounts(bytes).subarray(0, counts.length)]);
  const tables = `${counted.length} tables`;
  return [
    fromContest('freq.all', files.name, whole, { note: `${tables}, from the file` }),
    fromContest('freq.count', files.name, alone, { note: `${columns.length} tables, columns ready` }),
  ];
}

const CellRow = z.object({ a: z.int(), b: z.int(), n: z.int() });
const crosstabSql = `
SELECT a.code AS a, b.code AS b, count(*) AS n FROM interview i CROSS JOIN answer a ON a.interview_key = i.key AND a.question_key = :rowKey
JOIN answer b ON b.interview_key = i.key AND b.question_key = :columnKey
WHERE i.project_id = :projectId AND ${countedInterviews} AND a.code IS NOT NULL AND b.code IS NOT NULL GROUP BY 1, 2`;

async function crosstabs(core: Core, files: SurveyFiles): Promise<Result[]> {
  const { sql } = core.session.workspace;
  const { forms } = readQuestions(sql, files.projectId);
  const [rowForm, columnForm] = [forms.find(({ type }) => type === 'scale'), forms.find(({ type }) => type === 'one')];
  if (rowForm === undefined || columnForm === undefined) throw new Error('the survey has nothing to cross');
  const own = (): { rows: Column; columns: Column; counts: number[][] } => {
    const source = sourceOf(core, files);
    const [rows, columns] = [read(source, rowForm.variableId), read(source, columnForm.variableId)];
    return { rows, columns, counts: crosstab(rows.values, rows.categories.length, columns.values, columns.categories.length).counts };
  };
  const params = { projectId: files.projectId, rowKey: rowForm.key, columnKey: columnForm.key };
  const peer = (): z.infer<typeof CellRow>[] => sql.all(CellRow, crosstabSql, params);
  const whole = await contest({ name: 'columns + crosstab', calls: 3, run: own }, { name: 'SQL self-join, GROUP BY', calls: 3, run: peer });
  const { rows, columns, counts } = own();
  const cells = new Map(peer().map(({ a, b, n }) => [`${a} ${b}`, n]));
  requireSame(
    'crosstab.one',
    counts,
    rows.categories.map((row) => columns.categories.map((column) => cells.get(`${row.code} ${column.code}`) ?? 0)),
  );
  return [
    fromContest('crosstab.one', files.name, whole, {
      note: `${rows.categories.length} × ${columns.categories.length} cells, from the file`,
    }),
  ];
}

/** Frequencies of every question and one crosstab, as the analysis counts them, against SQL over the answers. */
export const counting: Bench<BenchContext> = {
  name: 'freq.all and crosstab.one',
  run: async (context) => {
    const results: Result[] = [];
    for (const files of context.sizes) {
      using core = await openCopy(context, files, 'counting');
      results.push(...(await frequencies(core, files)), ...(await crosstabs(core, files)));
    }
    return results;
  },
};
