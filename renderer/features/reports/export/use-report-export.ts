import { useEffect, useRef, useState } from 'react';
import type { ReportFormat } from '../../../../shared/contract/reports.ts';
import type { ChartAs } from '../../../../shared/contract/reports-terms.ts';
import type { ReportId } from '../../../../shared/model/ids.ts';
import { receiveFile } from '../../../lib/blobs.ts';
import { client } from '../../../lib/client.ts';
import { spoken } from '../../../lib/errors.ts';
import { runJob } from '../../../lib/run-job.ts';
import { notice } from '../../../lib/status.ts';
import { useText } from '../../../lib/text.ts';
import { useSave } from '../../../lib/use-save.ts';
import { printReport } from '../print-report.ts';
import { numbersInWords } from './numbers-in-words.ts';

export interface ReportOrder {
  readonly reportId: ReportId;
  readonly format: ReportFormat;
  readonly charts: ChartAs;
  readonly recipient: string;
}

/** Writes a report out, hands the file over, and says which draft and which releases it is. Leaving while it is made cancels. */
export function useReportExport(onDone: () => void) {
  const say = useText();
  const save = useSave();
  const [progress, setProgress] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start({ recipient, ...order }: ReportOrder): Promise<void> {
    if (running.current !== null) return;
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setProblem(null);
    setProgress({ done: 0, of: 0 });
    const made = await save(async () => {
      try {
        return await runJob(client.reports.export({ ...order, recipient: recipient.trim() }, { signal }), setProgress);
      } catch (error) {
        // Cancelled by leaving the dialog: there is nothing to tell, and nobody to tell it to.
        if (signal.aborted) return null;
        const said = spoken(error);
        setProblem(say.any(said.message, said.params));
        throw error;
      }
    });
    running.current = null;
    setProgress(null);
    if (made === undefined || made === null) return;
    onDone();
    const { fileName, draft } = made;
    // The releases stand whatever becomes of the file.
    const isSaved = await handOver(made).catch(() => false);
    const releases =
      made.releases.length === 0
        ? say('reports.export.noReleases')
        : say('reports.export.releases', { numbers: numbersInWords(made.releases) });
    const text = say(isSaved ? 'reports.export.done' : 'reports.export.notSaved', { draft, fileName, releases });
    notice.set({ text, tone: isSaved ? 'neutral' : 'bad' });
  }

  return { progress, problem, start };
}

type Made = Extract<Awaited<ReturnType<Awaited<ReturnType<typeof client.reports.export>>['next']>>, { done: true }>['value'];

/** The file to the person; a report that is to be printed goes to the page that prints it. */
function handOver({ ticket, fileName, document }: Made): Promise<boolean> {
  if (ticket !== null) return receiveFile(ticket, fileName);
  return document === null ? Promise.resolve(false) : printReport(document, fileName);
}
