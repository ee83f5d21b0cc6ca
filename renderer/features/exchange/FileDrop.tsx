import { useState, type DragEvent, type ReactNode, type RefObject } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import styles from './Import.module.css';

/** The whole screen takes a dropped file, and its key opens the file dialog. */
export function FileDrop({
  input,
  isEnabled,
  accept = '.csv,.tsv,.tab,.txt,.xlsx,.sav',
  chooseLabel,
  dropText,
  onFile,
  onFiles,
  children,
}: {
  /** The field whose click opens the dialog, for buttons that do the same. */
  readonly input: RefObject<HTMLInputElement | null>;
  readonly isEnabled: boolean;
  /** Endings that the dialog offers; those of survey files unless given, and so the words. */
  readonly accept?: string;
  readonly chooseLabel?: string;
  readonly dropText?: string;
  readonly onFile?: (file: File) => void;
  /** Instead of `onFile` where several files are taken at once. */
  readonly onFiles?: (files: readonly File[]) => void;
  readonly children: ReactNode;
}) {
  const say = useText();
  const [isOver, setOver] = useState(false);
  useCommand('lists.import', () => input.current?.click(), isEnabled);
  const take = (files: readonly File[]): void => {
    const [file] = files;
    if (file === undefined) return;
    if (onFiles === undefined) onFile?.(file);
    else onFiles(files);
  };
  const over = (event: DragEvent): void => {
    if (!isEnabled || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    if (isEnabled) take([...event.dataTransfer.files]);
  };
  return (
    <div
      className={styles.screen}
      onDragLeave={(event) => (event.currentTarget === event.target ? setOver(false) : undefined)}
      onDragOver={over}
      onDrop={drop}
    >
      <input
        accept={accept}
        aria-hidden
        aria-label={chooseLabel ?? say('exchange.import.choose')}
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file can be chosen again after it has been corrected.
          event.currentTarget.value = '';
          take(files);
        }}
        multiple={onFiles !== undefined}
        ref={input}
        tabIndex={-1}
        type="file"
      />
      {children}
      {isOver ? <p className={styles.drop}>{dropText ?? say('exchange.import.drop')}</p> : null}
    </div>
  );
}
