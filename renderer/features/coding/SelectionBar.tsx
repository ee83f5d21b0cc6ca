import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './AnswerGrid.module.css';

/** What the bar over a selection needs. */
export interface SelectionBarProps {
  readonly places: number;
  /** Rows that were asked for: more than are selected where one deed cannot take them all. */
  readonly total: number;
  readonly onClear: () => void;
}

/** How many rows the next theme will be put on; nothing while none is selected. */
export function SelectionBar({ places, total, onClear }: SelectionBarProps) {
  const say = useText();
  if (places === 0) return null;
  return (
    <div className={styles.selection} role="status">
      {total > places ? say('coding.grid.selectedOf', { count: places, total }) : say('coding.grid.selected', { count: places })}
      <Button onPress={onClear} variant="quiet">
        {say('coding.grid.selectNone')}
      </Button>
    </div>
  );
}
