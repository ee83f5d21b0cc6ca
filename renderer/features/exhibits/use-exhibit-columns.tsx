import type { KeptExhibit } from '../../../shared/contract/analysis-exhibits.ts';
import { useDates } from '../../lib/dates.ts';
import { useContent, useText } from '../../lib/text.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import styles from './exhibits.module.css';
import { drawnAs, madeOf, type Countable } from './made-of.ts';
import { RenameField } from './RenameField.tsx';
import { RerunText } from './RerunText.tsx';
import type { Recount } from './use-rerun.ts';

interface ColumnsOf {
  readonly countable: Countable;
  readonly recount: Recount;
  readonly renaming: string | null;
  readonly onChanges: () => void;
  /** With the new name, or null when it stays. */
  readonly onRenamed: (kept: KeptExhibit, name: string | null) => void;
}

/** What the list of kept tables says of each; the name of one can be written in its place. */
export function useExhibitColumns({ countable, recount, renaming, onChanges, onRenamed }: ColumnsOf): readonly DataColumn<KeptExhibit>[] {
  const say = useText();
  const content = useContent();
  const dates = useDates();
  const state = (kept: KeptExhibit) => {
    const rerun = recount.stateOf(kept);
    if (rerun === undefined) return null;
    if (rerun.state === 'same' || rerun.state === 'never-out') return <RerunText rerun={rerun} />;
    return (
      <button className={styles.state} onClick={onChanges} tabIndex={-1} type="button">
        <RerunText rerun={rerun} />
      </button>
    );
  };
  const release = ({ release: last }: KeptExhibit) =>
    last === null ? (
      <span className={styles.none}>{say('exhibits.release.none')}</span>
    ) : (
      say('exhibits.release', { number: last.number, date: dates.day(last.releasedAt) })
    );
  return [
    {
      id: 'name',
      header: say('exhibits.list.name'),
      isRowHeader: true,
      render: (kept) => (
        <div className={styles.what}>
          {renaming === kept.id ? (
            <RenameField name={kept.name} onDone={(name) => onRenamed(kept, name)} />
          ) : (
            <span data-names-row>{kept.name}</span>
          )}
          {kept.title === null ? null : <span className={styles.own}>{kept.title}</span>}
          <span className={styles.made}>{[madeOf(kept.definition, countable, say, content), drawnAs(kept, say)].join(' · ')}</span>
        </div>
      ),
    },
    { id: 'release', header: say('exhibits.list.release'), width: '9.5rem', render: release },
    { id: 'findings', header: say('exhibits.list.findings'), align: 'end', width: '4rem', render: ({ findings }) => findings },
    { id: 'state', header: say('exhibits.list.state'), width: '11rem', render: state },
  ];
}
