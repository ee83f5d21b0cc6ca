import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReportRow } from '../../../shared/contract/reports.ts';
import { orpc } from '../../lib/client.ts';
import { useDates, type Dates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId } from '../../lib/route.ts';
import { useText, type Say } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { ReportDetail } from './ReportDetail.tsx';

/** The reports of a project. */
export function ReportsScreen() {
  const projectId = useProjectId();
  const query = useQuery(orpc.reports.list.queryOptions({ input: { projectId } }));
  return <Loaded query={query}>{({ reports }) => <ReportsPage rows={reports} />}</Loaded>;
}

function ReportsPage({ rows }: { readonly rows: readonly ReportRow[] }) {
  const say = useText();
  const dates = useDates();
  const [currentKey, setCurrentKey] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const current = rows.find((row) => row.id === currentKey);
  return (
    <SplitPane
      end={{
        label: say('reports.detail'),
        handleLabel: say('reports.detailWidth'),
        isOpen: isOpen && current !== undefined,
        defaultSize: 304,
        max: 400,
        children: current === undefined ? null : <ReportDetail onClose={() => setIsOpen(false)} report={current} />,
      }}
    >
      <PageHeader facts={say('reports.facts', { n: rows.length })} title={say('reports.title')} />
      <DataTable
        columns={reportColumns(say, dates)}
        currentKey={currentKey}
        empty={<EmptyState what={say('reports.empty')} />}
        isFullWidth
        label={say('reports.title')}
        onCurrentKeyChange={setCurrentKey}
        onOpen={() => setIsOpen(true)}
        rowKey={(row) => row.id}
        rows={rows}
      />
    </SplitPane>
  );
}

function reportColumns(say: Say, dates: Dates): readonly DataColumn<ReportRow>[] {
  return [
    { id: 'title', header: say('reports.name'), isRowHeader: true, render: (row) => <span lang={row.language}>{row.title}</span> },
    { id: 'kind', header: say('reports.kind'), render: (row) => say(`reports.kind.${row.kind}`) },
    { id: 'place', header: say('reports.place'), render: (row) => row.place ?? '–' },
    { id: 'year', header: say('reports.year'), align: 'end', render: (row) => row.year ?? '–' },
    { id: 'language', header: say('reports.language'), render: (row) => say(`projects.language.${row.language}`) },
    { id: 'updated', header: say('reports.updated'), render: (row) => (row.updatedOn === null ? '–' : dates.day(row.updatedOn)) },
  ];
}
