import { useEffect, useRef, useState } from 'react';
import { spoken } from '../errors.ts';
import { notice } from '../status.ts';
import { useText } from '../text.ts';
import { useSave } from '../use-save.ts';

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

/** What becomes of what was made. */
export interface MakingEnd<M> {
  /** Gives it to the person; false, or an error, when it could not be. What was entered stands all the same. */
  readonly handOver: (made: M) => Promise<boolean>;
  /** The sentence that says what it is. */
  readonly tell: (made: M, isSaved: boolean) => string;
}

/** Makes a file, hands it over and says what it is. Leaving the dialog while it is made cancels. `problem`: why it was refused. */
export function useMaking<M>(onDone: () => void, { handOver, tell }: MakingEnd<M>) {
  const say = useText();
  const save = useSave();
  const [progress, setProgress] = useState<ExportProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start(run: (work: ExportWork) => Promise<M>): Promise<void> {
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
    const isSaved = await handOver(made).catch(() => false);
    notice.set({ text: tell(made, isSaved), tone: isSaved ? 'neutral' : 'bad' });
  }

  return { progress, problem, start };
}
