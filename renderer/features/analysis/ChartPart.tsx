import { chartsFor, chosenChart } from '../../../shared/charts/chart-type.ts';
import type { ExhibitWords } from '../../../shared/charts/index.ts';
import type { ReleasedExhibit } from '../../../shared/model/exhibit.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import styles from './chart.module.css';
import { canExplore } from './can-explore.ts';
import { ExhibitChart } from './ExhibitChart.tsx';
import type { CellPlace } from './ExhibitTable.tsx';
import { ExploreChart } from './ExploreChart.tsx';
import type { ViewChange } from './view-state.ts';

interface ChartPartProps {
  readonly exhibit: ReleasedExhibit;
  readonly words: ExhibitWords;
  readonly look: 'explore' | 'report';
  /** Which of the charts that suit the exhibit; the best one when left out. */
  readonly kind: string | undefined;
  readonly currentRow: string | null;
  /** Left out where the chart is only looked at. */
  readonly change?: ((change: ViewChange) => void) | undefined;
  readonly onOpenRow?: ((key: string) => void) | undefined;
  readonly onBehind?: ((place: CellPlace, spoken: string) => void) | undefined;
}

/** A chart, to explore or as it is printed, and the choice of both. */
export function ChartPart({ exhibit, words, look, kind, currentRow, change, onOpenRow, onBehind }: ChartPartProps) {
  const say = useText();
  const kinds = chartsFor(exhibit);
  const type = chosenChart(
    exhibit,
    kinds.find((one) => one === kind),
  );
  const isExplorable = canExplore(exhibit, type);
  useCommand(
    'analysis.chartKind',
    () => change?.({ kind: kinds[(kinds.indexOf(type) + 1) % kinds.length] }),
    change !== undefined && kinds.length > 1,
  );
  return (
    <>
      {change === undefined || (kinds.length < 2 && !isExplorable) ? null : (
        <div aria-label={say('analysis.show.chart')} className={styles.chartBar} role="group">
          {kinds.length < 2 ? null : (
            <Select
              label={say('analysis.show.kind')}
              look="chip"
              onChange={(id) => change({ kind: id })}
              options={kinds.map((id) => ({ id, label: say(`analysis.kind.${id}`) }))}
              value={type}
            />
          )}
          {isExplorable ? (
            <SegmentedControl
              label={say('analysis.show.look')}
              onChange={(next) => change({ look: next })}
              segments={[
                { id: 'explore', label: say('analysis.show.explore') },
                { id: 'report', label: say('analysis.show.report') },
              ]}
              value={look}
            />
          ) : null}
        </div>
      )}
      {isExplorable && look === 'explore' ? (
        <ExploreChart exhibit={exhibit} marks={type === 'dots' ? 'points' : 'bars'} onBehind={onBehind} words={words} />
      ) : (
        <ExhibitChart currentRow={currentRow} exhibit={exhibit} kind={type} onOpenRow={onOpenRow} words={words} />
      )}
    </>
  );
}
