import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { client, orpc } from '../../lib/client.ts';
import { today, useDates } from '../../lib/dates.ts';
import { spoken } from '../../lib/errors.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { PageHeader } from '../../ui/page-header/PageHeader.tsx';
import { conflictWith } from './conflict.ts';
import { HistoryRow, type Refusal } from './HistoryRow.tsx';
import styles from './HistoryScreen.module.css';

const pageSize = 100;

/** The log: who did what, when. Any step that can be undone can be undone here by name. */
export function HistoryScreen() {
  const query = useInfiniteQuery(
    orpc.history.list.infiniteOptions({
      input: (before: number | undefined) => ({ limit: pageSize, ...(before === undefined ? {} : { before }) }),
      initialPageParam: undefined,
      getNextPageParam: ({ entries }) => (entries.length < pageSize ? undefined : entries.at(-1)?.seq),
    }),
  );
  return (
    <Loaded query={query}>
      {({ pages }) => (
        <HistoryPage
          entries={pages.flatMap((page) => page.entries)}
          onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
        />
      )}
    </Loaded>
  );
}

interface HistoryPageProps {
  readonly entries: readonly HistoryEntry[];
  readonly onMore: (() => void) | undefined;
}

function HistoryPage({ entries, onMore }: HistoryPageProps) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const days = Map.groupBy(entries, (entry) => today(new Date(entry.at)));

  async function undo(entry: HistoryEntry): Promise<void> {
    setRefusal(null);
    await save(async () => {
      try {
        return await client.history.undo({ seq: entry.seq });
      } catch (error) {
        const said = spoken(error);
        const later = conflictWith(said);
        setRefusal({
          seq: entry.seq,
          text:
            later === null ? say.any(said.message, said.params) : say('history.conflict', { later: say.any(later.labelId, later.params) }),
        });
        throw error;
      }
    });
  }

  return (
    <div className={styles.page}>
      <PageHeader facts={say('history.facts')} title={say('history.title')} />
      {entries.length === 0 ? <EmptyState how={say('history.emptyHow')} what={say('history.empty')} /> : null}
      {[...days].map(([day, ofDay]) => (
        <section aria-labelledby={`day-${day}`} className={styles.day} key={day}>
          <h2 id={`day-${day}`}>{dates.day(day)}</h2>
          <ol className={styles.list}>
            {ofDay.map((entry) => (
              <HistoryRow
                entry={entry}
                key={entry.seq}
                onUndo={() => void undo(entry)}
                refusal={refusal?.seq === entry.seq ? refusal.text : null}
              />
            ))}
          </ol>
        </section>
      ))}
      {onMore === undefined ? null : (
        <div className={styles.more}>
          <Button onPress={onMore}>{say('history.more')}</Button>
        </div>
      )}
    </div>
  );
}
