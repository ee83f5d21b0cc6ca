import { z } from 'zod';
import type { Core } from '../../electron/core/open-core.ts';

const Interview = z.object({
  project_id: z.string(),
  wave_id: z.string(),
  version_id: z.string(),
  language: z.string(),
  interviewer_id: z.string().nullable(),
  service_id: z.string().nullable(),
  place_id: z.string().nullable(),
});

/** Puts `count` finished interviews without answers into an open workspace, as one import would: R1000 and on. */
export function addInterviews({ session }: Core, projectId: string, count: number): void {
  const { workspace } = session;
  const { sql } = workspace;
  const like = sql.all(
    Interview,
    `SELECT project_id, wave_id, version_id, language, interviewer_id, service_id, place_id FROM interview
     WHERE project_id = :projectId AND status = 'complete' ORDER BY key`,
    { projectId },
  );
  const source = { actorId: 'a', windowId: 'fixture', kind: 'test', labelId: 'test', isUndoable: false };
  workspace.operations.run(source, (operation) => {
    const batch = operation.asBatch({ kind: 'survey', fileName: 'mange.csv', fileSha256: '', mapping: {}, rowCount: count });
    let key = sql.get(z.object({ n: z.int() }), 'SELECT max(key) AS n FROM interview')?.n ?? 0;
    for (let n = 0; n < count; n += 1) {
      const model = like[n % like.length];
      if (model === undefined) throw new Error('the project has no finished interview');
      const respondentId = workspace.newId();
      key += 1;
      sql.insert('respondent', { id: respondentId, project_id: projectId, code: `R${1000 + n}`, batch_id: batch });
      sql.insert('interview', {
        ...model,
        id: workspace.newId(),
        key,
        respondent_id: respondentId,
        kind: 'person',
        mode: 'imported',
        status: 'complete',
        held_on: `2025-0${1 + (n % 9)}-1${n % 10}`,
        started_at: '2025-01-01T10:00:00Z',
        batch_id: batch,
      });
    }
  });
}
