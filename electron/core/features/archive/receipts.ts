import { z } from 'zod';
import { DeletionReceipt, type MadeArchive } from '../../../../shared/contract/archive.ts';
import type { Statements } from '../../db/statements.ts';

const prefix = 'deletion-receipt:';
const ValueRow = z.object({ value: z.string() });

/** Keeps a receipt in the workspace: it outlives what it tells of. */
export function writeReceipt(sql: Statements, receipt: DeletionReceipt): void {
  sql.insert('setting', { name: `${prefix}${receipt.id}`, value: JSON.stringify(receipt) });
}

/** Receipts of deleted projects, newest first. */
export function readReceipts(sql: Statements): DeletionReceipt[] {
  return sql
    .all(ValueRow, 'SELECT value FROM setting WHERE name LIKE :like', { like: `${prefix}%` })
    .map(({ value }) => DeletionReceipt.parse(JSON.parse(value)))
    .toSorted((a, b) => b.deletedAt.localeCompare(a.deletedAt));
}

const ArchiveRow = z.object({
  number: z.int(),
  released_at: z.string(),
  recipient: z.string().nullable(),
  bytes: z.int().nullable(),
  sha256: z.string().nullable(),
});

/** Archives that have been made of a project, newest first. */
export function readArchives(sql: Statements, projectId: string): MadeArchive[] {
  return sql
    .all(
      ArchiveRow,
      `SELECT number, released_at, recipient, json_extract(figures, '$.bytes') AS bytes, json_extract(figures, '$.sha256') AS sha256 FROM release
       WHERE project_id = :projectId AND format = 'archive' ORDER BY number DESC`,
      { projectId },
    )
    .map((row) => ({
      releaseNumber: row.number,
      madeAt: row.released_at,
      recipient: row.recipient ?? '',
      bytes: row.bytes ?? 0,
      sha256: row.sha256 ?? '',
    }));
}
