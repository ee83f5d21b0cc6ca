import { useRef, useState } from 'react';
import type { KeptExhibit } from '../../../shared/contract/analysis-exhibits.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { formatTime } from '../../lib/format.ts';
import { useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { ProgressBar } from '../../ui/progress-bar/ProgressBar.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { ListHint } from '../actions/index.ts';
import { AnalysisNav } from '../analysis/index.ts';
import { IntoReportDialog } from '../reports/index.ts';
import { ChangesPane } from './ChangesPane.tsx';
import { ExhibitList } from './ExhibitList.tsx';
import styles from './exhibits.module.css';
import type { Countable } from './made-of.ts';
import { useKeptDeeds } from './use-kept-deeds.ts';
import { useRerun, type Recount } from './use-rerun.ts';

interface ExhibitsDeskProps {
  readonly projectId: ProjectId;
  readonly exhibits: readonly KeptExhibit[];
  readonly countable: Countable;
}

/** The list of kept tables, with what has changed in the one under the hand beside it. */
export function ExhibitsDesk({ projectId, exhibits, countable }: ExhibitsDeskProps) {
  const say = useText();
  const language = useLanguage();
  const asked = useSearchParam('row');
  const [currentId, setCurrentId] = useState<string | null>(asked ?? exhibits[0]?.id ?? null);
  const [isOpen, setOpen] = useState(false);
  const [isInserting, setInserting] = useState(false);
  const table = useRef<DataTableHandle>(null);
  const deeds = useKeptDeeds(projectId, exhibits, countable.groups);
  const recount = useRerun(projectId, exhibits);
  const current = exhibits.find(({ id }) => id === currentId);
  const has = exhibits.length > 0;
  useCommand('lists.new', deeds.toNew);
  useCommand('exhibits.rerun', recount.run, has);
  useCommand('exhibits.changes', () => setOpen(!isOpen), has);
  const counted = recount.at === null ? '' : ` · ${say('exhibits.countedAt', { time: formatTime(recount.at, language) })}`;
  return (
    <SplitPane
      end={{
        label: say('exhibits.changes'),
        handleLabel: say('analysis.pane.handle'),
        isOpen: isOpen && current !== undefined,
        defaultSize: 300,
        max: 480,
        children:
          current === undefined ? null : (
            <ChangesPane
              kept={current}
              onAnalysis={() => deeds.toAnalysis(current)}
              onClose={() => {
                setOpen(false);
                table.current?.focusRow(current.id);
              }}
              rerun={recount.stateOf(current)}
            />
          ),
      }}
    >
      <PageHeader
        actions={
          <>
            {has ? (
              <Button isDisabled={recount.progress !== null} kbd="T" onPress={recount.run}>
                {say('exhibits.rerun')}
              </Button>
            ) : null}
            <Button icon="add" kbd="N" onPress={deeds.toNew} variant="main">
              {say('exhibits.new')}
            </Button>
          </>
        }
        facts={`${say('exhibits.facts', { n: exhibits.length })}${counted}`}
        title={say('exhibits.title')}
      />
      <AnalysisNav projectId={projectId} />
      <Running recount={recount} />
      {has ? (
        <>
          <ExhibitList
            countable={countable}
            currentId={currentId}
            deeds={deeds}
            exhibits={exhibits}
            handleRef={table}
            onChanges={() => setOpen(true)}
            onCurrent={setCurrentId}
            onInsert={() => setInserting(true)}
            recount={recount}
          />
          <ListHint>{say('exhibits.list.hint')}</ListHint>
          {isInserting && current !== undefined ? (
            <IntoReportDialog
              blocks={[{ kind: 'exhibit', exhibitId: current.id, options: { shows: current.chart === null ? 'table' : 'chart' } }]}
              onClose={() => setInserting(false)}
              projectId={projectId}
            />
          ) : null}
        </>
      ) : (
        <EmptyState
          action={<Button onPress={deeds.toNew}>{say('exhibits.new')}</Button>}
          how={say('exhibits.empty.how')}
          what={say('exhibits.empty.what')}
        />
      )}
    </SplitPane>
  );
}

function Running({ recount: { progress, stop } }: { readonly recount: Recount }) {
  const say = useText();
  if (progress === null) return null;
  return (
    <div className={styles.running}>
      <ProgressBar
        label={say('exhibits.rerun')}
        max={progress.of}
        showsText
        text={say('exhibits.rerun.progress', { ...progress })}
        value={progress.done}
      />
      <Button onPress={stop} size="bar">
        {say('exhibits.rerun.stop')}
      </Button>
    </div>
  );
}
