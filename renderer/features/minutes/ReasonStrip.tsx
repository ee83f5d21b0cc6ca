import { type KeyboardEvent, useState } from 'react';
import type { Line } from '../../../shared/contract/minutes.ts';
import { client } from '../../lib/client.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import styles from './editor.module.css';

interface ReasonStripProps {
  readonly facts: Line | null;
  readonly onClose: () => void;
}

/** Why a theme was read between the words of a line. It may stay empty. */
export function ReasonStrip({ facts, onClose }: ReasonStripProps) {
  const say = useText();
  const save = useSave();
  const last = facts?.themes.at(-1);
  const [reason, setReason] = useState(last?.reason ?? '');
  function keep(): void {
    if (last === undefined || reason === (last.reason ?? '')) return;
    void save(() => client.coding.setCertainty({ codingId: last.codingId, certainty: 'inferred', reason }));
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    keep();
    onClose();
  }
  return (
    <div className={styles.pick} onKeyDownCapture={onKeyDown} role="presentation">
      {/* The person asked for the line by a key, so focus goes there. */}
      <TextField autoFocus label={say('minutes.reason')} onBlur={keep} onChange={setReason} value={reason} />
    </div>
  );
}
