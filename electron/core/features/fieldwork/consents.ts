import { z } from 'zod';
import { RespondentId } from '../../../../shared/model/ids.ts';
import { ConsentScope } from '../../../../shared/model/participation.ts';
import { AppError } from '../../app-error.ts';
import type { Call } from '../../rpc/call.ts';
import { findRespondent } from './find-respondent.ts';

export interface ConsentInput {
  readonly respondentId: RespondentId;
  readonly scopes: readonly ConsentScope[];
  readonly version: string;
  readonly givenOn: string;
  readonly how: string;
}

/** Records consents; one that stands for the same version is not recorded twice. @throws AppError NOT_FOUND */
export function giveConsent(call: Call, input: ConsentInput): { given: number } {
  const { sql, workspace } = call;
  const { code, erased_at: erasedAt } = findRespondent(sql, input.respondentId);
  if (erasedAt !== null) throw new AppError('NOT_FOUND');
  const { respondentId, givenOn } = input;
  const version = input.version === '' ? null : input.version;
  let given = 0;
  for (const scope of new Set(input.scopes)) {
    const standing = sql.get(
      z.object({ id: z.string() }),
      `SELECT id FROM consent WHERE respondent_id = :respondentId AND scope = :scope AND version IS :version AND withdrawn_on IS NULL`,
      { respondentId, scope, version },
    );
    if (standing !== undefined) continue;
    sql.insert('consent', {
      id: workspace.newId(),
      respondent_id: respondentId,
      scope,
      version,
      given_on: givenOn,
      how: input.how === '' ? null : input.how,
    });
    given += 1;
  }
  call.operation.label({ code, count: given });
  return { given };
}

/** Takes back one consent; taken back already, it keeps its day. @throws AppError NOT_FOUND */
export function withdrawConsent(call: Call, { consentId, withdrawnOn }: { readonly consentId: string; readonly withdrawnOn: string }) {
  const { sql } = call;
  const row = sql.get(
    z.object({ respondent_id: RespondentId, scope: ConsentScope }),
    'SELECT respondent_id, scope FROM consent WHERE id = :consentId',
    { consentId },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  sql.run('UPDATE consent SET withdrawn_on = :withdrawnOn WHERE id = :consentId AND withdrawn_on IS NULL', { consentId, withdrawnOn });
  const { code } = findRespondent(sql, row.respondent_id);
  call.operation.label({ code, scope: row.scope === 'take-part' ? 'takePart' : row.scope });
  return {};
}
