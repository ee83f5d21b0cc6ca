import type { ExhibitDefinition } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';

/** Whether two values of a definition say the same, whatever the order of their parts. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [parts, others] = [Object.entries(one), new Map(Object.entries(other))];
  return parts.length === others.size && parts.every(([name, value]) => others.has(name) && isSame(value, others.get(name)));
}

export interface KeepOrder {
  readonly projectId: ProjectId;
  readonly definition: ExhibitDefinition;
  readonly name: string;
  /** How it is drawn; null for a table. */
  readonly chart: string | null;
}

/** The kept table of a definition: the one there is, else a new one. */
export async function keepOnce(order: KeepOrder): Promise<string> {
  const { exhibits } = await client.analysis.kept({ projectId: order.projectId });
  const found = exhibits.find(({ definition }) => isSame(definition, order.definition));
  return found?.id ?? (await client.analysis.keep(order)).exhibitId;
}
