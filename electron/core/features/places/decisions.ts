import { z } from 'zod';
import type { DecisionFields } from '../../../../shared/contract/place-rows.ts';
import { cut } from '../../../../shared/texts/index.ts';
import { AppError } from '../../app-error.ts';
import { updateRow } from '../../db/update-row.ts';
import { knownPlace, placeRegister } from '../../places/place-register.ts';
import type { Call } from '../../rpc/call.ts';

/** Records that what belonged to a divided place counts with one of those it went to. @throws AppError NOT_FOUND when it did not go there */
export function decide({ sql, workspace, operation }: Call, input: z.infer<typeof DecisionFields>): { id: string } {
  const register = placeRegister(sql);
  const [from, to] = [knownPlace(register, input.fromId), knownPlace(register, input.toId)];
  if (!register.flowOf(from.id).has(to.id)) throw new AppError('NOT_FOUND');
  const id = input.id ?? workspace.newId();
  operation.label({ from: cut(from.name), to: cut(to.name) });
  const { serviceId, decidedOn, decidedBy, reason } = input;
  const row = { from_place_id: from.id, to_place_id: to.id, service_id: serviceId, decided_on: decidedOn, decided_by: decidedBy, reason };
  if (input.id === undefined) sql.insert('place_attribution', { id, ...row });
  else updateRow(sql, 'place_attribution', id, row);
  return { id };
}

/** @throws AppError NOT_FOUND */
export function removeDecision({ sql, operation }: Call, id: string): void {
  const row = sql.get(
    z.object({ from: z.string(), to: z.string() }),
    `SELECT source.name AS "from", target.name AS "to" FROM place_attribution JOIN place AS source ON source.id = from_place_id
     JOIN place AS target ON target.id = to_place_id WHERE place_attribution.id = :id`,
    { id },
  );
  if (row === undefined) throw new AppError('NOT_FOUND');
  operation.label({ from: cut(row.from), to: cut(row.to) });
  sql.run('DELETE FROM place_attribution WHERE id = :id', { id });
}
