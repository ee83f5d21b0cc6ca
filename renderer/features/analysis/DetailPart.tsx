import { exhibitWords } from '../../../shared/charts/index.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import { useText } from '../../lib/text.ts';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import styles from './analysis.module.css';
import { ExhibitNotes } from './ExhibitNotes.tsx';
import { ExhibitTable } from './ExhibitTable.tsx';
import { hasFigures } from './has-figures.ts';
import type { TableOptions } from './table-model.ts';
import { TooSmall } from './TooSmall.tsx';

interface DetailPartProps {
  readonly view: ExhibitView;
  readonly options: TableOptions;
  readonly items: readonly SelectOption[];
  readonly item: string;
  readonly onItem: (id: string) => void;
}

/** The table of one item of a battery, by the groups in the columns. */
export function DetailPart({ view, options, items, item, onItem }: DetailPartProps) {
  const say = useText();
  const { released } = view;
  const words = exhibitWords(released, say);
  return (
    <section className={styles.exhibit}>
      <div className={styles.itemChoice}>
        <Select label={say('charts.table.item')} look="chip" onChange={onItem} options={items} value={item} />
      </div>
      {hasFigures(view) ? (
        <>
          <ExhibitTable exhibit={released} options={options} subtitle={released.subtitle} title={released.title} />
          <ExhibitNotes exhibit={released} hasChart={false} words={words} />
        </>
      ) : (
        <TooSmall exhibit={released} />
      )}
    </section>
  );
}
