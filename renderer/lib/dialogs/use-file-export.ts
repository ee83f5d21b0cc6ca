import { useEffect, useRef, useState } from 'react';
import type { Ticket } from '../../../shared/model/ids.ts';
import { receiveFile } from '../blobs.ts';
import { spoken } from '../errors.ts';
import { notice } from '../status.ts';
import { useText } from '../text.ts';
import { useSave } from '../use-save.ts';

/** A file that has been made, and the release it is entered as. */
export interface Exported {
  readonly ticket: Ticket;
  readonly fileName: string;
  readonly releaseNumber: number;
}

/** How far a file has come. */
export interface ExportProgress {
  readonly done: number;
  readonly of: number;
}

/** What the making of a file is given: `signal` ends it, and then nothing is entered and nothing leaves. */
export interface ExportWork {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
}

/** Makes a file, hands it over and says which release it is. Leaving the dialog while it is made cancels. `problem`: why it was refused. */
export function useFileExport(onDone: () => void) {
  const say = useText();
  const save = useSave();
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(run: (work: ExportWork) => Promise<Exported>): Promise<void> {
    if (running.current !== null) return;
    const controller = new AbortController();
    const { signal } = controller;
    running.current = controller;
    setProblem(null);
    setProgress({ done: 0, of: 0 });
    const made = await save(async () => {
      try {
        return await run({ signal, onProgress: setProgress });
      } catch (error) {
        // Cancelled by leaving the dialog: there is nothing to tell, and nobody to tell it to.
        if (signal.aborted) return null;
        const said = spoken(error);
        setProblem(say.any(said.message, said.params));
        throw error;
      }
    });
    running.current = null;
    setProgress(null);
    if (made === undefined || made === null) return;
    onDone();
    // The release stands whatever becomes of its file.
    const isSaved = await receiveFile(made.ticket, made.fileName).catch(() => false);
    const params = { number: made.releaseNumber, fileName: made.fileName };
    notice.set({ text: say(isSaved ? 'export.done' : 'export.notSaved', params), tone: isSaved ? 'neutral' : 'bad' });
  }

  return { progress, problem, start };
}
