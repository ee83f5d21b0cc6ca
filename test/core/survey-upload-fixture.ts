import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { ImportResult } from '../../shared/contract/exchange.ts';
import { Ticket } from '../../shared/model/ids.ts';
import type { ReadingChoices, SurveyFileInspection, SurveyMapping } from '../../shared/model/survey-file.ts';
import { loggedTables, tableNames } from '../../electron/core/db/schema.ts';
import { openCore, type Core, type OpenCoreOptions } from '../../electron/core/open-core.ts';

/** A file with a bit of everything: codes that repeat, a blank row, a decimal comma, a scale, ticks, a cell like a formula. */
export const smallSurvey = {
  name: 'brukere.csv',
  content: [
    'Deltaker;Dato;Alder;Fornøyd;Tillit;Hva var viktig? [Tid];Hva var viktig? [Sted];Hva var viktig? [Annet];Si mer',
    'A1;19.03.2026;34;Enig;Helt enig;1;0;;Noen som hørte etter',
    'A2;20.03.2026;41,5;Uenig;Enig;0;0;;',
    'A1;21.03.2026;29;Vet ikke;Verken enig eller uenig;1;1;;Møtene var for lange',
    'A4;22.03.2026;55;Helt enig;Helt uenig;;;;=1+1',
    ';;;;;;;;',
    ...Array.from(
      { length: 12 },
      (_, at) =>
        `B${at};23.03.2026;${at + 30};${['Helt uenig', 'Uenig', 'Verken enig eller uenig', 'Enig'][at % 4]};${['Helt enig', 'Enig', 'Uenig', 'Helt uenig'][at % 4]};1;;;`,
    ),
  ].join('\n'),
};

/** A core with an empty workspace in a folder of its own; both go when the core is disposed of. */
export async function openEmptyWorkspace(options: OpenCoreOptions = {}): Promise<Core> {
  const folder = mkdtempSync(join(tmpdir(), 'rost-import-'));
  const core = openCore(options);
  await core.client.workspace.create({ path: join(folder, 'a.rost') });
  return {
    ...core,
    [Symbol.dispose]: () => {
      core[Symbol.dispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Puts a file where the host puts one that was sent in. */
export async function upload(core: Core, from: string | { readonly name: string; readonly content: string | Uint8Array }): Promise<Ticket> {
  const { ticket } = await core.client.workspace.requestUpload({ name: typeof from === 'string' ? basename(from) : from.name });
  const folder = join(core.session.deps.temporaryFolder, 'in');
  mkdirSync(folder, { recursive: true });
  if (typeof from === 'string') copyFileSync(from, join(folder, ticket));
  else writeFileSync(join(folder, ticket), from.content);
  return Ticket.parse(ticket);
}

/** Runs a job to its end: what it answered, and every progress on the way. */
export async function finish<P, O>(job: Promise<{ next: () => Promise<IteratorResult<P, O>> }>): Promise<{ output: O; progress: P[] }> {
  const steps = await job;
  const progress: P[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return { output: step.value, progress };
    progress.push(step.value);
  }
}

export const inspect = async (core: Core, ticket: Ticket, choices: ReadingChoices = {}): Promise<SurveyFileInspection> =>
  (await finish(core.client.exchange.inspect({ ticket, choices }))).output;

/** What an import starts from, as the screen fills it in. */
export function importInput(ticket: Ticket, { reading, proposal, rowCount }: SurveyFileInspection, mapping: SurveyMapping = proposal) {
  return {
    ticket,
    reading,
    mapping,
    target: { newProjectName: 'Fjordvik 2026' },
    waveName: 'Vår',
    language: 'en' as const,
    heldOnKey: mapping.questions.find(({ kind }) => kind === 'date')?.key ?? null,
    problems: 'leave-empty' as const,
    expectedRows: rowCount,
  };
}

/** Inspects a file and imports it as proposed, but for the column of participant codes. @throws when the import refuses */
export async function importFile(
  core: Core,
  from: string | { readonly name: string; readonly content: string },
  codeColumn: number | null = null,
): Promise<Extract<ImportResult, { state: 'imported' }>> {
  const ticket = await upload(core, from);
  const inspection = await inspect(core, ticket);
  const { reading, proposal } = inspection;
  const mapping =
    codeColumn === null
      ? proposal
      : (await finish(core.client.exchange.assignRole({ ticket, reading, mapping: proposal, column: codeColumn, role: 'respondentCode' })))
          .output.mapping;
  const { output } = await finish(core.client.exchange.importSurvey(importInput(ticket, inspection, mapping)));
  if (output.state !== 'imported') throw new Error('the import was refused');
  return output;
}

/** Every row of the tables that people change, or of all tables, as one hash per table that has rows. */
export function hashTables(core: Core, which: 'logged' | 'all'): Record<string, string> {
  const { db } = core.session.workspace;
  const names = which === 'all' ? tableNames(db) : loggedTables(db);
  return Object.fromEntries(
    names.flatMap((name) => {
      const rows = db
        .prepare(`SELECT * FROM ${name}`)
        .raw()
        .all()
        .map((row) => JSON.stringify(row))
        .toSorted();
      return rows.length === 0 ? [] : [[name, `${rows.length} ${createHash('sha256').update(rows.join('\n')).digest('hex')}`]];
    }),
  );
}

/** Single value of a statement about the workspace's file. */
export function pluck(core: Core, sql: string): unknown {
  return core.session.workspace.db.prepare(sql).pluck().get();
}
