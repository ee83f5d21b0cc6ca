import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ExhibitDefinition, ExhibitFilter } from '../../../shared/contract/analysis.ts';
import type { ProjectId, VariableId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useContent, useLanguage, useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import sheet from './analysis.module.css';
import styles from './panes.module.css';
import { shortLabel } from './variable-words.ts';

interface ScreeningPartProps {
  readonly projectId: ProjectId;
  /** The questions in the rows. */
  readonly rows: readonly VariableId[];
  /** Whose answers are looked at. */
  readonly filter: ExhibitFilter | undefined;
  readonly onOpen: (definition: ExhibitDefinition) => void;
}

/** Who may differ from the rest: a list of groupings to look closer at, worked out when it is asked for. Never more than a hint. */
export function ScreeningPart({ projectId, rows, filter, onOpen }: ScreeningPartProps) {
  const say = useText();
  const content = useContent();
  const language = useLanguage();
  const [isAsked, setAsked] = useState(false);
  const query = useQuery({
    ...orpc.analysis.screening.queryOptions({
      input: { projectId, rows: [...rows], language, ...(filter === undefined ? {} : { filter }) },
    }),
    enabled: isAsked,
  });
  const columnName = (columns: string, label: string): string =>
    columns === 'wave' || columns === 'place' || columns === 'service' || columns === 'themes' ? say(`analysis.group.${columns}`) : label;
  return (
    <section>
      <h2>{say('analysis.screening.title')}</h2>
      {isAsked ? (
        <Loaded query={query}>
          {({ pairs, comparisons, leftOut }) => (
            <>
              {pairs.length === 0 && comparisons > 0 ? <p className={sheet.quiet}>{say('analysis.screening.none')}</p> : null}
              <ul className={styles.looks}>
                {pairs.map(({ rows: row, answer, rowsLabel, columns, columnsLabel, reading, definition }) => (
                  <li key={`${row} ${answer ?? ''} ${columns}`}>
                    <button className={styles.look} onClick={() => onOpen(definition)} type="button">
                      {say('analysis.screening.pair', {
                        rows: shortLabel(content(rowsLabel)),
                        columns: shortLabel(columnName(columns, content(columnsLabel))),
                      })}
                    </button>
                    {reading === null ? null : <p className={styles.lookReading}>{say.any(reading.id, reading.params)}</p>}
                  </li>
                ))}
              </ul>
              <p className={sheet.quiet}>{say('analysis.screening.tried', { count: comparisons, leftOut })}</p>
            </>
          )}
        </Loaded>
      ) : (
        <>
          <p className={sheet.quiet}>{say('analysis.screening.how')}</p>
          <Button onPress={() => setAsked(true)} size="bar">
            {say('analysis.screening.ask')}
          </Button>
        </>
      )}
    </section>
  );
}
