import { exhibitWords } from '../../../shared/charts/index.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import { useText } from '../../lib/text.ts';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import styles from './analysis.module.css';
import { ExhibitNotes } from './ExhibitNotes.tsx';
import { ExhibitTable, type CellPlace } from './ExhibitTable.tsx';
import gateStyles from './gate.module.css';
import { GateState } from './GateState.tsx';
import { hasFigures } from './has-figures.ts';
import { orderRows } from './order-rows.ts';
import type { TableOptions } from './table-model.ts';
import { TestLines } from './TestLines.tsx';
import { TooSmall } from './TooSmall.tsx';
import type { ViewState } from './view-state.ts';

interface DetailPartProps {
  readonly view: ExhibitView;
  readonly options: TableOptions;
  readonly items: readonly SelectOption[];
  readonly item: string;
  readonly onItem: (id: string) => void;
  readonly order: ViewState['order'];
  readonly onBehind?: ((place: CellPlace, spoken: string) => void) | undefined;
}

/** The table of one item of a battery, by the groups in the columns. */
export function DetailPart({ view, options, items, item, onItem, order, onBehind }: DetailPartProps) {
  const say = useText();
  const released = orderRows(view.released, order);
  const words = exhibitWords(released, say);
  return (
    <section className={styles.exhibit}>
      <div className={styles.itemChoice}>
        <Select label={say('charts.table.item')} look="chip" onChange={onItem} options={items} value={item} />
      </div>
      {view.gate.state === 'stopped' ? (
        <div className={gateStyles.gateSmall}>
          <GateState gate={view.gate} />
        </div>
      ) : null}
      {hasFigures(view) ? (
        <>
          <ExhibitTable exhibit={released} onBehind={onBehind} options={options} subtitle={released.subtitle} title={released.title} />
          <TestLines exhibit={released} />
          <ExhibitNotes exhibit={released} hasChart={false} words={words} />
        </>
      ) : (
        <TooSmall exhibit={released} />
      )}
    </section>
  );
}
