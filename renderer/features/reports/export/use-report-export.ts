import type { ReportFormat } from '../../../../shared/contract/reports.ts';
import type { ChartAs } from '../../../../shared/contract/reports-terms.ts';
import type { ReportId } from '../../../../shared/model/ids.ts';
import { receiveFile } from '../../../lib/blobs.ts';
import { client } from '../../../lib/client.ts';
import { useMaking } from '../../../lib/dialogs/use-making.ts';
import { runJob } from '../../../lib/run-job.ts';
import { useText } from '../../../lib/text.ts';
import { saveReport } from '../print-report.ts';
import { numbersInWords } from './numbers-in-words.ts';

export interface ReportOrder {
  readonly reportId: ReportId;
  readonly format: ReportFormat;
  readonly charts: ChartAs;
  readonly recipient: string;
}

type Made = Extract<Awaited<ReturnType<Awaited<ReturnType<typeof client.reports.export>>['next']>>, { done: true }>['value'];

/** Writes a report out, hands the file over, and says which draft and which releases it is. */
export function useReportExport(onDone: () => void) {
  const say = useText();
  const { progress, problem, start } = useMaking<Made>(onDone, {
    handOver,
    tell: ({ draft, fileName, releases }, isSaved) => {
      const numbers = numbersInWords(releases);
      const told = releases.length === 0 ? say('reports.export.noReleases') : say('reports.export.releases', { numbers });
      return say(isSaved ? 'reports.export.done' : 'reports.export.notSaved', { draft, fileName, releases: told });
    },
  });
  return {
    progress,
    problem,
    start: ({ recipient, ...order }: ReportOrder) =>
      start(({ signal, onProgress }) => runJob(client.reports.export({ ...order, recipient: recipient.trim() }, { signal }), onProgress)),
  };
}

/** The file to the person; a report that is to be printed goes to the page that prints it. */
function handOver({ ticket, fileName, document }: Made): Promise<boolean> {
  if (ticket !== null) return receiveFile(ticket, fileName);
  return document === null ? Promise.resolve(false) : saveReport(document, fileName);
}
