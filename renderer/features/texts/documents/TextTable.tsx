import { type ReactNode, type Ref, useState } from 'react';
import type { ListedText } from '../../../../shared/contract/texts-documents.ts';
import type { Language } from '../../../../shared/model/text.ts';
import { client } from '../../../lib/client.ts';
import { useCommand } from '../../../lib/commands.tsx';
import { formatDayShort, formatNumber } from '../../../lib/format.ts';
import { notice } from '../../../lib/status.ts';
import { useLanguage, useText, type Say } from '../../../lib/text.ts';
import type { Pages } from '../../../lib/use-pages.ts';
import { useSave } from '../../../lib/use-save.ts';
import { isInList, useRowMenu } from '../../../lib/virtual-table/use-row-menu.ts';
import { VirtualTable, type VirtualTableHandle } from '../../../lib/virtual-table/VirtualTable.tsx';
import type { DataColumn } from '../../../ui/data-table/columns.ts';
import { RowMenu } from '../../../ui/row-menu/RowMenu.tsx';
import { StatusText } from '../../../ui/status-text/StatusText.tsx';
import type { TextListView } from './use-text-view.ts';

export interface TextTableProps {
  readonly rows: Pages<ListedText>;
  readonly view: TextListView;
  readonly onOpen: (row: ListedText) => void;
  readonly onFacts: (row: ListedText) => void;
  readonly empty: ReactNode;
  readonly handleRef: Ref<VirtualTableHandle>;
}

/** Enter opens a text; the full stop shows what else can be done with it. */
export function TextTable({ rows, view, onOpen, onFacts, empty, handleRef }: TextTableProps) {
  const say = useText();
  const language = useLanguage();
  const save = useSave();
  const [current, setCurrent] = useState(0);
  const { open: openMenu, menu } = useRowMenu();
  const row = rows.rowAt(current);
  const isDocument = row !== undefined && row.textId !== null && row.kind !== 'interview-note';
  const remove = async (): Promise<void> => {
    if (row === undefined || row.textId === null || !isDocument) {
      notice.set({ text: say('documents.removedCannot'), tone: 'neutral' });
      return;
    }
    const { textId } = row;
    const done = await save(() => client.texts.remove({ textId }));
    if (done !== undefined)
      notice.set({ text: say('documents.removed', { title: titleOf(say, row), segments: done.segments }), tone: 'neutral' });
  };
  useCommand('lists.remove', () => void (isInList() ? remove() : undefined));
  useCommand('lists.menu', () => (isInList() && row !== undefined ? openMenu() : undefined));
  return (
    <>
      <VirtualTable
        columns={columnsOf(say, language)}
        current={Math.min(current, Math.max(0, rows.total - 1))}
        empty={empty}
        handleRef={handleRef}
        label={say('documents.list')}
        leastWidth="54rem"
        onCurrentChange={setCurrent}
        onOpen={onOpen}
        onSort={({ columnId, direction }) => view.set({ sort: `${direction === 'descending' ? '-' : ''}${columnId}` })}
        onVisible={rows.onVisible}
        rowAt={rows.rowAt}
        sort={view.sort === undefined ? undefined : { columnId: view.sort.by, direction: view.sort.direction }}
        total={rows.total}
        waitingText={say('documents.waiting')}
      />
      <RowMenu
        entries={[
          { id: 'open', label: say('documents.menu.open'), letter: 'O' },
          { id: 'facts', label: say('documents.menu.facts'), letter: 'F', isDisabled: !isDocument },
          { id: 'remove', label: say('documents.menu.remove'), letter: 'T', icon: 'delete', isDisabled: !isDocument },
        ]}
        {...menu}
        label={say('documents.menu', { title: row === undefined ? '' : titleOf(say, row) })}
        onAction={(deed: 'open' | 'facts' | 'remove') => {
          if (row === undefined) return;
          if (deed === 'open') onOpen(row);
          else if (deed === 'facts') onFacts(row);
          else void remove();
        }}
      />
    </>
  );
}

/** Notes of an interview have no title but the person's code. */
function titleOf(say: Say, row: ListedText): string {
  if (row.title !== '') return row.title;
  return row.whose === null ? say('documents.untitled') : say('documents.interviewNote', { code: row.whose.code });
}

function columnsOf(say: Say, language: Language): readonly DataColumn<ListedText>[] {
  const number = (value: number): string => formatNumber(value, language);
  return [
    {
      id: 'title',
      header: say('documents.column.title'),
      render: (row) => <span lang={row.language}>{titleOf(say, row)}</span>,
      isRowHeader: true,
      isSortable: true,
      width: 'minmax(11rem, 3fr)',
    },
    {
      id: 'kind',
      header: say('documents.column.kind'),
      render: (row) => say(`documents.kind.${row.kind}`),
      isSortable: true,
      width: '8.5rem',
    },
    { id: 'code', header: say('documents.column.code'), render: (row) => row.whose?.code ?? '', isSortable: true, width: '5rem' },
    {
      id: 'saidOn',
      header: say('documents.column.saidOn'),
      render: (row) => (row.saidOn === null ? '' : formatDayShort(row.saidOn, language)),
      align: 'end',
      isSortable: true,
      width: '6rem',
    },
    {
      id: 'words',
      header: say('documents.column.words'),
      render: (row) => number(row.words),
      isNumeric: true,
      align: 'end',
      width: '3.5rem',
    },
    {
      id: 'segments',
      header: say('documents.column.segments'),
      render: (row) =>
        row.segments > 0 ? (
          number(row.segments)
        ) : (
          <StatusText tone="neutral">{say(row.isRead ? 'documents.isRead' : 'documents.uncoded')}</StatusText>
        ),
      isNumeric: true,
      align: 'end',
      isSortable: true,
      width: '7rem',
    },
    { id: 'coders', header: say('documents.column.coders'), render: (row) => row.coders.join(', '), width: 'minmax(4.5rem, 0.6fr)' },
    {
      id: 'lastCoded',
      header: say('documents.column.lastCoded'),
      render: (row) => (row.lastCodedAt === null ? '' : formatDayShort(row.lastCodedAt.slice(0, 10), language)),
      align: 'end',
      isSortable: true,
      width: '6rem',
    },
  ];
}
