/** What the command line can say; the same words in both hosts. */
export interface LaunchOptions {
  readonly workspacePath: string | null;
  readonly isSample: boolean;
  readonly opensPage: boolean;
  readonly isSelfTest: boolean;
  readonly port: number;
  readonly isDevelopment: boolean;
}

/** Reads our own options from process.argv; unknown ones are left alone (Electron has its own). */
export function readLaunchOptions(words: readonly string[]): LaunchOptions {
  const file = words.find((word) => !word.startsWith('-') && word.endsWith('.rost'));
  const port = words.find((word) => word.startsWith('--port='));
  return {
    workspacePath: file ?? null,
    isSample: words.includes('--sample'),
    opensPage: !words.includes('--no-open'),
    isSelfTest: words.includes('--self-test'),
    port: port === undefined ? 0 : Number.parseInt(port.slice(7), 10) || 0,
    isDevelopment: words.includes('--development'),
  };
}
