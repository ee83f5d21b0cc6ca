import { type FocusEvent, useEffect, useId, useRef, useState } from 'react';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { FilterChip } from '../../ui/filter-chip/FilterChip.tsx';
import styles from './analysis.module.css';
import { findHits, type Findable } from './find-hits.ts';

export interface WellChoice extends Findable {
  readonly id: string;
  readonly detail?: string | undefined;
}

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

/** One well: a chip that says what is in it and turns into a type-ahead. */
export function Well({ label, value, detail, choices, isOpen, onOpenChange, onChoose }: WellProps) {
  const say = useText();
  const chipId = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const wasOpen = useRef(false);
  const [text, setText] = useState('');
  useEffect(() => {
    if (isOpen) inputRef.current?.focus();
    // Back to where it was opened, but only when nothing else has taken the focus meanwhile.
    else if (wasOpen.current && document.activeElement === document.body) document.getElementById(chipId)?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, chipId]);
  const close = (): void => {
    setText('');
    onOpenChange(false);
  };
  const hits = findHits(choices, text).slice(0, 40);
  return (
    <div className={styles.well}>
      <span aria-hidden className={styles.wellLabel}>
        {label}
      </span>
      {isOpen ? (
        <div
          className={styles.wellBox}
          onBlur={(event: FocusEvent) => (event.currentTarget.contains(event.relatedTarget) ? undefined : close())}
        >
          <ComboBox
            countText={say('analysis.well.hits', { count: hits.length })}
            inputRef={inputRef}
            isLabelHidden
            label={label}
            onCancel={close}
            onChoose={(id) => {
              close();
              onChoose(id);
            }}
            onTextChange={setText}
            opensOnFocus
            options={hits.map(({ id, label: option, detail: more }) => ({ id, label: option, detail: more }))}
            placeholder={say('analysis.well.type')}
            text={text}
          />
        </div>
      ) : (
        <FilterChip
          aria-label={say('analysis.well.change', { well: label, value: detail === undefined ? value : `${value} ${detail}` })}
          id={chipId}
          onPress={() => onOpenChange(true)}
          value={value}
          {...(detail === undefined ? {} : { detail })}
        />
      )}
    </div>
  );
}
