import { useState } from 'react';
import { exhibitWords, testLines, testText, type ChartType } from '../../../shared/charts/index.ts';
import type { ExhibitDefinition, ExhibitView } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { copiedTable, copyToClipboard } from './copy-exhibit.ts';
import { hasFigures } from './has-figures.ts';
import { useChartCopy } from './use-chart-copy.ts';

/** A table of the screen with its definition. */
export interface Leaving {
  readonly definition: ExhibitDefinition;
  readonly view: ExhibitView;
  /** As it is drawn. */
  readonly chart?: ChartType | undefined;
}

/** What may be done with the table now. */
export interface SheetDeeds {
  readonly canLeave: boolean;
  readonly copy: () => void;
  /** As a picture of 300 dots per inch. */
  readonly copyChart: () => void;
  readonly export: () => void;
  readonly keep: () => void;
  readonly finding: () => void;
  /** Into a report. */
  readonly insert: () => void;
}

export type DeedDialog = 'keep' | 'finding' | 'export' | 'insert';

interface SheetDeedsOptions {
  readonly projectId: ProjectId;
  readonly tables: readonly Leaving[];
  /** The inside view is open, or another table is on its way: nothing leaves now. */
  readonly isHeld: boolean;
}

/** The deeds of the gate line, with their keys, and what is being exported. */
export function useSheetDeeds({ projectId, tables, isHeld }: SheetDeedsOptions) {
  const say = useText();
  const save = useSave();
  const [open, setOpen] = useState<DeedDialog | null>(null);
  const leaving = tables.filter(({ view }) => view.gate.state !== 'stopped' && hasFigures(view));
  const canLeave = !isHeld && leaving.length > 0;
  async function copy(): Promise<void> {
    const [first] = leaving;
    if (!canLeave || first === undefined) {
      notice.set({ text: say('analysis.copyRefused'), tone: 'bad' });
      return;
    }
    const made = await save(() => client.analysis.copy({ projectId, definition: first.definition }));
    if (made === undefined) return;
    const isCopied = await copyToClipboard(
      copiedTable(
        made.released,
        exhibitWords(made.released, say),
        testLines(made.released, (id, params) => say.any(id, params)).map(testText),
      ),
    );
    notice.set({
      text: say(isCopied ? 'analysis.copied' : 'analysis.copyFailed', { number: made.released.releaseNumber ?? 0 }),
      tone: isCopied ? 'neutral' : 'bad',
    });
  }
  const copyPicture = useChartCopy(projectId);
  const copyChart = (): void => {
    const [first] = leaving;
    if (canLeave && first !== undefined) void copyPicture(first);
    else notice.set({ text: say('analysis.copyRefused'), tone: 'bad' });
  };
  const startExport = (): void => {
    if (canLeave) setOpen('export');
    else notice.set({ text: say('analysis.exportRefused'), tone: 'bad' });
  };
  const hasTable = tables.length > 0;
  useCommand('analysis.copy', () => void copy(), hasTable);
  useCommand('analysis.copyChart', copyChart, hasTable);
  useCommand('analysis.export', startExport, hasTable);
  // What is kept is what the table is made of, so a stopped table can be kept too, and a finding can rest on it.
  const keep = (): void => setOpen('keep');
  const finding = (): void => setOpen('finding');
  useCommand('analysis.keep', keep, hasTable);
  useCommand('analysis.finding', finding, hasTable);
  // A report counts it anew, and says it when the gate stops it.
  const insert = (): void => setOpen('insert');
  useCommand('analysis.insert', insert, hasTable);
  const deeds: SheetDeeds = {
    canLeave,
    copy: () => void copy(),
    copyChart,
    export: startExport,
    keep,
    finding,
    insert,
  };
  return { deeds, leaving, open: open === 'export' && !canLeave ? null : open, close: () => setOpen(null) };
}
