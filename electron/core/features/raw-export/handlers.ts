import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import { VersionId } from '../../../../shared/model/ids.ts';
import { countedInterviews } from '../../analysis/units.ts';
import type { Handlers } from '../../rpc/call.ts';
import { checkRaw } from './check-raw.ts';
import { exportRaw } from './export-raw.ts';

const VersionRow = z.object({ id: VersionId, name: z.string(), number: z.int(), interviews: z.int(), repeats: z.int() });

const versionSql = `
SELECT n.id, f.name, n.number,
  (SELECT count(*) FROM interview i WHERE i.version_id = n.id AND ${countedInterviews}) AS interviews,
  (SELECT count(*) FROM question q WHERE q.version_id = n.id AND q.type = 'repeat') AS repeats
FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id
WHERE f.project_id = :projectId ORDER BY n.number DESC, f.name`;

export const rawExportHandlers: Handlers<(typeof contract)['rawExport']> = {
  versions: ({ sql }, { projectId }) => ({
    versions: sql.all(VersionRow, versionSql, { projectId }).filter(({ interviews }) => interviews > 0),
  }),
  check: ({ sql }, input) => checkRaw(sql, input),
  create: (call, input) => exportRaw(call, input),
};
