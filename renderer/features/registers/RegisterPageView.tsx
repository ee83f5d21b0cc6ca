import { useState, type ReactNode } from 'react';
import type { RegisterPage } from '../../../shared/contract/registers.ts';
import { useDates } from '../../lib/dates.ts';
import { useSearchParam } from '../../lib/route.ts';
import { useContent, useText } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { Facts } from '../../ui/facts/Facts.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { PlaceTimeline } from './PlaceTimeline.tsx';
import { entriesOf, headersOf } from './register-entries.ts';
import styles from './RegistersScreen.module.css';

export interface RegisterPageViewProps {
  readonly page: RegisterPage;
  /** The menu of registers. */
  readonly kinds: ReactNode;
}

/** One register as a table, and the chosen row with everything known about it. */
export function RegisterPageView({ page, kinds }: RegisterPageViewProps) {
  const say = useText();
  const words = { say, dates: useDates(), content: useContent() };
  const asked = useSearchParam('row') ?? null;
  const [currentKey, setCurrentKey] = useState<string | null>(asked);
  const [isOpen, setIsOpen] = useState(asked !== null);
  const entries = entriesOf(page, words);
  const current = entries.find((entry) => entry.id === currentKey);
  const title = say(`registers.kind.${page.kind}`);
  const place = page.kind === 'places' ? page.rows.find((row) => row.id === currentKey) : undefined;
  const columns = headersOf(page.kind, say).map((header, index) => ({
    id: String(index),
    header,
    isRowHeader: index === 0,
    render: (entry: (typeof entries)[number]) => entry.cells[index] ?? '',
  }));
  return (
    <SplitPane
      end={{
        label: say('registers.detail'),
        handleLabel: say('registers.detailWidth'),
        isOpen: isOpen && current !== undefined,
        defaultSize: 304,
        max: 400,
        children:
          current === undefined ? null : (
            <DetailPane closeLabel={say('registers.close')} onClose={() => setIsOpen(false)} title={current.title}>
              <Facts facts={current.facts} />
              {place === undefined ? null : <PlaceTimeline onChoose={setCurrentKey} place={place} />}
            </DetailPane>
          ),
      }}
      start={{ label: say('registers.title'), handleLabel: say('registers.kindsWidth'), defaultSize: 184, children: kinds }}
    >
      <PageHeader facts={say('registers.facts', { n: page.total })} title={title} />
      <div className={styles.table}>
        <DataTable
          columns={columns}
          currentKey={currentKey}
          empty={<EmptyState what={say('registers.empty')} />}
          isFullWidth
          label={title}
          onCurrentKeyChange={setCurrentKey}
          onOpen={() => setIsOpen(true)}
          rowKey={(entry) => entry.id}
          rows={entries}
        />
      </div>
    </SplitPane>
  );
}
