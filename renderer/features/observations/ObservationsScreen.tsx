import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ObservationRow } from '../../../shared/contract/observations.ts';
import { client, orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { ListHint } from '../actions/index.ts';
import { KindText } from './KindText.tsx';
import { ObservationDetail, type ObservationDeed } from './ObservationDetail.tsx';
import { ObservationDialogs } from './ObservationDialogs.tsx';
import { ObservationFilters } from './ObservationFilters.tsx';
import styles from './observations.module.css';
import { ObservationStatusText } from './ObservationStatusText.tsx';
import { useObservationView, type ObservationView } from './use-observation-view.ts';

/** Good examples, challenges, ideas, questions, stories and what came of it, of every project: new ones first. */
export function ObservationsScreen() {
  const view = useObservationView();
  const input = {
    ...(view.kind === undefined ? {} : { kind: view.kind }),
    ...(view.status === undefined ? {} : { status: view.status }),
    ...(view.perspective === undefined ? {} : { perspective: view.perspective }),
    ...(view.projectId === undefined ? {} : { projectId: view.projectId }),
    ...(view.text === '' ? {} : { text: view.text }),
  };
  const query = useQuery({ ...orpc.observations.list.queryOptions({ input }), placeholderData: keepPreviousData });
  return <Loaded query={query}>{(data) => <ObservationsPage data={data} view={view} />}</Loaded>;
}

interface ObservationsPageProps {
  readonly data: Awaited<ReturnType<typeof orpc.observations.list.call>>;
  readonly view: ObservationView;
}

function ObservationsPage({ data, view }: ObservationsPageProps) {
  const say = useText();
  const save = useSave();
  const language = useLanguage();
  const day = today();
  const rows = data.observations;
  const asked = useSearchParam('row') ?? null;
  const [currentKey, setCurrentKey] = useState<string | null>(asked);
  const [isOpen, setIsOpen] = useState(asked !== null);
  const [deed, setDeed] = useState<ObservationDeed | 'new' | null>(null);
  const [edits, setEdits] = useState(0);
  const table = useRef<DataTableHandle>(null);
  const title = useRef<HTMLTextAreaElement>(null);
  const current = rows.find((row) => row.id === currentKey);
  const has = current !== undefined;
  // The pane stands before its field can be gone to.
  useEffect(() => (edits > 0 ? title.current?.focus() : undefined), [edits]);
  const newOne = (): void => setDeed('new');
  useCommand('lists.new', newOne);
  useCommand('observations.setStatus', () => setDeed('status'), has);
  useCommand('observations.share', () => setDeed('share'), has && current.isShareable);
  useCommand('observations.makeAction', () => setDeed('action'), has);
  const edit = (): void => {
    setIsOpen(true);
    setEdits((count) => count + 1);
  };
  useCommand('observations.edit', edit, has);
  return (
    <SplitPane
      end={{
        label: say('observations.detail'),
        handleLabel: say('observations.detailWidth'),
        isOpen: isOpen && has,
        defaultSize: 360,
        max: 520,
        children: has ? (
          <ObservationDetail
            day={day}
            observation={current}
            onClose={() => {
              setIsOpen(false);
              table.current?.focusRow(current.id);
            }}
            onDeed={setDeed}
            onShareable={(isShareable) =>
              void save(() => client.observations.setShareable({ observationId: current.id, isShareable, happenedOn: day }))
            }
            titleRef={title}
          />
        ) : null,
      }}
    >
      <PageHeader
        actions={
          <Button icon="add" kbd="N" onPress={newOne} variant="main">
            {say('observations.add')}
          </Button>
        }
        facts={say('observations.facts', { n: data.total })}
        title={view.kind === undefined ? say('observations.title') : say(`observations.kinds.${view.kind}`)}
      />
      <ObservationFilters
        counts={data.counts}
        onFound={() => (rows[0] === undefined ? undefined : table.current?.focusRow(rows[0].id))}
        view={view}
      />
      <DataTable
        columns={observationColumns(say)}
        currentKey={currentKey}
        empty={<Empty isNarrowed={view.isNarrowed} onNew={newOne} />}
        handleRef={table}
        isFullWidth
        label={say('observations.title')}
        onCurrentKeyChange={setCurrentKey}
        onOpen={() => setIsOpen(true)}
        rowKey={(row) => row.id}
        rows={rows}
      />
      {rows.length === 0 ? null : <ListHint>{say('observations.hint')}</ListHint>}
      <ObservationDialogs
        day={day}
        deed={deed}
        kind={view.kind}
        language={language}
        observation={current}
        onClose={() => setDeed(null)}
        onMade={(id) => {
          setCurrentKey(id);
          setIsOpen(true);
        }}
        projectId={view.projectId}
      />
    </SplitPane>
  );
}

function Empty({ isNarrowed, onNew }: { readonly isNarrowed: boolean; readonly onNew: () => void }) {
  const say = useText();
  if (isNarrowed) return <EmptyState what={say('observations.emptyFilter')} />;
  const action = (
    <Button kbd="N" onPress={onNew}>
      {say('observations.add')}
    </Button>
  );
  return <EmptyState action={action} how={say('observations.emptyHow')} what={say('observations.empty')} />;
}

function observationColumns(say: Say): readonly DataColumn<ObservationRow>[] {
  return [
    { id: 'kind', header: say('observations.kind'), width: '11rem', render: (row) => <KindText kind={row.kind} /> },
    {
      id: 'title',
      header: say('observations.what'),
      isRowHeader: true,
      render: (row) => (
        <span className={styles.title} lang={row.language}>
          {row.title}
        </span>
      ),
    },
    { id: 'place', header: say('observations.place'), render: (row) => row.place?.name ?? '–' },
    { id: 'status', header: say('observations.status'), width: '7rem', render: (row) => <ObservationStatusText status={row.status} /> },
    {
      id: 'perspective',
      header: say('observations.perspective'),
      render: (row) => (row.perspective === null ? '–' : say(`observations.perspective.${row.perspective}`)),
    },
    { id: 'actions', header: say('observations.actions'), align: 'end', render: (row) => row.actions.length },
  ];
}
