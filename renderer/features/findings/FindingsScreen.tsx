import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { orpc } from '../../lib/client.ts';
import { useCurrentProject } from '../../lib/current-project.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useProjectId, useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { evidenceWords } from './evidence-words.ts';
import { FindingDetail } from './FindingDetail.tsx';
import { FindingStatusText } from './FindingStatusText.tsx';

/** What was found, in the words it is told with, and what each rests on. */
export function FindingsScreen() {
  const projectId = useProjectId();
  const language = useLanguage();
  const query = useQuery(orpc.findings.list.queryOptions({ input: { projectId, language } }));
  return <Loaded query={query}>{({ findings }) => <FindingsPage rows={findings} />}</Loaded>;
}

function FindingsPage({ rows }: { readonly rows: readonly FindingRow[] }) {
  const say = useText();
  const contentLanguage = useCurrentProject().current?.contentLanguage;
  const asked = useSearchParam('row') ?? null;
  const [currentKey, setCurrentKey] = useState<string | null>(asked);
  const [isOpen, setIsOpen] = useState(asked !== null);
  const current = rows.find((row) => row.id === currentKey);
  return (
    <SplitPane
      end={{
        label: say('findings.detail'),
        handleLabel: say('findings.detailWidth'),
        isOpen: isOpen && current !== undefined,
        defaultSize: 304,
        max: 400,
        children:
          current === undefined ? null : <FindingDetail finding={current} lang={contentLanguage} onClose={() => setIsOpen(false)} />,
      }}
    >
      <PageHeader facts={say('findings.facts', { n: rows.length })} title={say('findings.title')} />
      <DataTable
        columns={findingColumns(say, contentLanguage)}
        currentKey={currentKey}
        empty={<EmptyState how={say('findings.emptyHow')} what={say('findings.empty')} />}
        isFullWidth
        label={say('findings.title')}
        onCurrentKeyChange={setCurrentKey}
        onOpen={() => setIsOpen(true)}
        rowKey={(row) => row.id}
        rows={rows}
      />
    </SplitPane>
  );
}

function findingColumns(say: Say, lang: string | undefined): readonly DataColumn<FindingRow>[] {
  return [
    { id: 'code', header: say('findings.code'), isNumeric: true, isRowHeader: true, width: '3.5rem', render: (row) => row.code },
    { id: 'wording', header: say('findings.wording'), isWords: true, render: (row) => <span lang={lang}>{row.wording}</span> },
    { id: 'status', header: say('findings.status'), width: '9.5rem', render: (row) => <FindingStatusText status={row.status} /> },
    { id: 'polarity', header: say('findings.polarity'), width: '5.5rem', render: (row) => say(`findings.polarity.${row.polarity}`) },
    { id: 'evidence', header: say('findings.restsOn'), render: (row) => evidenceWords(row.evidence, say) },
    { id: 'actions', header: say('findings.actions'), align: 'end', render: (row) => row.actions.length },
  ];
}
