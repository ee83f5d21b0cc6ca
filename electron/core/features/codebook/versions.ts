import { z } from 'zod';
import type { CodebookVersion } from '../../../../shared/contract/codebook-versions.ts';
import { CodebookSnapshot } from '../../../../shared/model/codebook.ts';
import { compareCodebooks, type CodebookChange } from '../../../../shared/model/codebook-diff.ts';
import { AppError } from '../../app-error.ts';
import type { Statements } from '../../db/statements.ts';
import type { Call } from '../../rpc/call.ts';
import { shortened } from '../themes/theme-terms.ts';
import { readCodebook } from './read-codebook.ts';

const VersionRow = z.object({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  note: z.string().nullable(),
  made_by: z.string(),
  made_at: z.string(),
  themes: z.int(),
});
const SnapshotRow = z.object({ snapshot: z.string() });
const Next = z.object({ n: z.int() });

const versionSql = `
SELECT codebook_version.id, number, codebook_version.name, note, actor.name AS made_by, made_at, json_array_length(snapshot, '$.themes') AS themes
FROM codebook_version JOIN actor ON actor.id = made_by`;

function toVersion({ made_by, made_at, ...row }: z.infer<typeof VersionRow>): z.input<typeof CodebookVersion> {
  return { ...row, madeBy: made_by, madeAt: made_at };
}

/** All versions, the latest first. */
export function listVersions(sql: Statements): z.input<typeof CodebookVersion>[] {
  return sql.all(VersionRow, `${versionSql} ORDER BY number DESC`).map(toVersion);
}

/** One version, whole. @throws AppError NOT_FOUND */
export function readVersion(sql: Statements, versionId: string): { version: z.input<typeof CodebookVersion>; snapshot: CodebookSnapshot } {
  const row = sql.get(VersionRow, `${versionSql} WHERE codebook_version.id = :versionId`, { versionId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return { version: toVersion(row), snapshot: readSnapshot(sql, versionId) };
}

function readSnapshot(sql: Statements, versionId: string): CodebookSnapshot {
  const row = sql.get(SnapshotRow, 'SELECT snapshot FROM codebook_version WHERE id = :versionId', { versionId });
  if (row === undefined) throw new AppError('NOT_FOUND');
  return CodebookSnapshot.parse(JSON.parse(row.snapshot));
}

/** Keeps the codebook as it stands, under the next number. */
export function makeVersion(
  { sql, workspace, actorId, operation }: Call,
  { name, note }: { readonly name: string; readonly note: string | null },
): { versionId: string; number: number } {
  const number = sql.get(Next, 'SELECT coalesce(max(number), 0) + 1 AS n FROM codebook_version')?.n ?? 1;
  const versionId = workspace.newId();
  sql.insert('codebook_version', {
    id: versionId,
    number,
    name,
    note: note === '' ? null : note,
    snapshot: JSON.stringify(readCodebook(sql)),
    made_by: actorId,
    made_at: new Date(workspace.now()).toISOString(),
  });
  operation.label({ number, name: shortened(name) });
  return { versionId, number };
}

/** What has changed from one version to another, or to the codebook as it stands. @throws AppError NOT_FOUND */
export function compareVersions(
  sql: Statements,
  { from, to }: { readonly from: string; readonly to: string },
): { changes: CodebookChange[]; before: CodebookSnapshot; after: CodebookSnapshot } {
  const before = readSnapshot(sql, from);
  const after = to === 'now' ? readCodebook(sql) : readSnapshot(sql, to);
  return { changes: compareCodebooks(before, after), before, after };
}
