import { z } from 'zod';
import type { FindingId, ProjectId } from '../../../../shared/model/ids.ts';
import type { Language } from '../../../../shared/model/text.ts';
import type { Polarity } from '../../../../shared/contract/findings.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { writeFinding } from '../findings/write-finding.ts';

const Count = z.object({ n: z.int() });
const Code = z.object({ code: z.string() });

interface NewFinding {
  readonly projectId: ProjectId;
  readonly cellIds: readonly string[];
  readonly wording: string;
  readonly polarity?: Polarity | undefined;
  readonly language: Language;
  readonly today: string;
}

/** Writes a finding that rests on cells of its own project. @throws AppError NOT_FOUND */
export function makeFinding(call: Call, { cellIds, today, ...finding }: NewFinding): { findingId: FindingId; code: string } {
  const { sql } = call;
  const wanted = [...new Set(cellIds)];
  const known = sql.get(
    Count,
    'SELECT count(*) AS n FROM json_each(:ids) AS wanted JOIN framework_cell ON framework_cell.id = wanted.value WHERE project_id = :projectId',
    { ids: JSON.stringify(wanted), projectId: finding.projectId },
  );
  if (known?.n !== wanted.length) throw new AppError('NOT_FOUND');
  const findingId = writeFinding(call, {
    ...finding,
    happenedOn: today,
    evidence: wanted.map((frameworkCellId) => ({ frameworkCellId })),
  });
  const { code } = sql.get(Code, 'SELECT code FROM finding WHERE id = :findingId', { findingId }) ?? { code: '' };
  call.operation.label({ code });
  return { findingId, code };
}
