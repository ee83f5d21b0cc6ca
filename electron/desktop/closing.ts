/** What ending the program takes. */
export interface ClosingOptions {
  /** Lets every window write what is in its fields. */
  readonly flush: () => Promise<void>;
  /** Closes the workspace with its backup, ends the core, removes temporary files. */
  readonly end: () => Promise<void>;
  /** Quits for good; comes back as one more before-quit. */
  readonly quit: () => void;
}

/**
 * The answer to before-quit: the first time it holds the quit back, flushes, ends the core and quits again; after that it lets
 * go. A core that fails to end is no reason to stay: its file is closed by the system, and its journal is rolled back next time.
 */
export function createClosing(options: ClosingOptions): (event: { readonly preventDefault: () => void }) => void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  const close = async (): Promise<void> => {
    await options.flush().catch(() => {});
    await options.end().catch(() => {});
    state = 'closed';
    options.quit();
  };
  return (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close();
  };
}
