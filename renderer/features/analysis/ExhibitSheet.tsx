import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { exhibitWords } from '../../../shared/charts/index.ts';
import type { ExhibitDefinition, ExhibitView } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { client, orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import type { SelectOption } from '../../ui/select/Select.tsx';
import styles from './analysis.module.css';
import { copiedTable, copyToClipboard } from './copy-exhibit.ts';
import { DetailPart } from './DetailPart.tsx';
import { ExhibitPart } from './ExhibitPart.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { GateLine } from './GateLine.tsx';
import { hasFigures } from './has-figures.ts';
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
  readonly isReadingOpen: boolean;
  readonly onReading: () => void;
}

function mayLeave(view: ExhibitView): boolean {
  return view.gate.state !== 'stopped' && hasFigures(view);
}

/** The middle of the screen: gate line, wells, and the table as released or, in a hatched frame, as it is inside. */
export function ExhibitSheet({
  projectId,
  state,
  change,
  definitions,
  main,
  detail,
  items,
  wells,
  isReadingOpen,
  onReading,
}: ExhibitSheetProps) {
  const say = useText();
  const [hasIntervals, setIntervals] = useState(true);
  const save = useSave();
  const [isExporting, setExporting] = useState(false);
  const isInside = state.view === 'inside';
  const leaving = [
    { definition: definitions.main, view: main },
    ...(definitions.detail === null || detail === undefined ? [] : [{ definition: definitions.detail, view: detail }]),
  ].filter(({ view }) => mayLeave(view));
  const canLeave = !isInside && leaving.length > 0;
  async function copy(): Promise<void> {
    const [first] = leaving;
    if (!canLeave || first === undefined) {
      notice.set({ text: say('analysis.copyRefused'), tone: 'bad' });
      return;
    }
    const made = await save(() => client.analysis.copy({ projectId, definition: first.definition }));
    if (made === undefined) return;
    const isCopied = await copyToClipboard(copiedTable(made.released, exhibitWords(made.released, say)));
    notice.set({
      text: say(isCopied ? 'analysis.copied' : 'analysis.copyFailed', { number: made.released.releaseNumber ?? 0 }),
      tone: isCopied ? 'neutral' : 'bad',
    });
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
      <GateLine
        canLeave={canLeave}
        gate={main.gate}
        isInside={isInside}
        isReadingOpen={isReadingOpen}
        onCopy={() => void copy()}
        onExport={startExport}
        onReading={onReading}
        onView={() => change({ view: isInside ? undefined : 'inside' })}
      />
      {wells}
      <div className={styles.content}>
        {isInside ? (
          <>
            <Inside definition={definitions.main} projectId={projectId} view={main} />
            {definitions.detail === null || detail === undefined ? null : (
              <Inside definition={definitions.detail} isBelow projectId={projectId} view={detail} />
            )}
          </>
        ) : (
          <>
            <ExhibitPart
              currentRow={item}
              options={options}
              shows={showsOf(state, definitions)}
              view={main}
              {...(item === null ? {} : { onOpenRow: openRow })}
            />
            {detail === undefined || item === null ? null : (
              <DetailPart item={item} items={items} onItem={openRow} options={options} view={detail} />
            )}
          </>
        )}
      </div>
      {isExporting && canLeave ? <ExportDialog exhibits={leaving} onClose={() => setExporting(false)} projectId={projectId} /> : null}
    </div>
  );
}

function Inside({
  projectId,
  definition,
  view,
  isBelow = false,
}: {
  readonly projectId: ProjectId;
  readonly definition: ExhibitDefinition;
  readonly view: ExhibitView;
  readonly isBelow?: boolean;
}) {
  const query = useQuery(orpc.analysis.insideView.queryOptions({ input: { projectId, definition } }));
  return (
    <Loaded query={query}>
      {(inside) => (
        <InsidePart
          inside={inside}
          isBattery={definition.kind === 'likert'}
          isBelow={isBelow}
          subtitle={view.released.subtitle}
          title={view.released.title}
        />
      )}
    </Loaded>
  );
}
