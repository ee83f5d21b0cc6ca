import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { readSurveyRows } from '../../electron/core/features/exchange/reading/index.ts';
import type { Core } from '../../electron/core/open-core.ts';
import type { Ticket } from '../../shared/model/ids.ts';
import type { SurveyFileInspection } from '../../shared/model/survey-file.ts';
import { contest, growth, type Contest, type Side } from './contest.ts';
import { fromContest, requireSame, single, type Bench, type Result } from './result.ts';
import { importAsProposed, inspect, openBenchCore, upload, type BenchContext, type SurveyFiles } from './workspaces.ts';

/** The peer: the whole file as arrays of text, nothing understood and nothing kept. */
function readAsArrays(path: string): string[][] {
  // csv-parse answers arrays of text when it is not told to name the columns.
  return parse(readFileSync(path), { delimiter: ';', bom: true }) as string[][];
}

function peerOf(files: SurveyFiles): Side {
  return { name: 'csv-parse into arrays', calls: 1, run: () => readAsArrays(files.csv) };
}

/** Every label of every single choice, counted in the file's own cells. */
function countLabels(cells: readonly (readonly string[])[], questions: ReadonlySet<string>): string[] {
  const [header = [], ...rows] = cells;
  const counts = new Map<string, number>();
  for (const [column, question] of header.entries()) {
    if (!questions.has(question)) continue;
    for (const row of rows)
      if (row[column] !== '') counts.set(`${question}: ${row[column]}`, (counts.get(`${question}: ${row[column]}`) ?? 0) + 1);
  }
  return [...counts].map(([label, count]) => `${label} ${count}`).toSorted();
}

const labelSql = `
SELECT json_extract(q.wording, '$.nb') AS question, json_extract(o.label, '$.nb') AS label, count(*) AS n FROM answer a JOIN question q ON q.key = a.question_key
JOIN answer_option o ON (o.question_id = q.id OR o.scale_id = q.scale_id) AND o.code = a.code WHERE q.type IN ('one', 'scale') GROUP BY q.id, o.id`;

function checkImport(core: Core, files: SurveyFiles): void {
  const rows = core.session.workspace.sql.all(z.object({ question: z.string(), label: z.string(), n: z.int() }), labelSql);
  const imported = rows.map(({ question, label, n }) => `${question}: ${label} ${n}`).toSorted();
  requireSame('import.csv', imported, countLabels(readAsArrays(files.csv), new Set(rows.map(({ question }) => question))));
}

async function measureImport(core: Core, files: SurveyFiles, folder: string): Promise<Contest> {
  let ticket: Ticket | null = null;
  let run = 0;
  const path = (): string => join(folder, `import-${files.name}-${run}.rost`);
  const found = await contest(
    {
      name: 'inspect + importSurvey',
      calls: 1,
      prepare: async () => {
        await core.client.workspace.close({});
        rmSync(path(), { force: true });
        run += 1;
        await core.client.workspace.create({ path: path() });
        ticket = await upload(core, files.csv);
      },
      run: async () => {
        if (ticket !== null) await importAsProposed(core, ticket, await inspect(core, ticket));
      },
    },
    peerOf(files),
  );
  checkImport(core, files);
  return found;
}

async function measureReading(core: Core, files: SurveyFiles): Promise<{ inspecting: Contest; reading: Contest }> {
  const ticket = await upload(core, files.csv);
  const inspection: SurveyFileInspection = await inspect(core, ticket);
  const { path } = core.session.blobs.received(ticket);
  let cells = 0;
  const reading = await contest(
    {
      name: 'readSurveyRows',
      calls: 1,
      run: async () => {
        cells = 0;
        for await (const { rows } of readSurveyRows(path, inspection.reading)) for (const row of rows) cells += row.length;
      },
    },
    peerOf(files),
  );
  requireSame('survey.read', cells, readAsArrays(files.csv).slice(1).flat().length);
  const inspecting = await contest({ name: 'inspect', calls: 1, run: () => inspect(core, ticket) }, peerOf(files));
  requireSame('survey.inspect', inspection.rowCount, files.rows);
  return { inspecting, reading };
}

/** A survey file into the workspace: reading alone, inspection alone, and everything until it is committed. */
export const importCsv: Bench<BenchContext> = {
  name: 'import.csv',
  run: async (context) => {
    using core = openBenchCore(context.folder);
    const results: Result[] = [];
    const points: { size: number; ms: number }[] = [];
    for (const files of context.sizes) {
      await core.client.workspace.create({ path: join(context.folder, `reading-${files.name}.rost`) });
      const { inspecting, reading } = await measureReading(core, files);
      const imported = await measureImport(core, files, context.folder);
      const rate = Math.round(files.rows / (imported.own.medianMs / 1000));
      results.push(
        fromContest('survey.read', files.name, reading),
        fromContest('survey.inspect', files.name, inspecting),
        fromContest('import.csv', files.name, imported, { note: `${rate} rows/s, durable` }),
      );
      points.push({ size: files.rows, ms: imported.own.medianMs });
    }
    const [from, to] = [points[0], points.at(-1)];
    if (from === undefined || to === undefined) return results;
    return [
      ...results,
      single('import.csv growth', `S→${context.sizes.at(-1)?.name ?? ''}`, 'itself', growth(from, to), {
        target: { good: 1.05 },
        note: 'exponent',
      }),
    ];
  },
};
