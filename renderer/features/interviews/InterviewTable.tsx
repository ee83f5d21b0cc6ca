import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import type { InterviewRow, InterviewSort } from '../../../shared/contract/interviews.ts';
import { useCommand } from '../../lib/commands.tsx';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText, type Say } from '../../lib/text.ts';
import type { Pages } from '../../lib/use-pages.ts';
import type { RowSelection } from '../../lib/use-row-selection.ts';
import type { Language } from '../../../shared/model/text.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { RowMenu, type RowMenuEntry } from '../../ui/row-menu/RowMenu.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import { isInList, useRowMenu } from '../../lib/virtual-table/use-row-menu.ts';
import { VirtualTable, type VirtualTableHandle } from '../../lib/virtual-table/VirtualTable.tsx';
import { takesSecondPass, type InterviewDeeds } from './use-interview-deeds.ts';
import { writeSort, type InterviewView } from './use-interview-view.ts';

export interface InterviewTableProps {
  readonly rows: Pages<InterviewRow>;
  readonly view: InterviewView;
  readonly selection: RowSelection<string>;
  readonly deeds: InterviewDeeds;
  readonly empty: ReactNode;
  readonly handleRef: Ref<VirtualTableHandle>;
}

type Deed = 'open' | 'second' | 'differences' | 'select' | 'remove' | 'withdraw';

/** The list of interviews. Enter opens, Space selects, D is the second pass, the full stop shows what else can be done. */
export function InterviewTable({ rows, view, selection, deeds, empty, handleRef }: InterviewTableProps) {
  const say = useText();
  const language = useLanguage();
  const [current, setCurrent] = useState(0);
  const { open: openMenu, menu } = useRowMenu();
  const row = rows.rowAt(current);
  const onRow = useRowDeed(rows.isSettled ? row : undefined);
  useCommand('lists.selectAll', () => void deeds.selectAll());
  useCommand('lists.secondPass', () => onRow(deeds.secondPass));
  useCommand('lists.remove', () => onRow((one) => void deeds.remove(one)));
  useCommand('lists.menu', () => (isInList() ? onRow(openMenu) : undefined));
  const act = (deed: Deed): void => {
    if (row === undefined) return;
    if (deed === 'open') deeds.enter(row.id);
    else if (deed === 'second') deeds.secondPass(row);
    else if (deed === 'differences') deeds.differences(row);
    else if (deed === 'select') selection.toggle(row.id);
    else if (deed === 'remove') void deeds.remove(row);
    else deeds.withdraw(row);
  };
  const extend = (from: number, to: number): void => {
    const next = new Set(selection.ids);
    for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
      const id = rows.rowAt(index)?.id;
      if (id !== undefined) next.add(id);
    }
    selection.set(next);
  };
  return (
    <>
      <VirtualTable
        columns={columnsOf(say, language)}
        current={Math.min(current, Math.max(0, rows.total - 1))}
        empty={empty}
        handleRef={handleRef}
        label={say('interviews.title')}
        leastWidth="64rem"
        onCurrentChange={setCurrent}
        onOpen={(one) => deeds.enter(one.id)}
        onSort={({ columnId, direction }) => view.set({ sort: writeSort({ by: columnId, direction } as InterviewSort) })}
        onVisible={rows.onVisible}
        rowAt={rows.rowAt}
        selection={{
          count: selection.ids.size,
          has: (one) => selection.ids.has(one.id),
          toggle: (one) => selection.toggle(one.id),
          extend,
          clear: selection.clear,
          header: say('fieldwork.list.selectColumn'),
          rowLabel: (one) => say('fieldwork.list.selectRow', { code: one.code }),
        }}
        sort={view.sort === undefined ? undefined : { columnId: view.sort.by, direction: view.sort.direction }}
        total={rows.total}
        waitingText={say('fieldwork.list.waiting')}
      />
      <RowMenu
        entries={row === undefined ? [] : entriesOf(say, row, selection.ids.has(row.id))}
        {...menu}
        label={say('fieldwork.list.menu', { code: row?.code ?? '' })}
        onAction={act}
      />
    </>
  );
}

/** Does something with the row under the hand; while the rows of another filter still stand, as soon as the right ones have come. */
function useRowDeed(row: InterviewRow | undefined): (deed: (row: InterviewRow) => void) => void {
  const waiting = useRef<((row: InterviewRow) => void) | null>(null);
  useEffect(() => {
    if (row === undefined) return;
    const deed = waiting.current;
    waiting.current = null;
    deed?.(row);
  }, [row]);
  return (deed) => {
    if (row === undefined) waiting.current = deed;
    else deed(row);
  };
}

function entriesOf(say: Say, row: InterviewRow, isSelected: boolean): RowMenuEntry<Deed>[] {
  const isChecked = row.secondPass === 'finished' || row.secondPass === 'verified';
  return [
    { id: 'open', label: say('fieldwork.list.open'), letter: 'O' },
    { id: 'second', label: say('fieldwork.list.secondPass'), letter: 'D', isDisabled: !takesSecondPass(row) || isChecked },
    { id: 'differences', label: say('fieldwork.list.differences'), letter: 'V', isDisabled: !isChecked },
    { id: 'select', label: say(isSelected ? 'fieldwork.list.unselect' : 'fieldwork.list.select'), letter: 'X' },
    { id: 'remove', label: say('fieldwork.list.remove'), letter: 'R', icon: 'delete' },
    { id: 'withdraw', label: say('fieldwork.list.withdraw'), letter: 'T', isDanger: true },
  ];
}

function columnsOf(say: Say, language: Language): readonly DataColumn<InterviewRow>[] {
  return [
    {
      id: 'code',
      header: say('interviews.column.code'),
      render: (row) => row.code,
      isRowHeader: true,
      isNumeric: true,
      isSortable: true,
      width: '4rem',
    },
    { id: 'wave', header: say('interviews.column.wave'), render: (row) => row.wave, isSortable: true, width: 'minmax(5.5rem, 0.9fr)' },
    {
      id: 'service',
      header: say('interviews.column.service'),
      render: (row) => row.service,
      isSortable: true,
      width: 'minmax(8rem, 1.6fr)',
    },
    { id: 'place', header: say('fieldwork.list.place'), render: (row) => row.place, isSortable: true, width: 'minmax(5rem, 0.8fr)' },
    {
      id: 'status',
      header: say('interviews.column.status'),
      render: (row) => <StatusText tone={toneOf(row.status)}>{say(`interviews.status.${row.status}`)}</StatusText>,
      isSortable: true,
      width: '6.25rem',
    },
    {
      id: 'answered',
      header: say('interviews.column.answered'),
      render: (row) => <Answered row={row} />,
      align: 'end',
      width: '6rem',
    },
    {
      id: 'mode',
      header: say('fieldwork.list.mode'),
      render: (row) => say(`interviews.mode.${row.mode}`),
      isSortable: true,
      width: '7rem',
    },
    {
      id: 'heldOn',
      header: say('interviews.column.heldOn'),
      render: (row) => (row.heldOn === null ? '' : formatDayShort(row.heldOn, language)),
      align: 'end',
      isSortable: true,
      width: '5.75rem',
    },
    {
      id: 'interviewer',
      header: say('interviews.column.interviewer'),
      render: (row) => row.interviewer,
      isSortable: true,
      width: 'minmax(6.5rem, 1fr)',
    },
  ];
}

function Answered({ row }: { readonly row: InterviewRow }) {
  const say = useText();
  const words = say('interviews.column.answeredOf', { answered: row.answered, asked: row.asked });
  if (row.flags === 0) return words;
  return (
    <StatusText icon="softCheck" tone="warn">
      {words}
      <VisuallyHidden>{`, ${say('fieldwork.list.flags', { count: row.flags })}`}</VisuallyHidden>
    </StatusText>
  );
}

function toneOf(status: InterviewRow['status']): 'good' | 'warn' | 'bad' | 'neutral' {
  if (status === 'complete' || status === 'verified') return 'good';
  return status === 'started' || status === 'partial' || status === 'in-check' ? 'warn' : 'neutral';
}
