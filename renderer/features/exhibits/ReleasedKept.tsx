import { useState } from 'react';
import { chartTypes } from '../../../shared/charts/index.ts';
import type { ExhibitView } from '../../../shared/contract/analysis.ts';
import type { KeptExhibit } from '../../../shared/contract/analysis-exhibits.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { ExhibitPart, GateState } from '../analysis/index.ts';
import styles from './exhibits.module.css';

const sides = ['chart', 'table'] as const;

/** The chart and the table of a kept exhibit as they would be released, under its own title where it has one. */
export function ReleasedKept({ kept, view }: { readonly kept: KeptExhibit; readonly view: ExhibitView }) {
  const say = useText();
  const [shows, setShows] = useState<(typeof sides)[number]>(kept.chart === null ? 'table' : 'chart');
  useCommand('analysis.chart', () => setShows(shows === 'chart' ? 'table' : 'chart'));
  const titled = kept.title === null ? view : { ...view, released: { ...view.released, title: kept.title } };
  const kind = chartTypes.find((one) => one === kept.chart);
  return (
    <>
      <div className={styles.line}>
        <div className={styles.gate}>
          <GateState gate={view.gate} />
        </div>
        <SegmentedControl
          label={say('analysis.show.label')}
          onChange={setShows}
          segments={sides.map((id) => ({ id, label: say(`analysis.show.${id}`) }))}
          value={shows}
        />
      </div>
      <ExhibitPart
        choices={{ order: 'given', look: 'report', hasBases: false, kind }}
        level={2}
        options={{ measure: kept.definition?.percent === 'count' ? 'counts' : 'percent', hasIntervals: true }}
        shows={shows}
        view={titled}
      />
    </>
  );
}
