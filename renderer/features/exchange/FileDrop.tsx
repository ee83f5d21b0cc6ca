import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import styles from './Import.module.css';

/** The whole screen takes a dropped file, and its key or any button opens the file dialog. */
export function FileDrop({ isEnabled, onFile, children }: {
  readonly isEnabled: boolean;
  readonly onFile: (file: File) => void;
  /** Gets the function that opens the dialog. */
  readonly children: (open: () => void) => ReactNode;
}) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const open = (): void => input.current?.click();
  useCommand('lists.import', open, isEnabled);
  const over = (event: DragEvent): void => {
    if (!isEnabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (isEnabled && file !== undefined) onFile(file);
  };
  return (
    <div className={styles.screen} onDragLeave={(event) => (event.currentTarget === event.target ? setOver(false) : undefined)} onDragOver={over} onDrop={drop}>
      <input
        accept=".csv,.tsv,.tab,.txt,.xlsx"
        aria-hidden
        aria-label={say('exchange.import.choose')}
        hidden
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          // The same file can be chosen again after it has been corrected.
          event.currentTarget.value = '';
          if (file !== undefined) onFile(file);
        }}
        ref={input}
        tabIndex={-1}
        type="file"
      />
      {children(open)}
      {isOver ? <p className={styles.drop}>{say('exchange.import.drop')}</p> : null}
    </div>
  );
}
