import { Keycap } from '../../../ui/keycap/Keycap.tsx';
import popover from '../../../ui/popover/Popover.module.css';
import styles from './ExpressionField.module.css';

/** What can be put where the caret stands. */
export interface CompletionChoice {
  readonly id: string;
  readonly insert: string;
  readonly label: string;
  readonly lang?: string | undefined;
  /** Number of the question, or code of the answer. */
  readonly before: string;
  readonly detail: string;
}

export interface CompletionListProps {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly CompletionChoice[];
  readonly current: CompletionChoice | undefined;
  readonly onTake: (choice: CompletionChoice) => void;
}

/** Questions or answers under the field that they complete; focus stays in the field. */
export function CompletionList({ id, label, choices, current, onTake }: CompletionListProps) {
  return (
    <ul aria-label={label} className={styles.list} id={`${id}-list`} role="listbox">
      {choices.map((choice) => (
        <li
          aria-selected={choice === current}
          className={popover.row}
          data-current={choice === current || undefined}
          id={`${id}-${choice.id}`}
          key={choice.id}
          onClick={() => onTake(choice)}
          onPointerDown={(event) => event.preventDefault()}
          role="option"
        >
          <span className={styles.before}>{choice.before}</span>
          <span className={styles.choice} lang={choice.lang}>
            {choice.label}
          </span>
          <span className={popover.rowDetail}>{choice.detail}</span>
          {choice === current ? <Keycap isSilent keys="↵" /> : null}
        </li>
      ))}
    </ul>
  );
}
