import { useState } from 'react';
import type { VariableGroup } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useContent, useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { SearchField } from '../../ui/search-field/SearchField.tsx';
import { RawExport } from '../raw-export/index.ts';
import { Weighting } from '../weights/index.ts';
import sheet from './analysis.module.css';
import styles from './panes.module.css';
import { startDrag } from './drop-target.ts';
import { findHits } from './find-hits.ts';
import { groupLabel, variableDetail, variableIcon, variableLabel } from './variable-words.ts';

interface VariablePaneProps {
  readonly groups: readonly VariableGroup[];
  /** Ids that stand in a well now. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  readonly projectId: ProjectId;
}

/** Everything that can be counted, as the questionnaire has it. Choosing puts it in the rows; waves and places go to the columns. */
export function VariablePane({ groups, chosen, onChoose, projectId }: VariablePaneProps) {
  const say = useText();
  const content = useContent();
  const [query, setQuery] = useState('');
  const found = groups
    .map((group) => ({
      group,
      variables: findHits(
        group.variables.map((variable) => ({ variable, label: variableLabel(variable, say, content), name: variable.name })),
        query,
      ),
    }))
    .filter(({ variables }) => variables.length > 0);
  return (
    <div className={styles.pane}>
      <SearchField
        clearLabel={say('analysis.screen.clear')}
        label={say('analysis.screen.find')}
        onChange={setQuery}
        placeholder={say('analysis.screen.find')}
        value={query}
      />
      {found.length === 0 ? <p className={sheet.quiet}>{say('analysis.screen.noHits', { query })}</p> : null}
      {found.map(({ group, variables }) => (
        <section className={styles.group} key={group.id}>
          <h2 className={styles.groupTitle}>{groupLabel(group, say, content)}</h2>
          <ul className={styles.variables}>
            {variables.map(({ variable, label }) => (
              <li key={variable.id}>
                <button
                  aria-pressed={chosen.has(variable.id)}
                  className={styles.variable}
                  draggable
                  onClick={() => onChoose(variable.id)}
                  onDragStart={(event) => startDrag(event, { kind: 'variable', id: variable.id })}
                  title={label}
                  type="button"
                >
                  <Icon name={variableIcon(variable)} tone={chosen.has(variable.id) ? 'accent' : undefined} />
                  <span className={styles.variableLabel}>
                    {label}
                    {variable.kind === 'grid' ? `, ${variableDetail(variable, say) ?? ''}` : ''}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Weighting projectId={projectId} />
      <RawExport projectId={projectId} />
    </div>
  );
}
