import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useKeptText } from '../../lib/use-kept-text.ts';
import styles from './MatrixGrid.module.css';

export interface CellEditorProps {
  readonly label: string;
  readonly value: string;
  readonly onSave: (text: string) => void;
  /** Leaves the cell: to the next or the one before, or with null stays on it. */
  readonly onLeave: (step: 1 | -1 | null) => void;
}

/** The field in a cell: saved while it is typed. Tab goes on to the next cell, Esc leaves it. */
export function CellEditor({ label, value, onSave, onLeave }: CellEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, onChange, onBlur } = useKeptText(value, onSave);
  useEffect(() => {
    const area = field.current;
    area?.focus({ preventScroll: true });
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing || (event.key !== 'Tab' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    onBlur();
    onLeave(event.key === 'Escape' ? null : event.shiftKey ? -1 : 1);
  }
  return (
    <textarea
      aria-label={label}
      className={styles.editor}
      maxLength={30_000}
      onBlur={onBlur}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      ref={field}
      value={text}
    />
  );
}
