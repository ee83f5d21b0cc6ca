import type { FrameworkCell } from '../../../shared/contract/framework.ts';
import { useText } from '../../lib/text.ts';
import { Icon } from '../../ui/icon/Icon.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden/VisuallyHidden.tsx';
import styles from './MatrixGrid.module.css';

export interface MatrixCellProps {
  readonly cell: FrameworkCell | undefined;
  readonly words: string;
  /** Segments that are there to be summed up. */
  readonly said: number;
  readonly isSelected: boolean;
}

/** What a cell says, whether it is done, and how many quotes stand behind it; an empty one says how much there is to sum up. */
export function MatrixCell({ cell, words, said, isSelected }: MatrixCellProps) {
  const say = useText();
  const isDone = cell?.isDone === true;
  const isEmpty = cell === undefined && words.trim() === '';
  return (
    <>
      {isEmpty ? (
        <span className={styles.waiting}>{said === 0 ? '' : say('framework.cell.said', { n: said })}</span>
      ) : (
        <span className={styles.words}>{words === '' ? say(isDone ? 'framework.cell.nothing' : 'framework.cell.noWords') : words}</span>
      )}
      <span className={styles.marks}>
        {isSelected ? <VisuallyHidden>{say('framework.cell.selected')}</VisuallyHidden> : null}
        {isDone ? (
          <span className={styles.done}>
            <Icon name="done" size={13} />
            {say('framework.cell.done')}
          </span>
        ) : isEmpty ? null : (
          <span>{say('framework.cell.begun')}</span>
        )}
        {cell === undefined || cell.quotes === 0 ? null : <span>{say('framework.cell.quotes', { n: cell.quotes })}</span>}
      </span>
    </>
  );
}
