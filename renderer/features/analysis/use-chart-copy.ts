import type { ProjectId } from '../../../shared/model/ids.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { pictureOf, pictureToClipboard } from './copy-chart.ts';
import { runExport } from './run-export.ts';
import type { Leaving } from './use-sheet-deeds.ts';

/** A way to release a table's chart as a picture of 300 dots per inch, onto the clipboard. */
export function useChartCopy(projectId: ProjectId): (table: Leaving) => Promise<void> {
  const say = useText();
  const save = useSave();
  return async ({ definition, chart }) => {
    const released = save(() => runExport({ projectId, definition, format: 'png', chart, recipient: '' }));
    const isCopied = await pictureToClipboard(
      released.then((made) => (made === undefined ? Promise.reject(new Error('not released')) : pictureOf(made.ticket))),
    );
    const made = await released;
    // What stopped it stands in the status line already.
    if (made === undefined) return;
    notice.set({
      text: say(isCopied ? 'analysis.chartCopied' : 'analysis.chartCopyFailed', { number: made.releaseNumber }),
      tone: isCopied ? 'neutral' : 'bad',
    });
  };
}
