import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';
import type { ProjectId, ReportId } from '../../shared/model/ids.ts';
import { append, emptyReport, exported, finalReport, idIn, sampleDesk } from './reports-fixture.ts';

const desk = sampleDesk();
let core: Core & { readonly projectId: ProjectId };

beforeEach(async () => {
  core = await desk.open();
});
afterEach(() => core[Symbol.dispose]());
afterAll(() => desk.clear());

const Count = z.object({ n: z.int() });

function count(table: 'release' | 'report_export'): number {
  return core.session.workspace.sql.get(Count, `SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
}

/** Corrects answers: the same persons, other figures. */
function correct(persons: number): void {
  const { workspace } = core.session;
  const intent = { ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(intent, () =>
    workspace.sql.run(
      `UPDATE answer SET code = 4 WHERE (interview_key, question_key, instance) IN (
        SELECT interview_key, question_key, instance FROM answer JOIN question ON question.key = answer.question_key
        JOIN variable ON variable.id = question.variable_id JOIN interview ON interview.key = answer.interview_key
        WHERE variable.name = 'respekt' AND variable.project_id = :p AND answer.code = 5 AND interview.status = 'complete' ORDER BY interview.key LIMIT ${persons})`,
      { p: core.projectId },
    ),
  );
}

async function changed(reportId: ReportId): Promise<Map<string, number>> {
  const { blocks } = await core.client.reports.document({ reportId });
  return new Map(blocks.flatMap(({ id, changed: n }) => (n === 0 ? [] : [[id, n] as const])));
}

describe('writing a report out', () => {
  test('issue 7.5: a draft is one step: its tables, the response figures and the quotes are entered, each with a number of its own', async () => {
    const reportId = finalReport(core);
    const before = count('release');
    const { draft, releases, document, ticket, fileName } = await exported(core, reportId);
    expect([draft, ticket, fileName]).toEqual([2, null, 'Bruker Spør Bruker Fjordvik. Sluttrapport, utkast 2.pdf']);
    expect(releases).toEqual([10, 11, 12, 13, 14, 15, 16, 17]);
    expect(count('release')).toBe(before + 8);
    expect(document?.provenance).toBe('Bruker Spør Bruker Fjordvik. Sluttrapport · utkast 2 · utlevering 10–17');
    expect(document?.origin).toMatch(
      /^Tall fra prosjektet «Bruker Spør Bruker Fjordvik»\. Tall for færre enn 5 personer vises ikke\. Laget med Røst \d+\.\d+\.\d+ .+\.$/u,
    );
    const numbers = document?.blocks.flatMap(({ parts }) =>
      parts.flatMap((part) => (part.kind === 'exhibit' ? [part.released.releaseNumber] : [])),
    );
    expect(numbers?.every((number) => number !== null && releases.includes(number))).toBe(true);
    const { releases: entries } = await core.client.privacy.listReleases({});
    expect(entries.slice(0, 8).every(({ recipient, format }) => recipient === 'Fjordvik kommune' && format === 'pdf')).toBe(true);
    expect((await core.client.reports.document({ reportId })).latest).toMatchObject({
      draft: 2,
      format: 'pdf',
      releases,
      recipient: 'Fjordvik kommune',
    });
    expect((await core.client.reports.list({ projectId: core.projectId })).reports.find(({ id }) => id === reportId)?.latest?.draft).toBe(
      2,
    );
  });

  test.each(['docx', 'xlsx', 'pptx', 'html'] as const)(
    'issue 7.2–7.3: %s is put out for one download, and holds no path and no name of a machine',
    async (format) => {
      const { ticket, fileName, draft } = await exported(core, finalReport(core), format);
      expect([draft, fileName]).toEqual([2, `Bruker Spør Bruker Fjordvik. Sluttrapport, utkast 2.${format}`]);
      const bytes = readFileSync(join(core.session.deps.temporaryFolder, 'out', ticket ?? ''));
      expect(bytes.length).toBeGreaterThan(1000);
      expect(bytes.toString('latin1')).not.toContain(core.session.workspace.path);
    },
  );

  test('[F89] [R84] writing it out again after answers were corrected says which numbers changed, and keeps what the author wrote', async () => {
    const reportId = finalReport(core);
    await exported(core, reportId);
    expect(await changed(reportId)).toEqual(new Map());
    const texts = (await core.client.reports.blocks({ reportId })).blocks.filter(({ kind }) => kind === 'text');
    correct(5);
    const found = await changed(reportId);
    expect(found.size).toBe(2);
    const { blocks } = await core.client.reports.document({ reportId });
    const change = blocks.find(({ id }) => found.has(id))?.changes[0];
    expect(change).toMatchObject({ row: expect.any(String), column: expect.any(String) });
    expect(change?.before).not.toBe(change?.after);
    expect((await core.client.reports.blocks({ reportId })).blocks.filter(({ kind }) => kind === 'text')).toEqual(texts);
    expect((await exported(core, reportId)).draft).toBe(3);
    expect(await changed(reportId)).toEqual(new Map());
  });

  test('changed figures are read once: the mark stays until the figures change again, and can be undone', async () => {
    const reportId = finalReport(core);
    const found = await changed(reportId);
    expect(found.size).toBe(2);
    const [first = '', second = ''] = found.keys();
    await core.client.reports.markRead({ blockId: first });
    expect([...(await changed(reportId)).keys()]).toEqual([second]);
    await core.client.history.undo({});
    expect([...(await changed(reportId)).keys()]).toEqual([first, second]);
    await core.client.reports.markRead({ blockId: first });
    correct(7);
    expect([...(await changed(reportId)).keys()]).toEqual([first, second]);
  });

  test('while something stops it, nothing is written, entered or numbered, and what stops it is named', async () => {
    const reportId = finalReport(core);
    const quoteId = idIn(
      core,
      "SELECT quote.id FROM quote JOIN text ON text.id = text_id WHERE quote.status = 'proposed' AND text.project_id = :p",
      {
        p: core.projectId,
      },
    );
    await append(core, reportId, [{ kind: 'quote', quoteId }]);
    const before = [count('release'), count('report_export')];
    await expect(exported(core, reportId, 'docx')).rejects.toMatchObject({
      code: 'NOT_RELEASABLE',
      data: { message: 'reports.problem.quoteNotCleared' },
    });
    expect([count('release'), count('report_export')]).toEqual(before);
  });

  test('a report of words alone is a draft without a release', async () => {
    const reportId = await emptyReport(core, core.projectId);
    await append(core, reportId, [{ kind: 'text', body: 'Bare ord.' }]);
    const before = count('release');
    const { draft, releases, document } = await exported(core, reportId);
    expect([draft, releases, document?.provenance]).toEqual([1, [], 'Rapport · utkast 1']);
    expect(count('release')).toBe(before);
  });

  test('a table that has left and now has one person fewer is stopped: the two together would tell of that person', async () => {
    const reportId = finalReport(core);
    await exported(core, reportId);
    const { workspace } = core.session;
    const intent = { ...workspace.sourceFor('test'), kind: 'test', labelId: 'test', isUndoable: false };
    workspace.operations.run(intent, () =>
      workspace.sql.run(
        `UPDATE respondent SET withdrawn_at = '2026-01-02' WHERE id = (SELECT respondent_id FROM interview
         WHERE project_id = :p AND status = 'complete' AND key NOT IN (SELECT interview_key FROM text JOIN quote ON quote.text_id = text.id) LIMIT 1)`,
        { p: core.projectId },
      ),
    );
    const { blocks } = await core.client.reports.document({ reportId });
    const stopped = blocks.filter(({ problems }) => problems.some(({ sentence }) => sentence.id === 'analysis.finding.subtraction'));
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped.every(({ parts }) => parts.length === 0)).toBe(true);
    await expect(exported(core, reportId)).rejects.toMatchObject({ code: 'NOT_RELEASABLE' });
  });

  test('removing a report takes its drafts along, and the register keeps what left', async () => {
    const reportId = finalReport(core);
    await exported(core, reportId);
    const before = count('release');
    await core.client.records.remove({ kind: 'reports', id: reportId });
    expect([count('report_export'), count('release')]).toEqual([0, before]);
    await core.client.history.undo({});
    expect((await core.client.reports.document({ reportId })).latest?.draft).toBe(2);
  });
});
