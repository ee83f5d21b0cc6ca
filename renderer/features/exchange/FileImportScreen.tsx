import { Fragment, useRef, type ReactNode } from 'react';
import { useText } from '../../lib/text.ts';
import { FileDrop } from './FileDrop.tsx';
import { FileRefused } from './FileRefused.tsx';
import { FileStart } from './FileStart.tsx';
import { FileWaiting } from './FileWaiting.tsx';
import type { FileImport } from './use-file-import.ts';

/** What is said before a file is chosen. */
export interface FileImportWords {
  readonly title: string;
  /** What can be brought in, and how. */
  readonly what: string;
  readonly how: string;
}

/** An import as the screen drives it. */
export interface FileImportWork<W, I, R> {
  readonly state: FileImport<W, I, R>;
  readonly choose: (file: File) => Promise<void>;
  readonly cancel: () => void;
}

export interface FileImportScreenProps<W, I, R> {
  /** Endings that the dialog offers. */
  readonly accept: string;
  readonly words: FileImportWords;
  readonly work: FileImportWork<W, I, R>;
  /** Beside the title, as long as no file has been read. */
  readonly actions?: ReactNode;
  /** What the file would come to; begun anew for every file. */
  readonly preview: (inspection: I, onChooseAnother: () => void) => ReactNode;
  /** What it came to. */
  readonly done: (result: R) => ReactNode;
}

/** Bringing one file in: choose it or drop it, see what it becomes, take it in as one step, or see why it cannot be read. */
export function FileImportScreen<W, I, R>(props: FileImportScreenProps<W, I, R>) {
  const { accept, work } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <FileDrop accept={accept} input={input} isEnabled={work.state.busy !== 'importing'} onFile={(file) => void work.choose(file)}>
      <Stage {...props} onChoose={() => input.current?.click()} />
    </FileDrop>
  );
}

function Stage<W, I, R>({
  words: { title, what, how },
  work,
  actions,
  preview,
  done,
  onChoose,
}: FileImportScreenProps<W, I, R> & { readonly onChoose: () => void }) {
  const say = useText();
  const { result, busy, inspection, problem, ticket, fileName } = work.state;
  if (result !== null) return done(result);
  if (inspection !== null) return <Fragment key={ticket}>{preview(inspection, onChoose)}</Fragment>;
  if (busy !== null) {
    const label = say(`importFile.${busy}`, { file: fileName });
    return <FileWaiting fileName={fileName} label={label} onCancel={work.cancel} title={title} />;
  }
  const choice = { actions, onChoose, title };
  return problem === null ? (
    <FileStart {...choice} chooseLabel={say('exchange.import.choose')} how={how} what={what} />
  ) : (
    <FileRefused {...choice} chooseLabel={say('exchange.import.chooseAnother')} fileName={fileName} problem={problem} />
  );
}
