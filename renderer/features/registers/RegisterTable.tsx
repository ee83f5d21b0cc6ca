import type { Ref } from 'react';
import { useDates } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { entriesOf, headersOf, type EntryPage, type RegisterEntry } from './register-entries.ts';
import type { RegisterView } from './register-view.ts';
import styles from './registers.module.css';

export interface RegisterTableProps {
  readonly page: EntryPage;
  readonly view: RegisterView;
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onAdd: () => void;
  readonly handleRef: Ref<DataTableHandle>;
}

/** A register as a list. */
export function RegisterTable({ page, view, current, onCurrent, onAdd, handleRef }: RegisterTableProps) {
  const say = useText();
  const words = { say, dates: useDates() };
  const entries = entriesOf(page, words);
  // Beside the pane there is room for the name and what it is; the rest stands in the pane.
  const headers = headersOf(page.kind, say).slice(0, view.id === null ? undefined : 2);
  const columns = headers.map((header, index) => ({
    id: String(index),
    header,
    isRowHeader: index === 0,
    render: (entry: RegisterEntry) => entry.cells[index] ?? '',
  }));
  return (
    <div className={styles.table}>
      <DataTable
        columns={columns}
        currentKey={current}
        empty={<Empty onAdd={onAdd} view={view} />}
        handleRef={handleRef}
        isFullWidth
        label={say(`registers.kind.${page.kind}`)}
        onCurrentKeyChange={onCurrent}
        onOpen={(entry) => view.open(entry.id)}
        rowKey={(entry) => entry.id}
        rows={entries}
      />
      {page.total > entries.length ? (
        <p className={styles.more}>{say('registers.onlyFirst', { n: entries.length, total: page.total })}</p>
      ) : null}
    </div>
  );
}

function Empty({ view, onAdd }: { readonly view: RegisterView; readonly onAdd: () => void }) {
  const say = useText();
  if (view.isFiltered)
    return (
      <EmptyState action={<Button onPress={view.clear}>{say('registers.filter.clear')}</Button>} what={say('registers.emptyFilter')} />
    );
  return (
    <EmptyState
      action={
        <Button kbd="N" onPress={onAdd}>
          {say(`registers.new.${view.kind}`)}
        </Button>
      }
      how={say(`registers.emptyHow.${view.kind}`)}
      what={say('registers.empty')}
    />
  );
}
