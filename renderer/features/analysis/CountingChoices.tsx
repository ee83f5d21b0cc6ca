import { PlaceMode, type AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import type { ViewChange, ViewState } from './view-state.ts';

interface CountingChoicesProps {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly rows: AnalysisVariable | null;
  readonly hasPlaces: boolean;
}

const modes = PlaceMode.options;

/** What is counted, where that can be more than one thing: persons or rounds, and places that have changed. */
export function CountingChoices({ state, change, rows, hasPlaces }: CountingChoicesProps) {
  const say = useText();
  // A number in a repeat is told round by round only, so there is nothing to choose.
  const hasBase = rows !== null && rows.isInRounds && rows.kind !== 'number';
  const setBase = (base: ViewState['base']): void => change({ base });
  const setPlaces = (places: PlaceMode): void => change({ places });
  useCommand('analysis.base', () => setBase(state.base === 'rounds' ? 'persons' : 'rounds'), hasBase);
  useCommand('analysis.places', () => setPlaces(modes[(modes.indexOf(state.places) + 1) % modes.length] ?? 'as-recorded'), hasPlaces);
  return (
    <>
      {hasBase ? (
        <SegmentedControl
          label={say('analysis.base.label')}
          onChange={setBase}
          segments={[
            { id: 'persons', label: say('analysis.base.persons') },
            { id: 'rounds', label: say('analysis.base.rounds') },
          ]}
          value={state.base}
        />
      ) : null}
      {hasPlaces ? (
        <Select
          label={say('analysis.places.label')}
          look="chip"
          onChange={setPlaces}
          options={modes.map((id) => ({ id, label: say(`analysis.places.${id}`) }))}
          value={state.places}
        />
      ) : null}
    </>
  );
}
