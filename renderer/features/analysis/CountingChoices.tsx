import { PlaceMode, type AnalysisVariable } from '../../../shared/contract/analysis.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import type { ViewChange } from './use-view-state.ts';
import type { ViewState } from './view-state.ts';

interface CountingChoicesProps {
  readonly state: ViewState;
  readonly change: (change: ViewChange) => void;
  readonly rows: AnalysisVariable | null;
  readonly columns: AnalysisVariable | null;
}

const modes = PlaceMode.options;

/** What is counted, where that can be more than one thing: persons or rounds, and places that have changed. */
export function CountingChoices({ state, change, rows, columns }: CountingChoicesProps) {
  const say = useText();
  // A number in a repeat is told round by round only, so there is nothing to choose.
  const hasBase = rows !== null && rows.isInRounds && rows.kind !== 'number';
  const hasPlaces = rows?.kind === 'place' || columns?.kind === 'place';
  const setBase = (base: ViewState['base']): void => change({ base: base === 'rounds' ? 'rounds' : undefined });
  const setPlaces = (places: PlaceMode): void => change({ places: places === 'as-recorded' ? undefined : places });
  useCommand('analysis.base', () => (hasBase ? setBase(state.base === 'rounds' ? 'persons' : 'rounds') : undefined));
  useCommand('analysis.places', () =>
    hasPlaces ? setPlaces(modes[(modes.indexOf(state.places) + 1) % modes.length] ?? 'as-recorded') : undefined,
  );
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
