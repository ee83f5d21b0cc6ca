import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { TabBook } from '../../../shared/contract/analysis-exhibits.ts';
import type { ProjectId, VariableId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { ExhibitPart, GateState } from '../analysis/index.ts';
import styles from './tab-book.module.css';

interface BookTableProps {
  readonly projectId: ProjectId;
  readonly book: TabBook;
  /** The questions of the whole book. */
  readonly ids: readonly VariableId[];
  readonly index: number;
  readonly spoken: string;
  readonly hasIntervals: boolean;
}

/** Tables that are counted together: a page of the book. */
const pageSize = 4;

/** One table of the book, as it would be released. */
export function BookTable({ projectId, book, ids, index, spoken, hasIntervals }: BookTableProps) {
  const say = useText();
  const from = Math.floor(index / pageSize) * pageSize;
  const rows = ids.slice(from, from + pageSize);
  const query = useQuery({
    ...orpc.analysis.tabBook.queryOptions({ input: { projectId, book: { ...book, rows }, from: 0, limit: pageSize } }),
    // Other groups take the place of these when they are counted, so that nothing jumps.
    placeholderData: keepPreviousData,
  });
  return (
    <section aria-busy={query.isPlaceholderData} aria-label={spoken} className={styles.table} tabIndex={-1}>
      <Loaded query={query}>
        {({ tables }) => {
          const table = tables.find(({ definition }) => definition.rows === ids[index]);
          // The page before, or a question that has gone since.
          if (table === undefined) return query.isPlaceholderData ? null : <p>{say('exhibits.book.gone')}</p>;
          const { gate } = table.view;
          return (
            <>
              {gate.state === 'can-be-released' ? null : (
                <div className={styles.gate}>
                  <GateState gate={gate} />
                </div>
              )}
              <ExhibitPart
                level={2}
                options={{ measure: book.percent === 'count' ? 'counts' : 'percent', hasIntervals }}
                shows="table"
                view={table.view}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
