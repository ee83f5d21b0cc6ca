import type { ExhibitDefinition } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Popover } from '../../ui/popover/Popover.tsx';
import styles from './panes.module.css';
import { DefinedExhibit } from './DefinedExhibit.tsx';

/** A step that changes the table. */
export interface Way {
  readonly id: string;
  readonly label: string;
  readonly onChoose: () => void;
  /** How many figures it would hide, where that is known. */
  readonly hidden?: number | undefined;
  /** The table it leads to, where that can be looked at first. */
  readonly definition?: ExhibitDefinition;
}

interface WayListProps {
  readonly title: string;
  readonly ways: readonly Way[];
  readonly projectId: ProjectId;
  /** Suggestions beside the matter: words to press, no boxes. */
  readonly isQuiet?: boolean;
}

/** Steps that lead on from the table: one press each, with what it would hide and a look at it beforehand where those are known. */
export function WayList({ title, ways, projectId, isQuiet = false }: WayListProps) {
  const say = useText();
  const choose = (onChoose: () => void): void => {
    onChoose();
    // The list changes with the table; the hand goes along to the table's title.
    document.querySelector<HTMLElement>('main h1')?.focus();
  };
  return (
    <section>
      <h2>{title}</h2>
      <ul className={isQuiet ? styles.looks : styles.ways}>
        {ways.map(({ id, label, onChoose, hidden, definition }) => (
          <li key={id}>
            {isQuiet ? (
              <button className={styles.look} onClick={() => choose(onChoose)} type="button">
                {label}
              </button>
            ) : (
              <Button onPress={() => choose(onChoose)} size="bar">
                {label}
              </Button>
            )}
            {hidden === undefined && definition === undefined ? null : (
              <p className={styles.wayDetail}>
                {hidden === undefined ? null : <span>{say('analysis.ways.hides', { count: hidden })}</span>}
                {definition === undefined ? null : (
                  <Popover
                    isWide
                    label={label}
                    placement="left top"
                    trigger={
                      <Button size="bar" variant="quiet">
                        {say('analysis.ways.preview')}
                      </Button>
                    }
                  >
                    <div className={styles.preview}>
                      <DefinedExhibit definition={definition} hasIntervals={false} projectId={projectId} />
                    </div>
                  </Popover>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
