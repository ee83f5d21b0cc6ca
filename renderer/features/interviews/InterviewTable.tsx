import type { ReactNode, Ref } from 'react';
import type { InterviewRow } from '../../../shared/contract/interviews.ts';
import { formatDayShort } from '../../lib/format.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/DataTable.tsx';
import { StatusText } from '../../ui/status-text/StatusText.tsx';

export interface InterviewTableProps {
  readonly rows: readonly InterviewRow[];
  readonly onOpen: (interview: string) => void;
  readonly empty: ReactNode;
  readonly handleRef: Ref<DataTableHandle>;
}

/** The list of interviews, newest first; Enter opens one. */
export function InterviewTable({ rows, onOpen, empty, handleRef }: InterviewTableProps) {
  const say = useText();
  const language = useLanguage();
  const columns: readonly DataColumn<InterviewRow>[] = [
    { id: 'code', header: say('interviews.column.code'), render: (row) => row.code, isRowHeader: true, isNumeric: true, width: '5rem' },
    { id: 'wave', header: say('interviews.column.wave'), render: (row) => row.wave },
    { id: 'service', header: say('interviews.column.service'), render: (row) => row.service },
    {
      id: 'status',
      header: say('interviews.column.status'),
      render: (row) => <StatusText tone={toneOf(row.status)}>{say(`interviews.status.${row.status}`)}</StatusText>,
    },
    {
      id: 'answered',
      header: say('interviews.column.answered'),
      render: (row) => say('interviews.column.answeredOf', { answered: row.answered, asked: row.asked }),
      align: 'end',
    },
    {
      id: 'heldOn',
      header: say('interviews.column.heldOn'),
      render: (row) => (row.heldOn === null ? '' : formatDayShort(row.heldOn, language)),
      align: 'end',
    },
    { id: 'interviewer', header: say('interviews.column.interviewer'), render: (row) => row.interviewer },
  ];
  return (
    <DataTable
      columns={columns}
      empty={empty}
      handleRef={handleRef}
      isFullWidth
      label={say('interviews.title')}
      onOpen={(row) => onOpen(row.id)}
      opensOn="doubleClick"
      rowKey={(row) => row.id}
      rows={rows}
    />
  );
}

function toneOf(status: InterviewRow['status']): 'good' | 'warn' | 'bad' | 'neutral' {
  if (status === 'complete' || status === 'verified') return 'good';
  return status === 'started' || status === 'partial' || status === 'in-check' ? 'warn' : 'neutral';
}
