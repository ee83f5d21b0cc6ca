import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import type { ImportResult } from '../../shared/contract/exchange.ts';
import { Ticket, type ProjectId } from '../../shared/model/ids.ts';
import type { SurveyFileInspection } from '../../shared/model/survey-file.ts';
import { surveyCsv } from './survey-csv.ts';

/** A size of survey, and the files that hold it. */
export interface SurveyFiles {
  readonly name: 'XS' | 'S' | 'M' | 'L';
  readonly rows: number;
  readonly csv: string;
  /** Imported as proposed, and then never changed: benches work on copies. */
  readonly workspace: string;
  readonly projectId: ProjectId;
}

/** What every bench is given. */
export interface BenchContext {
  /** On a real disk: a save against a file system in memory would say nothing. */
  readonly folder: string;
  /** 1,000 interviews, where the cost of size is looked for. */
  readonly small: SurveyFiles;
  /** S and M, with --long also L. */
  readonly sizes: readonly SurveyFiles[];
}

/** A core as people run it: rows are trusted, not parsed (the tests parse them). Its temporary files lie on the same disk. */
export function openBenchCore(folder: string): Core {
  return openCore({ dataFolder: join(folder, 'data'), deps: { log: () => undefined }, checksRows: false });
}

/** Opens a copy of a workspace that a bench may change. */
export async function openCopy(context: BenchContext, files: SurveyFiles, name: string): Promise<Core> {
  const path = join(context.folder, `${name}.rost`);
  copyFileSync(files.workspace, path);
  const core = openBenchCore(context.folder);
  await core.client.workspace.open({ path });
  return core;
}

/** Runs a job to its end. */
export async function finish<P, O>(job: Promise<{ next: () => Promise<IteratorResult<P, O>> }>): Promise<O> {
  const steps = await job;
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

/** Puts a file where the host puts one that was sent in. */
export async function upload(core: Core, path: string): Promise<Ticket> {
  const { ticket } = await core.client.workspace.requestUpload({ name: basename(path) });
  const folder = join(core.session.deps.temporaryFolder, 'in');
  mkdirSync(folder, { recursive: true });
  copyFileSync(path, join(folder, ticket));
  return Ticket.parse(ticket);
}

/** What the program makes of an uploaded file. */
export async function inspect(core: Core, ticket: Ticket): Promise<SurveyFileInspection> {
  return await finish(core.client.exchange.inspect({ ticket, choices: {} }));
}

/** Imports an uploaded file as proposed, into a new project. @throws Error when the import refuses */
export async function importAsProposed(
  core: Core,
  ticket: Ticket,
  { reading, proposal, rowCount }: SurveyFileInspection,
): Promise<Extract<ImportResult, { state: 'imported' }>> {
  const output = await finish(
    core.client.exchange.importSurvey({
      ticket,
      reading,
      mapping: proposal,
      target: { newProjectName: 'Fjordvik' },
      waveName: 'Vår',
      language: 'nb',
      heldOnKey: null,
      problems: 'leave-empty',
      expectedRows: rowCount,
    }),
  );
  if (output.state !== 'imported') throw new Error('the import was refused');
  return output;
}

async function makeSurvey(folder: string, name: SurveyFiles['name'], rows: number): Promise<SurveyFiles> {
  const csv = join(folder, `${name}.csv`);
  const workspace = join(folder, `${name}.rost`);
  writeFileSync(csv, surveyCsv(rows));
  using core = openBenchCore(folder);
  await core.client.workspace.create({ path: workspace });
  const ticket = await upload(core, csv);
  const { projectId, rowsImported } = await importAsProposed(core, ticket, await inspect(core, ticket));
  if (rowsImported !== rows) throw new Error(`${name}: ${rowsImported} of ${rows} rows were imported`);
  return { name, rows, csv, workspace, projectId };
}

/** Generates the surveys and imports each into a workspace. */
export async function makeContext(folder: string, isLong: boolean): Promise<BenchContext> {
  const small = await makeSurvey(folder, 'XS', 1000);
  const sizes = [await makeSurvey(folder, 'S', 2000), await makeSurvey(folder, 'M', 10_000)];
  if (isLong) sizes.push(await makeSurvey(folder, 'L', 100_000));
  return { folder, small, sizes };
}
