import type { ChartType } from '../../../shared/charts/index.ts';
import type { ExhibitDefinition } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';

export interface ExportOrder {
  readonly projectId: ProjectId;
  readonly definition: ExhibitDefinition;
  readonly format: 'xlsx' | 'csv' | 'svg' | 'png';
  readonly chart: ChartType | undefined;
  /** Its author's own title, where it has one. */
  readonly title?: string | undefined;
  readonly recipient: string;
}

/** Releases a table and answers the ticket of its file. */
export async function runExport({
  recipient,
  chart,
  title,
  ...order
}: ExportOrder): Promise<{ ticket: string; fileName: string; releaseNumber: number }> {
  const steps = await client.analysis.export({
    ...order,
    ...(chart === undefined ? {} : { chart }),
    ...(title === undefined || title === '' ? {} : { title }),
    ...(recipient.trim() === '' ? {} : { recipient: recipient.trim() }),
  });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}
