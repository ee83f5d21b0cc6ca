import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DueFilter, type ActionRow } from '../../../shared/contract/actions.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { today, useDates } from '../../lib/dates.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useSearchParam } from '../../lib/route.ts';
import { useText } from '../../lib/text.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { SplitPane } from '../../ui/split-pane/SplitPane.tsx';
import { actionColumns } from './action-columns.tsx';
import { ActionDetail } from './ActionDetail.tsx';
import { StatusDialog } from './StatusDialog.tsx';
import styles from './ActionsScreen.module.css';

/** What was agreed: overdue in words first. S says how it goes with the row under the hand. */
export function ActionsScreen() {
  const day = today();
  const due = DueFilter.safeParse(useSearchParam('filter')).data;
  const query = useQuery({
    ...orpc.actions.list.queryOptions({ input: { today: day, ...(due === undefined ? {} : { due }) } }),
    placeholderData: (before) => before,
  });
  return <Loaded query={query}>{(data) => <ActionsPage counts={data.counts} day={day} due={due} rows={data.actions} />}</Loaded>;
}

interface ActionsPageProps {
  readonly rows: readonly ActionRow[];
  readonly counts: { readonly all: number; readonly overdue: number; readonly soon: number; readonly unreported: number };
  readonly due: DueFilter | undefined;
  readonly day: string;
}

function ActionsPage({ rows, counts, due, day }: ActionsPageProps) {
  const say = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const asked = useSearchParam('row') ?? null;
  const [currentKey, setCurrentKey] = useState<string | null>(asked);
  const [isOpen, setIsOpen] = useState(asked !== null);
  const [isAsking, setIsAsking] = useState(false);
  const current = rows.find((row) => row.id === currentKey);
  useCommand('actions.setStatus', () => setIsAsking(true), current !== undefined);
  const filters = (['all', ...DueFilter.options] as const).map((id) => ({
    id,
    label: say(`actions.filter.${id}`),
    detail: String(counts[id]),
  }));
  return (
    <SplitPane
      end={{
        label: say('actions.detail'),
        handleLabel: say('actions.detailWidth'),
        isOpen: isOpen && current !== undefined,
        defaultSize: 304,
        max: 400,
        children:
          current === undefined ? null : (
            <ActionDetail action={current} day={day} onAskStatus={() => setIsAsking(true)} onClose={() => setIsOpen(false)} />
          ),
      }}
    >
      <PageHeader
        actions={
          <Select
            label={say('actions.filter')}
            look="chip"
            onChange={(id) => void navigate({ to: '.', search: id === 'all' ? {} : { filter: id } })}
            options={filters}
            value={due ?? 'all'}
          />
        }
        facts={
          counts.overdue === 0
            ? say('actions.facts.clear', { n: counts.all })
            : say('actions.facts', { n: counts.all, overdue: counts.overdue })
        }
        title={say('actions.title')}
      />
      <DataTable
        columns={actionColumns(say, dates, day)}
        currentKey={currentKey}
        empty={<EmptyState what={due === undefined ? say('actions.empty') : say('actions.emptyFilter')} />}
        isFullWidth
        label={say('actions.title')}
        onCurrentKeyChange={setCurrentKey}
        onOpen={() => setIsOpen(true)}
        rowKey={(row) => row.id}
        rows={rows}
      />
      {rows.length === 0 ? null : <p className={styles.hint}>{say('actions.hint')}</p>}
      {isAsking && current !== undefined ? <StatusDialog action={current} day={day} onClose={() => setIsAsking(false)} /> : null}
    </SplitPane>
  );
}
