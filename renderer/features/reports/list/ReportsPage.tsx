import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ReportRow } from '../../../../shared/contract/reports.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { fold } from '../../../../shared/texts/fold.ts';
import { client, orpc } from '../../../lib/client.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { Loaded } from '../../../lib/Loaded.tsx';
import { useSearchParam } from '../../../lib/route.ts';
import { useText, type Say } from '../../../lib/text.ts';
import { useHandOnList } from '../../../lib/use-hand-on-list.ts';
import { useSave } from '../../../lib/use-save.ts';
import { Button } from '../../../ui/button/Button.tsx';
import type { DataColumn } from '../../../ui/data-table/columns.ts';
import { DataTable, type DataTableHandle } from '../../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../../ui/page-header/PageHeader.tsx';
import { SearchField } from '../../../ui/search-field/SearchField.tsx';
import { SplitPane } from '../../../ui/split-pane/SplitPane.tsx';
import { ListHint } from '../../actions/index.ts';
import { ReportsNav } from '../ReportsNav.tsx';
import styles from './list.module.css';
import { NewReportDialog } from './NewReportDialog.tsx';
import { ReportRecordPane } from './ReportRecordPane.tsx';
import { StateText } from './StateText.tsx';
import { useReportStates, type ReportState } from './use-report-states.ts';

/** Every report of a project. Enter opens one to be built; those that are only listed open beside the list. */
export function ReportsPage({ projectId }: { readonly projectId: ProjectId }) {
  const query = useQuery(orpc.reports.list.queryOptions({ input: { projectId } }));
  return <Loaded query={query}>{({ reports }) => <ReportList projectId={projectId} reports={reports} />}</Loaded>;
}

function ReportList({ projectId, reports }: { readonly projectId: ProjectId; readonly reports: readonly ReportRow[] }) {
  const say = useText();
  const save = useSave();
  const navigate = useNavigate();
  const asked = useSearchParam('row') ?? null;
  const [currentKey, setCurrentKey] = useState<string | null>(asked ?? reports[0]?.id ?? null);
  const [isOpen, setOpen] = useState(asked !== null);
  const [isMaking, setMaking] = useState(false);
  const [newest, setNewest] = useState<string | null>(null);
  const [text, setText] = useState('');
  const table = useRef<DataTableHandle>(null);
  const search = useRef<HTMLInputElement>(null);
  const states = useReportStates(reports);
  const wanted = fold(text.trim());
  const rows = reports.filter(({ title, place, kind }) => fold(`${title} ${place ?? ''} ${say(`reports.kind.${kind}`)}`).includes(wanted));
  const current = rows.find(({ id }) => id === currentKey);
  function build(id: string): void {
    // The list stands on this row when one comes back to it.
    void navigate({ to: '/projects/$project/reports', params: { project: projectId }, search: {}, replace: true });
    void navigate({ to: '/projects/$project/reports/$report', params: { project: projectId, report: id } });
  }
  async function remove(): Promise<void> {
    if (current === undefined) return;
    const at = rows.indexOf(current);
    const next = rows[at + 1] ?? rows[at - 1];
    if ((await save(() => client.records.remove({ kind: 'reports', id: current.id }))) === undefined) return;
    setOpen(false);
    setCurrentKey(next?.id ?? null);
    if (next !== undefined) table.current?.focusRow(next.id);
  }
  useHandOnList(rows.length > 0, () => document.querySelector<HTMLElement>('[role="grid"] tbody tr[tabindex="0"]'));
  const isListed = ({ blockCount, latest }: ReportRow): boolean => blockCount === 0 && latest === null;
  useCommand('lists.new', () => setMaking(true));
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('lists.remove', () => void remove(), current !== undefined && !isMaking);
  useCommand('reports.facts', () => setOpen(!isOpen), current !== undefined && !isMaking);
  const add = (
    <Button icon="add" kbd="N" onPress={() => setMaking(true)} variant="main">
      {say('reports.new')}
    </Button>
  );
  return (
    <SplitPane
      end={{
        label: say('reports.detail'),
        handleLabel: say('reports.detailWidth'),
        isOpen: isOpen && current !== undefined,
        defaultSize: 336,
        max: 480,
        children:
          current === undefined ? null : (
            <ReportRecordPane
              isNew={newest === current.id}
              key={current.id}
              onBuild={() => build(current.id)}
              onClose={() => {
                setOpen(false);
                table.current?.focusRow(current.id);
              }}
              onRemove={() => void remove()}
              projectId={projectId}
              report={current}
            />
          ),
      }}
    >
      <PageHeader actions={add} facts={say('reports.facts', { n: reports.length })} title={say('reports.title')} />
      <ReportsNav projectId={projectId} />
      {reports.length < 4 ? null : (
        <div className={styles.search}>
          <SearchField
            clearLabel={say('reports.clearFind')}
            inputRef={search}
            kbd="F"
            label={say('reports.find')}
            onChange={setText}
            onSubmit={() => (rows[0] === undefined ? undefined : table.current?.focusRow(rows[0].id))}
            placeholder={say('reports.find')}
            value={text}
          />
        </div>
      )}
      <DataTable
        columns={columnsOf(say, states, isOpen && current !== undefined)}
        currentKey={currentKey}
        empty={
          reports.length === 0 ? (
            <EmptyState action={add} how={say('reports.empty.how')} what={say('reports.empty.what')} />
          ) : (
            <EmptyState what={say('reports.noHits', { text })} />
          )
        }
        handleRef={table}
        isFullWidth
        label={say('reports.title')}
        onCurrentKeyChange={setCurrentKey}
        onOpen={(report) => (isListed(report) ? setOpen(true) : build(report.id))}
        rowKey={({ id }) => id}
        rows={rows}
      />
      {rows.length === 0 ? null : <ListHint>{say('reports.list.hint')}</ListHint>}
      {isMaking ? (
        <NewReportDialog
          onClose={() => setMaking(false)}
          onListed={(id) => {
            setMaking(false);
            setNewest(id);
            setCurrentKey(id);
            setOpen(true);
          }}
          onMade={(id) => {
            setMaking(false);
            build(id);
          }}
          projectId={projectId}
        />
      ) : null}
    </SplitPane>
  );
}

function columnsOf(say: Say, states: ReadonlyMap<string, ReportState>, isNarrow: boolean): readonly DataColumn<ReportRow>[] {
  const columns: readonly DataColumn<ReportRow>[] = [
    {
      id: 'title',
      header: say('reports.list.name'),
      isRowHeader: true,
      render: ({ title, language }) => <span lang={language}>{title}</span>,
    },
    { id: 'kind', header: say('reports.list.kind'), width: '13rem', render: ({ kind }) => say(`reports.kind.${kind}`) },
    { id: 'place', header: say('reports.list.place'), width: '11rem', render: ({ place }) => place ?? '–' },
    { id: 'year', header: say('reports.list.year'), width: '4rem', isNumeric: true, render: ({ year }) => year ?? '–' },
    {
      id: 'state',
      header: say('reports.list.state'),
      width: '14rem',
      render: (report) => <StateText report={report} state={states.get(report.id)} />,
    },
  ];
  return isNarrow ? columns.filter(({ id }) => id !== 'kind' && id !== 'place') : columns;
}
