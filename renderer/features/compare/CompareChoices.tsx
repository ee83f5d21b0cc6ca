import type { CompareFigure } from '../../../shared/contract/compare.ts';
import { PlaceMode } from '../../../shared/contract/exhibit-definition.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import styles from './compare.module.css';
import { lineOrders, type CompareState } from './use-compare-view.ts';

interface CompareChoicesProps {
  readonly view: CompareState;
  /** The figure that is shown, and those there are. */
  readonly figure: CompareFigure;
  readonly figures: readonly CompareFigure[];
  readonly hasPlaces: boolean;
}

/** The next of a few, round again after the last. */
function after<T>(known: readonly T[], now: T): T | undefined {
  return known[(known.indexOf(now) + 1) % known.length];
}

/** Which figure, how places are counted, and what stands first. */
export function CompareChoices({ view, figure, figures, hasPlaces }: CompareChoicesProps) {
  const say = useText();
  const setFigure = (show: CompareFigure | undefined): void => view.change({ show, row: undefined });
  const setPlaces = (mode: PlaceMode | undefined): void => view.change({ mode });
  useCommand('compare.figure', () => setFigure(after(figures, figure)));
  useCommand('compare.places', () => setPlaces(after(PlaceMode.options, view.places)), hasPlaces);
  useCommand('compare.order', () => view.change({ sort: after(lineOrders, view.order) }));
  return (
    <div className={styles.bar}>
      <Select
        label={say('compare.figure')}
        look="chip"
        onChange={setFigure}
        options={figures.map((id) => ({ id, label: say(`compare.figure.${id}`) }))}
        value={figure}
      />
      {hasPlaces ? (
        <Select
          label={say('compare.places')}
          look="chip"
          onChange={setPlaces}
          options={PlaceMode.options.map((id) => ({ id, label: say(`compare.places.${id}`) }))}
          value={view.places}
        />
      ) : null}
      <Select
        label={say('compare.order')}
        look="chip"
        onChange={(sort) => view.change({ sort })}
        options={lineOrders.map((id) => ({ id, label: say(`compare.order.${id}`) }))}
        value={view.order}
      />
    </div>
  );
}
