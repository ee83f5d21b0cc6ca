import type { ExhibitDefinition } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import sheet from './analysis.module.css';
import styles from './gate.module.css';
import { ExhibitPart, type PartChoices } from './ExhibitPart.tsx';
import { GateState } from './GateState.tsx';
import { useExhibit } from './use-exhibit.ts';

interface DefinedExhibitProps {
  readonly projectId: ProjectId;
  readonly definition: ExhibitDefinition;
  readonly shows?: 'chart' | 'table';
  readonly hasIntervals?: boolean;
  readonly choices?: PartChoices;
  /** Without the line that says what the gate answers: where a screen says it for all its tables. */
  readonly hasGateLine?: boolean;
  readonly level?: 1 | 2;
}

/** An exhibit drawn from its definition: what the gate says, finding, chart or table, tests and notes. Loading and errors stand in its place. */
export function DefinedExhibit(props: DefinedExhibitProps) {
  const { projectId, definition, shows = 'table', hasIntervals = true, choices, hasGateLine = true, level = 2 } = props;
  const query = useExhibit(projectId, definition);
  return (
    <Loaded query={query}>
      {(view) => (
        <div className={sheet.defined}>
          {hasGateLine ? (
            <div className={styles.gateSmall}>
              <GateState gate={view.gate} />
            </div>
          ) : null}
          <ExhibitPart choices={choices} level={level} options={{ measure: 'percent', hasIntervals }} shows={shows} view={view} />
        </div>
      )}
    </Loaded>
  );
}
