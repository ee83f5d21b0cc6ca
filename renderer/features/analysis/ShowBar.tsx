import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import type { Shows, ViewChange } from './view-state.ts';

interface ShowBarProps {
  readonly change: (change: ViewChange) => void;
  readonly shows: Shows;
}

/** The chart, or its table. */
export function ShowBar({ change, shows }: ShowBarProps) {
  const say = useText();
  useCommand('analysis.chart', () => change({ chart: shows === 'chart' ? 'table' : 'chart' }));
  return (
    <SegmentedControl
      label={say('analysis.show.label')}
      onChange={(chart) => change({ chart })}
      segments={[
        { id: 'chart', label: say('analysis.show.chart') },
        { id: 'table', label: say('analysis.show.table') },
      ]}
      value={shows}
    />
  );
}
