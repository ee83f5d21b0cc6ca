import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { FindingStatus, type FindingRow } from '../../../shared/contract/findings.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useCurrentProject } from '../../lib/current-project.ts';
import { today } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { ListHint } from '../actions/index.ts';
import { evidenceWords } from './evidence-words.ts';
import { FindingDetail, type FindingDeed } from './FindingDetail.tsx';
import { FindingDialogs } from './FindingDialogs.tsx';
import { FindingFilters } from './FindingFilters.tsx';
import { FindingStatusText } from './FindingStatusText.tsx';

/** What was found, in the words it is told with, what each rests on, and how far it has come. */
export function FindingsScreen() {
  const projectId = useProjectId();
  const language = useLanguage();
  const status = FindingStatus.safeParse(useSearchParam('status')).data;
  const text = useSearchParam('q') ?? '';
  const input = { projectId, language, ...(status === undefined ? {} : { status }), ...(text === '' ? {} : { text }) };
  const query = useQuery({ ...orpc.findings.list.queryOptions({ input }), placeholderData: keepPreviousData });
  return <Loaded query={query}>{(data) => <FindingsPage data={data} projectId={projectId} status={status} text={text} />}</Loaded>;
}

interface FindingsPageProps {
  readonly data: Awaited<ReturnType<typeof orpc.findings.list.call>>;
  readonly projectId: ProjectId;
  readonly status: FindingStatus | undefined;
  readonly text: string;
}

function FindingsPage({ data, projectId, status, text }: FindingsPageProps) {
  const say = useText();
  const day = today();
  const interfaceLanguage = useLanguage();
  const language = useCurrentProject().current?.contentLanguage ?? interfaceLanguage;
  const rows = data.findings;
  const asked = useSearchParam('row') ?? null;
  const [currentKey, setCurrentKey] = useState<string | null>(asked);
  const [isOpen, setIsOpen] = useState(asked !== null);
  const [deed, setDeed] = useState<FindingDeed | 'new' | null>(null);
  const table = useRef<DataTableHandle>(null);
  const wording = useRef<HTMLTextAreaElement>(null);
  const evidence = useRef<HTMLInputElement>(null);
  const current = rows.find((row) => row.id === currentKey);
  const has = current !== undefined;
  const focusSoon = useFocusSoon(() => setIsOpen(true));
  useCommand('lists.new', () => setDeed('new'));
  useCommand('findings.setStatus', () => setDeed('step'), has);
  useCommand('findings.makeAction', () => setDeed('action'), has);
  useCommand('findings.reportBack', () => setDeed('told'), has);
  useCommand('findings.insert', () => setDeed('insert'), has);
  useCommand('findings.edit', () => focusSoon(wording), has);
  useCommand('findings.evidence', () => focusSoon(evidence), has);
  const newOne = () => setDeed('new');
  return (
    <SplitPane
      end={{
        label: say('findings.detail'),
        handleLabel: say('findings.detailWidth'),
        isOpen: isOpen && has,
        defaultSize: 360,
        max: 520,
        children: has ? (
          <FindingDetail
            day={day}
            evidenceRef={evidence}
            finding={current}
            onClose={() => {
              setIsOpen(false);
              table.current?.focusRow(current.id);
            }}
            onDeed={setDeed}
            wordingRef={wording}
          />
        ) : null,
      }}
    >
      <PageHeader
        actions={
          <Button icon="add" kbd="N" onPress={newOne} variant="main">
            {say('findings.add')}
          </Button>
        }
        facts={say('findings.facts', { n: data.counts.all })}
        title={say('findings.title')}
      />
      <FindingFilters
        counts={data.counts}
        onFound={() => (rows[0] === undefined ? undefined : table.current?.focusRow(rows[0].id))}
        status={status}
        text={text}
      />
      <DataTable
        columns={findingColumns(say)}
        currentKey={currentKey}
        empty={<Empty isNarrowed={status !== undefined || text !== ''} onNew={newOne} />}
        handleRef={table}
        isFullWidth
        label={say('findings.title')}
        onCurrentKeyChange={setCurrentKey}
        onOpen={() => setIsOpen(true)}
        rowKey={(row) => row.id}
        rows={rows}
      />
      {rows.length === 0 ? null : <ListHint>{say('findings.hint')}</ListHint>}
      <FindingDialogs
        day={day}
        deed={deed}
        finding={current}
        language={language}
        onClose={() => setDeed(null)}
        onMade={(findingId) => {
          setCurrentKey(findingId);
          setIsOpen(true);
        }}
        projectId={projectId}
      />
    </SplitPane>
  );
}

/** Opens the pane and puts the caret into one of its fields once it stands. */
function useFocusSoon(open: () => void): (field: RefObject<HTMLElement | null>) => void {
  const [wanted, setWanted] = useState<{ readonly field: RefObject<HTMLElement | null> } | null>(null);
  useEffect(() => wanted?.field.current?.focus(), [wanted]);
  return (field) => {
    open();
    setWanted({ field });
  };
}

function Empty({ isNarrowed, onNew }: { readonly isNarrowed: boolean; readonly onNew: () => void }) {
  const say = useText();
  if (isNarrowed) return <EmptyState what={say('findings.emptyFilter')} />;
  const action = (
    <Button kbd="N" onPress={onNew}>
      {say('findings.add')}
    </Button>
  );
  return <EmptyState action={action} how={say('findings.emptyHow')} what={say('findings.empty')} />;
}

function findingColumns(say: Say): readonly DataColumn<FindingRow>[] {
  return [
    { id: 'code', header: say('findings.code'), isNumeric: true, isRowHeader: true, width: '3.5rem', render: (row) => row.code },
    { id: 'wording', header: say('findings.wording'), isWords: true, render: (row) => <span lang={row.language}>{row.wording}</span> },
    { id: 'status', header: say('findings.status'), width: '9.5rem', render: (row) => <FindingStatusText status={row.status} /> },
    { id: 'polarity', header: say('findings.polarity'), width: '5.5rem', render: (row) => say(`findings.polarity.${row.polarity}`) },
    { id: 'evidence', header: say('findings.restsOn'), render: (row) => evidenceWords(row.evidence, say) },
    { id: 'actions', header: say('findings.actions'), align: 'end', render: (row) => row.actions.length },
  ];
}
