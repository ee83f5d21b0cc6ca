import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../rpc/call.ts';
import { readProtection, readProtectionChanges, setProtection } from './protection.ts';

const Row = z.object({
  id: z.string(),
  number: z.int(),
  project: z.string(),
  exhibit: z.string().nullable(),
  format: z.string(),
  recipient: z.string().nullable(),
  released_by: z.string(),
  released_at: z.string(),
  recalled_at: z.string().nullable(),
});

const releaseSql = `SELECT release.id, release.number, project.name AS project,
  coalesce(exhibit.name, json_extract(release.figures, '$.title')) AS exhibit, release.format, release.recipient,
  actor.name AS released_by, release.released_at, release.recalled_at
FROM release JOIN project ON project.id = release.project_id JOIN actor ON actor.id = release.released_by
LEFT JOIN exhibit ON exhibit.id = release.exhibit_id
WHERE release.number < :before ORDER BY release.number DESC LIMIT :limit`;

export const privacyHandlers: Handlers<typeof contract.privacy> = {
  protection: ({ sql }, { projectId }) => ({ rule: readProtection(sql, projectId), changes: readProtectionChanges(sql, projectId) }),
  setProtection: (call, input) => ({ rule: setProtection(call, input) }),
  listReleases: ({ sql }, input) => {
    const rows = sql.all(Row, releaseSql, { before: input.before ?? Number.MAX_SAFE_INTEGER, limit: input.limit });
    const total = sql.get(z.object({ total: z.int() }), 'SELECT count(*) AS total FROM release')?.total ?? 0;
    return {
      releases: rows.map((row) => ({
        id: row.id,
        number: row.number,
        project: row.project,
        exhibit: row.exhibit,
        format: row.format,
        recipient: row.recipient,
        releasedBy: row.released_by,
        releasedAt: row.released_at,
        recalledAt: row.recalled_at,
      })),
      total,
    };
  },
};
