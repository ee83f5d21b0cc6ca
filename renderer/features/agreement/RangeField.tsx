import { useEffect, useRef } from 'react';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import styles from './disagreements.module.css';
import { storedOffset, type Marking } from './marked-parts.ts';

interface RangeFieldProps {
  readonly body: string;
  readonly language: string;
  /** Selected when the field opens. */
  readonly start: Marking;
  readonly onTake: (range: Marking) => void;
  readonly onCancel: () => void;
}

/** The words themselves, to select a new range in: Shift and the arrows, then Enter. Nothing can be changed. */
export function RangeField({ body, language, start, onTake, onCancel }: RangeFieldProps) {
  const say = useText();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(start.start, start.end);
    // Once, when it opens: afterwards the selection is the reader's.
  }, []);
  const take = (): void => {
    const { selectionStart, selectionEnd } = field.current ?? { selectionStart: 0, selectionEnd: 0 };
    const range = { start: storedOffset(body, selectionStart), end: storedOffset(body, selectionEnd) };
    if (range.end > range.start) onTake(range);
  };
  return (
    <div className={styles.range}>
      <label className={styles.rangeLabel}>
        {say('agreement.range.label')}
        <textarea
          className={styles.rangeWords}
          lang={language}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              take();
            } else if (event.key === 'Escape') onCancel();
          }}
          readOnly
          ref={field}
          rows={6}
          value={body}
        />
      </label>
      <div className={styles.choices}>
        <Button kbd="Enter" onPress={take} size="bar" variant="main">
          {say('agreement.range.take')}
        </Button>
        <Button kbd="Esc" onPress={onCancel} size="bar">
          {say('agreement.range.cancel')}
        </Button>
      </div>
    </div>
  );
}
