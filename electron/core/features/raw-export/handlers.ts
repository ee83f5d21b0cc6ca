import { z } from 'zod';
import type { contract } from '../../../../shared/contract/index.ts';
import { RawExtras, RawFormat } from '../../../../shared/contract/raw-export.ts';
import { VersionId } from '../../../../shared/model/ids.ts';
import { countedInterviews } from '../../analysis/units.ts';
import type { Statements } from '../../db/statements.ts';
import type { Handlers } from '../../rpc/call.ts';
import { checkRaw } from './check-raw.ts';
import { exportRaw } from './export-raw.ts';
import { checkPackage } from './check-package.ts';
import { packageRaw } from './package-raw.ts';
import { readWeightOf } from './weights-of.ts';

const VersionRow = z.object({ id: VersionId, name: z.string(), number: z.int(), interviews: z.int(), repeats: z.int() });

const versionSql = `
SELECT n.id, f.name, n.number,
  (SELECT count(*) FROM interview i WHERE i.version_id = n.id AND ${countedInterviews}) AS interviews,
  (SELECT count(*) FROM question q WHERE q.version_id = n.id AND q.type = 'repeat') AS repeats
FROM questionnaire f JOIN questionnaire_version n ON n.questionnaire_id = f.id
WHERE f.project_id = :projectId ORDER BY n.number DESC, f.name`;

const LastRow = z.object({ definition: z.string() });
const LastChoices = z.object({ format: RawFormat, extras: RawExtras });

/** How the latest raw data left: the register remembers, so nothing else has to. */
function lastChoices(sql: Statements, projectId: string): z.infer<typeof LastChoices> | null {
  const row = sql.get(
    LastRow,
    "SELECT definition FROM release WHERE project_id = :projectId AND format = 'raw-data' ORDER BY number DESC LIMIT 1",
    { projectId },
  );
  const read = LastChoices.safeParse(row === undefined ? null : JSON.parse(row.definition));
  return read.success ? { format: read.data.format, extras: read.data.extras } : null;
}

export const rawExportHandlers: Handlers<(typeof contract)['rawExport']> = {
  versions: ({ sql }, { projectId }) => ({
    versions: sql.all(VersionRow, versionSql, { projectId }).filter(({ interviews }) => interviews > 0),
    hasWeights: readWeightOf(sql, projectId) !== null,
    last: lastChoices(sql, projectId),
  }),
  check: ({ sql }, input) => checkRaw(sql, input),
  checkPackage: ({ sql }, input) => checkPackage(sql, input),
  create: (call, input) => exportRaw(call, input),
  package: (call, input) => packageRaw(call, input),
};
