import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import styles from './wells.module.css';
import { findHits, type Findable } from './find-hits.ts';

export interface WellChoice extends Findable {
  readonly id: string;
  readonly detail?: string | undefined;
}

interface WellBoxProps {
  readonly label: string;
  readonly choices: readonly WellChoice[];
  /** Stands last whatever is typed. */
  readonly lastChoice?: WellChoice | undefined;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}

const mostHits = 40;

/** A type-ahead that has just been asked for: it takes the focus, and goes when it is left. */
export function WellBox({ label, choices, lastChoice, onChoose, onClose }: WellBoxProps) {
  const say = useText();
  const inputRef = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  // The box moves into the line of wells right after; the sheet must not scroll to where it first was.
  useEffect(() => inputRef.current?.focus({ preventScroll: true }), []);
  const hits = [...findHits(choices, text).slice(0, mostHits), ...(lastChoice === undefined ? [] : [lastChoice])];
  return (
    <div
      className={styles.wellBox}
      onBlur={(event: FocusEvent) => (event.currentTarget.contains(event.relatedTarget) ? undefined : onClose())}
    >
      <ComboBox
        countText={say('analysis.well.hits', { count: hits.length })}
        inputRef={inputRef}
        isLabelHidden
        label={label}
        onCancel={onClose}
        onChoose={onChoose}
        onTextChange={setText}
        opensOnFocus
        options={hits.map(({ id, label: option, detail }) => ({ id, label: option, detail }))}
        placeholder={say('analysis.well.type')}
        text={text}
      />
    </div>
  );
}
