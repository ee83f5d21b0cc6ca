import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { exhibitWords } from '../../../shared/charts/index.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import type { SelectOption } from '../../ui/select/Select.tsx';
import styles from './analysis.module.css';
import { copiedTable, copyToClipboard } from './copy-exhibit.ts';
import { DetailPart } from './DetailPart.tsx';
import { ExhibitPart, hasFigures } from './ExhibitPart.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { GateLine } from './GateLine.tsx';
import { InsidePart } from './InsidePart.tsx';
import type { ViewChange } from './use-view-state.ts';
import { showsOf, type Definitions, type ViewState } from './view-state.ts';

interface ExhibitSheetProps {
  readonly projectId: ProjectId;
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly definitions: Definitions;
  readonly main: ExhibitView;
  readonly detail: ExhibitView | undefined;
  readonly items: readonly SelectOption[];
  readonly wells: ReactNode;
}

function mayLeave(view: ExhibitView): boolean {
  return view.gate.state !== 'stopped' && hasFigures(view);
}

/** The middle of the screen: gate line, wells, and the table as released or, in a hatched frame, as it is inside. */
export function ExhibitSheet({ projectId, state, change, definitions, main, detail, items, wells }: ExhibitSheetProps) {
  const say = useText();
  const [hasIntervals, setIntervals] = useState(true);
  const [isExporting, setExporting] = useState(false);
  const isInside = state.view === 'inside';
  const leaving = [
    { definition: definitions.main, view: main },
    ...(definitions.detail === null || detail === undefined ? [] : [{ definition: definitions.detail, view: detail }]),
  ].filter(({ view }) => mayLeave(view));
  const canLeave = !isInside && leaving.length > 0;
  async function copy(): Promise<void> {
    const selected = window.getSelection()?.toString() ?? '';
    if (isInside || !canLeave || leaving[0] === undefined) {
      notice.set({ text: say('analysis.copyRefused'), tone: 'bad' });
      return;
    }
    // Words the person has marked are copied as they stand; what is on the screen here is released.
    const { released } = leaving[0].view;
    const table = selected === '' ? copiedTable(released, exhibitWords(released, say)) : { html: selected, text: selected };
    const isCopied = selected === '' ? await copyToClipboard(table) : await navigator.clipboard.writeText(selected).then(() => true, () => false);
    notice.set({ text: say(isCopied ? 'analysis.copied' : 'analysis.copyFailed'), tone: isCopied ? 'neutral' : 'bad' });
  }
  const startExport = (): void => {
    if (canLeave) setExporting(true);
    else notice.set({ text: say('analysis.exportRefused'), tone: 'bad' });
  };
  useCommand('analysis.intervals', () => setIntervals((has) => !has));
  useCommand('analysis.copy', () => void copy());
  useCommand('analysis.export', startExport);
  const options = { measure: state.measure, hasIntervals };
  const item = definitions.detail === null ? null : String(definitions.detail.rows);
  const openRow = (key: string): void => change({ row: key });
  return (
    <div className={styles.sheet} data-inside={isInside || undefined}>
      <GateLine canLeave={canLeave} gate={main.gate} isInside={isInside} onCopy={() => void copy()} onExport={startExport} onView={() => change({ view: isInside ? undefined : 'inside' })} />
      {wells}
      <div className={styles.content}>
        {isInside ? (
          <Inside definitions={definitions} main={main} projectId={projectId} />
        ) : (
          <>
            <ExhibitPart currentRow={item} options={options} shows={showsOf(state, definitions)} view={main} {...(item === null ? {} : { onOpenRow: openRow })} />
            {detail === undefined || item === null ? null : <DetailPart item={item} items={items} onItem={openRow} options={options} view={detail} />}
          </>
        )}
      </div>
      {isExporting && canLeave ? <ExportDialog exhibits={leaving} onClose={() => setExporting(false)} projectId={projectId} /> : null}
    </div>
  );
}

function Inside({ projectId, definitions, main }: Pick<ExhibitSheetProps, 'projectId' | 'definitions' | 'main'>) {
  const definition = definitions.main;
  const query = useQuery(orpc.analysis.insideView.queryOptions({ input: { projectId, definition } }));
  return (
    <Loaded query={query}>
      {(inside) => <InsidePart inside={inside} isBattery={definition.kind === 'likert'} subtitle={main.released.subtitle} title={main.released.title} />}
    </Loaded>
  );
}
