import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openCore, type Core } from '../../electron/core/open-core.ts';
import { buildSample } from '../../scripts/sample/build-sample.ts';
import type { ReportDocument } from '../../shared/contract/reports-document.ts';
import type { NewBlock, ReportFormat } from '../../shared/contract/reports.ts';
import { ProjectId, ReportId } from '../../shared/model/ids.ts';
import { rasterFolder } from '../support/raster-folder.ts';

/** The sample workspace, built once for a file of tests; each test has a copy of its own. */
export function sampleDesk(): { readonly open: () => Promise<Core & { readonly projectId: ProjectId }>; readonly clear: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rost-reports-'));
  const path = join(folder, 'sample.rost');
  buildSample(path);
  let copies = 0;
  return {
    open: async () => {
      copies += 1;
      const copy = join(folder, `${copies}.rost`);
      copyFileSync(path, copy);
      const core = openCore({ resourceFolder: rasterFolder() });
      await core.client.workspace.open({ path: copy });
      const { id } = one(core, z.object({ id: ProjectId }), "SELECT id FROM project WHERE name LIKE 'Bruker Spør Bruker%'");
      return Object.assign(core, { projectId: id });
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** One row that must be there. */
export function one<T>({ session }: Core, schema: z.ZodType<T>, sql: string, params: Readonly<Record<string, string>> = {}): T {
  const row = session.workspace.sql.get(schema, sql, params);
  if (row === undefined) throw new Error(`nothing found: ${sql}`);
  return row;
}

export function idIn(core: Core, sql: string, params: Readonly<Record<string, string>> = {}): string {
  return one(core, z.object({ id: z.string() }), sql, params).id;
}

/** The sample's nearly finished final report. */
export function finalReport(core: Core): ReportId {
  return ReportId.parse(idIn(core, "SELECT id FROM report WHERE title LIKE '%Sluttrapport'"));
}

/** An empty report of a kind. */
export async function emptyReport(core: Core, projectId: ProjectId, kind: 'other' | 'final-report' = 'other'): Promise<ReportId> {
  const asked = { projectId, kind, title: 'Rapport', language: 'nb', template: null } as const;
  return (await core.client.reports.create(asked)).reportId;
}

type Plain = Partial<NewBlock> & Pick<NewBlock, 'kind'>;

/** Puts blocks at the end of a report. */
export async function append(core: Core, reportId: ReportId, blocks: readonly Plain[]): Promise<string[]> {
  const known = (await core.client.reports.blocks({ reportId })).blocks.at(-1);
  return (await core.client.reports.insert({ reportId, after: known?.id ?? null, blocks: [...blocks] })).blockIds;
}

/** Writes a report out to the end. */
export async function exported(core: Core, reportId: ReportId, format: ReportFormat = 'pdf') {
  const steps = await core.client.reports.export({ reportId, format, recipient: 'Fjordvik kommune' });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

/** Every word of a document, part by part. */
export function wordsIn({ blocks }: ReportDocument): string {
  return JSON.stringify(blocks.map(({ parts }) => parts));
}
