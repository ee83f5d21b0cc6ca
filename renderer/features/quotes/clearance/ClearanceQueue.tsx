import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { QuoteStatus } from '../../../../shared/contract/quotes-search.ts';
import type { ClearanceRow } from '../../../../shared/contract/quotes-clearance.ts';
import type { ProjectId } from '../../../../shared/model/ids.ts';
import { orpc } from '../../../lib/client.ts';
import { Loaded } from '../../../lib/Loaded.tsx';
import { useText } from '../../../lib/text.ts';
import { useHandOnList } from '../../../lib/use-hand-on-list.ts';
import { EmptyState } from '../../../ui/empty-state/EmptyState.tsx';
import { Select } from '../../../ui/select/Select.tsx';
import { StatusText } from '../../../ui/status-text/StatusText.tsx';
import { Toolbar } from '../../../ui/toolbar/Toolbar.tsx';
import styles from './clearance.module.css';

const pageSize = 200;
const statuses = [...QuoteStatus.options, 'all'] as const;
type Shown = (typeof statuses)[number];

/** Kept quotes by where they stand, those that wait for whoever sits here first. Enter opens one. */
export function ClearanceQueue({ projectId }: { readonly projectId: ProjectId }) {
  const say = useText();
  const [shown, setShown] = useState<Shown>('all');
  const query = useQuery({
    ...orpc.quotes.list.queryOptions({ input: { projectId, ...(shown === 'all' ? {} : { statuses: [shown] }), from: 0, limit: pageSize } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query}>
      {({ rows, total, counts, waiting }) => {
        const all = counts.reduce((sum, { count }) => sum + count, 0);
        const countOf = (status: Shown): number => (status === 'all' ? all : (counts.find((one) => one.status === status)?.count ?? 0));
        if (all === 0) return <EmptyState how={say('clearance.queue.emptyHow')} what={say('clearance.queue.empty')} />;
        return (
          <section aria-label={say('clearance.queue')} className={styles.queue}>
            <Toolbar
              end={<span className={styles.quiet}>{say('clearance.waiting', { n: waiting })}</span>}
              label={say('clearance.queue.status')}
            >
              <Select
                label={say('clearance.queue.status')}
                look="chip"
                onChange={setShown}
                options={(['all', ...QuoteStatus.options] as const).map((id) => ({
                  id,
                  label: id === 'all' ? say('clearance.queue.all', { n: all }) : `${say(`clearance.status.${id}`)} (${countOf(id)})`,
                }))}
                value={shown}
              />
            </Toolbar>
            {rows.length === 0 ? <EmptyState what={say('clearance.queue.none')} /> : <Rows projectId={projectId} rows={rows} />}
            {total > rows.length ? <p className={styles.quiet}>{say('clearance.queue.firstOnly', { shown: rows.length, total })}</p> : null}
          </section>
        );
      }}
    </Loaded>
  );
}

function Rows({ rows, projectId }: { readonly rows: readonly ClearanceRow[]; readonly projectId: ProjectId }) {
  const say = useText();
  const navigate = useNavigate();
  const list = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);
  useHandOnList(true, () => list.current?.querySelector<HTMLElement>('button'));
  const open = (quote: string): void => void navigate({ to: '/projects/$project/quotes/$quote', params: { project: projectId, quote } });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const to = Math.min(rows.length - 1, Math.max(0, current + step));
    setCurrent(to);
    list.current?.querySelectorAll<HTMLElement>('button')[to]?.focus();
  };
  return (
    <ul aria-label={say('clearance.queue')} className={styles.rows} onKeyDown={onKeyDown} ref={list}>
      {rows.map((row, at) => (
        <li key={row.id}>
          <button
            className={styles.row}
            data-waiting={row.isWaiting || undefined}
            onClick={() => open(row.id)}
            onFocus={() => setCurrent(at)}
            tabIndex={at === Math.min(current, rows.length - 1) ? 0 : -1}
            type="button"
          >
            <span className={styles.code}>{whoseWords(row)}</span>
            <span className={styles.rowWords} lang={row.language}>
              {row.words}
            </span>
            <span className={styles.rowState}>
              <StatusText
                icon={row.status === 'cleared' ? 'clearedQuote' : row.status === 'needs-a-look' ? 'softCheck' : 'unclearedQuote'}
                tone={row.status === 'cleared' ? 'good' : row.status === 'needs-a-look' ? 'warn' : 'neutral'}
              >
                {say(`clearance.status.${row.status}`)}
              </StatusText>
              {row.status === 'proposed' ? (
                <span className={styles.quiet}>
                  {row.isProposedByMe ? say('clearance.queue.mine') : say('clearance.queue.by', { name: row.proposedBy ?? '' })}
                </span>
              ) : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** "R017/23", or the title of the meeting or document. */
function whoseWords({ code, number, title }: ClearanceRow): string {
  if (code === '') return title;
  return number === null ? code : `${code}/${number}`;
}
