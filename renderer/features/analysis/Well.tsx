import { useRef } from 'react';
import { useText } from '../../lib/text.ts';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import styles from './wells.module.css';
import { useDropTarget } from './drop-target.ts';
import { useReturnFocus } from './use-return-focus.ts';
import { WellBox, type WellChoice } from './WellBox.tsx';
import { WellPlace } from './WellPlace.tsx';

interface WellProps {
  readonly label: string;
  /** What stands in it now, in words. */
  readonly value: string;
  readonly detail?: string | undefined;
  readonly choices: readonly WellChoice[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly onChoose: (id: string) => void;
}

/** The well that holds one thing: a chip that says what is in it and turns into a type-ahead. */
export function Well({ label, value, detail, choices, isOpen, onOpenChange, onChoose }: WellProps) {
  const say = useText();
  const place = useRef<HTMLDivElement>(null);
  useReturnFocus(isOpen, place, 'button');
  const drop = useDropTarget(['variable'], (dragged) => {
    if (dragged.kind === 'variable' && choices.some(({ id }) => id === dragged.id)) onChoose(dragged.id);
  });
  return (
    <div className={styles.well} ref={place} {...drop}>
      <span aria-hidden className={styles.wellLabel}>
        {label}
      </span>
      <WellPlace
        box={
          isOpen ? (
            <WellBox
              choices={choices}
              label={label}
              onChoose={(id) => {
                onOpenChange(false);
                onChoose(id);
              }}
              onClose={() => onOpenChange(false)}
            />
          ) : null
        }
        chip={
          <FilterChip
            aria-label={say('analysis.well.change', { well: label, value: detail === undefined ? value : `${value} ${detail}` })}
            onPress={() => onOpenChange(true)}
            value={value}
            {...(detail === undefined ? {} : { detail })}
          />
        }
      />
    </div>
  );
}
