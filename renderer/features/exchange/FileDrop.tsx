import { useState, type DragEvent, type ReactNode, type RefObject } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import styles from './Import.module.css';

/** The whole screen takes a dropped file, and its key opens the file dialog. */
export function FileDrop({
  input,
  isEnabled,
  onFile,
  children,
}: {
  /** The field whose click opens the dialog, for buttons that do the same. */
  readonly input: RefObject<HTMLInputElement | null>;
  readonly isEnabled: boolean;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
}) {
  const say = useText();
  const [isOver, setOver] = useState(false);
  useCommand('lists.import', () => input.current?.click(), isEnabled);
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
    <div
      className={styles.screen}
      onDragLeave={(event) => (event.currentTarget === event.target ? setOver(false) : undefined)}
      onDragOver={over}
      onDrop={drop}
    >
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
      {children}
      {isOver ? <p className={styles.drop}>{say('exchange.import.drop')}</p> : null}
    </div>
  );
}
