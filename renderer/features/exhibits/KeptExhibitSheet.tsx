import { useRef, useState } from 'react';
import { chartTypes } from '../../../shared/charts/index.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import type { KeptExhibit } from '../../../shared/contract/analysis-exhibits.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { notice } from '../../lib/status.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { AnalysisNav, ExportDialog, hasFigures, useExhibit } from '../analysis/index.ts';
import { IntoReportDialog } from '../reports/index.ts';
import styles from './exhibits.module.css';
import { KeptWords } from './KeptWords.tsx';
import { drawnAs, madeOf, type Countable } from './made-of.ts';
import { ReleasedKept } from './ReleasedKept.tsx';
import { useKeptDeeds } from './use-kept-deeds.ts';

interface KeptExhibitSheetProps {
  readonly projectId: ProjectId;
  readonly kept: KeptExhibit;
  readonly exhibits: readonly KeptExhibit[];
  readonly countable: Countable;
}

/** A kept table with its words, and the ways on: into the analysis, and out as a file. */
export function KeptExhibitSheet({ projectId, kept, exhibits, countable }: KeptExhibitSheetProps) {
  const say = useText();
  const content = useContent();
  const dates = useDates();
  const deeds = useKeptDeeds(projectId, exhibits, countable.groups);
  const query = useExhibit(projectId, kept.definition);
  const [isExporting, setExporting] = useState(false);
  const [isInserting, setInserting] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const leaving = leavingOf(kept, query.data);
  const canLeave = leaving !== null && !query.isWaiting;
  const startExport = (): void => {
    if (canLeave) setExporting(true);
    else notice.set({ text: say('analysis.exportRefused'), tone: 'bad' });
  };
  useCommand('lists.export', startExport);
  useCommand('exhibits.insert', () => setInserting(true));
  useCommand('exhibits.openInAnalysis', () => deeds.toAnalysis(kept), kept.definition !== null);
  useCommand('exhibits.rename', () => {
    name.current?.focus();
    name.current?.select();
  });
  const facts = [
    madeOf(kept.definition, countable, say, content),
    drawnAs(kept, say),
    kept.release === null
      ? say('exhibits.release.none')
      : say('exhibits.one.release', { number: kept.release.number, date: dates.day(kept.release.releasedAt) }),
    ...(kept.findings === 0 ? [] : [say('exhibits.one.findings', { n: kept.findings })]),
  ];
  return (
    <>
      <PageHeader
        actions={
          <>
            <Button isDisabled={kept.definition === null} kbd="A" onPress={() => deeds.toAnalysis(kept)}>
              {say('exhibits.one.openInAnalysis')}
            </Button>
            <Button icon="report" kbd="I" onPress={() => setInserting(true)}>
              {say('reports.into.deed')}
            </Button>
            <Button icon="export" isDisabled={!canLeave} kbd="E" onPress={startExport} variant="main">
              {say('analysis.deed.export')}
            </Button>
          </>
        }
        facts={facts.join(' · ')}
        title={kept.name}
      />
      <AnalysisNav projectId={projectId} />
      <div className={styles.sheet}>
        {kept.definition === null ? (
          <EmptyState how={say('exhibits.explain.gone')} what={say('exhibits.madeOf.gone')} />
        ) : (
          <Loaded query={query}>{(view) => <ReleasedKept kept={kept} view={view} />}</Loaded>
        )}
        <KeptWords key={kept.id} kept={kept} nameRef={name} />
      </div>
      {isInserting ? (
        <IntoReportDialog
          blocks={[{ kind: 'exhibit', exhibitId: kept.id, options: { shows: kept.chart === null ? 'table' : 'chart' } }]}
          onClose={() => setInserting(false)}
          projectId={projectId}
        />
      ) : null}
      {isExporting && leaving !== null ? (
        <ExportDialog exhibits={[leaving]} onClose={() => setExporting(false)} projectId={projectId} />
      ) : null}
    </>
  );
}

/** What would go out; null where nothing may. */
function leavingOf({ definition, chart, title }: KeptExhibit, view: ExhibitView | undefined) {
  if (definition === null || view === undefined || view.gate.state === 'stopped' || !hasFigures(view)) return null;
  return { definition, view, chart: chartTypes.find((one) => one === chart), title: title ?? undefined };
}
