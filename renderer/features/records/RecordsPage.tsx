import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import type { RecordKind, RecordPage } from '../../../shared/contract/records.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useOneAtATime } from '../../lib/dialogs/use-one-at-a-time.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { DetailPane } from '../../ui/detail-pane/DetailPane.tsx';
import { RecordEditor } from './RecordEditor.tsx';
import { entriesOf, headersOf, isHit, narrowColumns } from './record-entries.ts';
import { useRecordDeeds } from './use-record-deeds.ts';
import styles from './records.module.css';

interface RecordsPageProps {
  readonly kind: RecordKind;
  /** Only this project's. */
  readonly projectId?: ProjectId;
  /** The menu of kinds, where there is one. */
  readonly menu?: ReactNode;
}

/** The records of one kind as a list, and the chosen one to the right, written in place. */
export function RecordsPage({ kind, projectId, menu }: RecordsPageProps) {
  const query = useQuery(orpc.records.list.queryOptions({ input: { kind, ...(projectId === undefined ? {} : { projectId }) } }));
  return (
    <Loaded query={query}>{(page) => <RecordList menu={menu} page={page} {...(projectId === undefined ? {} : { projectId })} />}</Loaded>
  );
}

interface RecordListProps extends Omit<RecordsPageProps, 'kind'> {
  readonly page: RecordPage;
}

function RecordList({ page, projectId, menu }: RecordListProps) {
  const say = useText();
  const dates = useDates();
  const asked = useSearchParam('row') ?? null;
  const [currentKey, setCurrentKey] = useState<string | null>(asked);
  const [isOpen, setIsOpen] = useState(asked !== null);
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<DataTableHandle>(null);
  const deeds = useRecordDeeds(projectId);
  const { kind } = page;
  const entries = entriesOf(page, { say, dates }).filter((entry) => isHit(entry, text));
  const current = entries.find((entry) => entry.id === currentKey);
  const title = say(`records.kind.${kind}`);
  const add = useOneAtATime(async () => {
    const made = await deeds.add(kind);
    if (made === undefined) return;
    setText('');
    setCurrentKey(made.id);
    setIsOpen(true);
  });
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('lists.new', () => void add());
  async function remove() {
    if (kind === 'audits' || currentKey === null) return;
    const at = entries.findIndex((entry) => entry.id === currentKey);
    const next = entries[at + 1] ?? entries[at - 1];
    if ((await deeds.remove(kind, currentKey)) === undefined) return;
    setIsOpen(false);
    setCurrentKey(next?.id ?? null);
    if (next !== undefined) table.current?.focusRow(next.id);
  }
  useCommand('lists.remove', () => void remove(), current !== undefined && kind !== 'audits');
  function close() {
    setIsOpen(false);
    if (currentKey !== null) table.current?.focusRow(currentKey);
  }
  const shown: readonly number[] | null = isOpen && current !== undefined ? narrowColumns[kind] : null;
  const columns = headersOf(kind, say)
    .map((header, index) => ({
      id: String(index),
      header,
      isRowHeader: index === 0,
      render: (entry: (typeof entries)[number]) => (index === 0 ? <span lang={entry.lang}>{entry.cells[0]}</span> : entry.cells[index]),
    }))
    .filter((_, index) => shown === null || shown.includes(index));
  const addButton = (
    <Button icon="add" isDisabled={!deeds.canAdd(kind)} kbd="N" onPress={() => void add()} variant="normal">
      {say(`records.new.${kind}`)}
    </Button>
  );
  const needs = kind === 'reports' ? 'records.needsProject' : 'records.needsOrganisation';
  const how = deeds.canAdd(kind) ? say(`records.how.${kind}`) : say(needs);
  return (
    <SplitPane
      end={{
        label: say('records.detail'),
        handleLabel: say('records.detailWidth'),
        isOpen: isOpen && current !== undefined,
        defaultSize: 336,
        max: 480,
        children:
          current === undefined ? null : (
            <DetailPane
              closeLabel={say('records.close')}
              key={current.id}
              onClose={close}
              title={<span lang={current.lang}>{current.title}</span>}
            >
              <RecordEditor id={current.id} isNew={deeds.isNew(current.id)} page={page} />
              {kind === 'audits' ? null : (
                <div className={styles.deeds}>
                  <Button isDanger onPress={() => void remove()} size="bar" variant="quiet">
                    {say('records.remove')}
                  </Button>
                </div>
              )}
            </DetailPane>
          ),
      }}
      start={
        menu === undefined
          ? undefined
          : { label: say('records.title'), handleLabel: say('records.kindsWidth'), defaultSize: 184, children: menu }
      }
    >
      <PageHeader actions={addButton} facts={say('records.facts', { n: page.rows.length })} title={title} />
      {page.rows.length === 0 ? null : (
        <div className={styles.search}>
          <SearchField
            clearLabel={say('records.clearFind')}
            inputRef={search}
            kbd="F"
            label={say('records.find')}
            onChange={setText}
            onSubmit={() => (entries[0] === undefined ? undefined : table.current?.focusRow(entries[0].id))}
            placeholder={say('records.find')}
            value={text}
          />
        </div>
      )}
      <DataTable
        columns={columns}
        currentKey={currentKey}
        empty={
          page.rows.length === 0 ? (
            <EmptyState how={how} what={say(`records.empty.${kind}`)} />
          ) : (
            <EmptyState what={say('records.noHits', { text })} />
          )
        }
        handleRef={table}
        isFullWidth
        label={title}
        onCurrentKeyChange={setCurrentKey}
        onOpen={() => setIsOpen(true)}
        rowKey={(entry) => entry.id}
        rows={entries}
      />
    </SplitPane>
  );
}
