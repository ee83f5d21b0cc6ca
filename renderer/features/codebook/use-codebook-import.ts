import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CodebookImportChoices, CodebookInspection, ThemeChoice } from '../../../shared/contract/codebook-exchange.ts';
import { projectMegabytes } from '../../../shared/contract/codebook-exchange.ts';
import type { Ticket } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { sendFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { spoken, type SpokenError } from '../../lib/errors.ts';
import { runJob } from '../../lib/run-job.ts';

export type ShownThemes = 'all' | 'new' | 'same' | 'different';

export interface CodebookResult {
  readonly newCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly skippedCount: number;
}

/** Everything that the screen shows of an import, from the choice of a file to what it came to. */
export interface CodebookImport {
  readonly fileName: string;
  readonly ticket: Ticket | null;
  readonly choices: CodebookImportChoices;
  readonly show: ShownThemes;
  readonly inspection: CodebookInspection | null;
  /** What is under way; null when the person is. */
  readonly busy: 'sending' | 'reading' | 'importing' | null;
  readonly problem: SpokenError | null;
  readonly result: CodebookResult | null;
}

const megabyte = 1024 * 1024;

function refusal(message: string, params: SpokenError['params'] = {}): SpokenError {
  return { code: 'FILE_UNREADABLE', message, params, correlation: '', isRetryable: false };
}

/** Why a file need not even be sent in; null when it can be. */
function refusedUnsent(file: File): SpokenError | null {
  if (file.size === 0) return refusal('codebookExchange.error.empty');
  if (file.size <= projectMegabytes * megabyte) return null;
  return refusal('codebookExchange.error.too-large', { size: Math.ceil(file.size / megabyte), limit: projectMegabytes });
}

/** Runs an import of a codebook: sends the file in, looks it through anew for every choice, and takes it in. One thing at a time. */
export function useCodebookImport(reader: Language) {
  const nothing: CodebookImport = {
    fileName: '',
    ticket: null,
    choices: { language: reader, isLanguageGuessed: true, matching: 'loose', themes: {} },
    show: 'all',
    inspection: null,
    busy: null,
    problem: null,
    result: null,
  };
  const [state, setState] = useState(nothing);
  const running = useRef<AbortController | null>(null);
  const kept = useRef<Ticket | null>(null);
  const patch = (change: Partial<CodebookImport>): void => setState((old) => ({ ...old, ...change }));

  function next(): AbortSignal {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  }
  const discard = (): void => {
    if (kept.current !== null) void client.codebook.discardFile({ ticket: kept.current }).catch(() => {});
    kept.current = null;
  };
  const leave = useEffectEvent(() => {
    running.current?.abort();
    discard();
  });
  useEffect(() => () => leave(), []);

  async function read(ticket: Ticket, choices: CodebookImportChoices, show: ShownThemes): Promise<void> {
    const signal = next();
    patch({ ticket, choices, show, busy: 'reading', problem: null });
    try {
      const inspection = await runJob(client.codebook.inspectFile({ ticket, choices, show }, { signal }), () => undefined);
      // From here on the language is what was shown, guessed or not.
      if (!signal.aborted)
        patch({ inspection, choices: { ...choices, language: inspection.language, isLanguageGuessed: false }, busy: null });
    } catch (error) {
      if (!signal.aborted) patch({ inspection: null, busy: null, problem: spoken(error) });
    }
  }

  async function choose(file: File): Promise<void> {
    const signal = next();
    discard();
    const unsent = refusedUnsent(file);
    setState({ ...nothing, fileName: file.name, problem: unsent, busy: unsent === null ? 'sending' : null });
    if (unsent !== null) return;
    const ticket = await sendFile(file).catch(() => null);
    if (signal.aborted) return;
    kept.current = ticket;
    if (ticket === null) patch({ busy: null, problem: refusal('codebookExchange.error.not-sent') });
    else await read(ticket, nothing.choices, 'all');
  }

  const { ticket, choices, show, inspection } = state;
  const again = (change: Partial<CodebookImportChoices>, shown = show): void => {
    if (ticket !== null) void read(ticket, { ...choices, ...change }, shown);
  };

  async function importNow(): Promise<void> {
    if (ticket === null || inspection === null) return;
    const signal = next();
    patch({ busy: 'importing', problem: null });
    try {
      const result = await runJob(client.codebook.importFile({ ticket, choices, basis: inspection.basis }, { signal }), () => undefined);
      kept.current = null;
      patch({ busy: null, result });
    } catch (error) {
      if (signal.aborted) return;
      const said = spoken(error);
      // Somebody changed the codebook meanwhile: what would happen now is shown, and why it is shown again.
      if (said.code === 'STALE') await read(ticket, choices, show);
      patch({ busy: null, problem: said });
    }
  }

  return {
    state,
    choose,
    importNow,
    /** What another language makes of words also makes other themes the same: choices made before are let go. */
    setLanguage: (language: Language): void => again({ language, isLanguageGuessed: false, themes: {} }),
    setMatching: (matching: CodebookImportChoices['matching']): void => again({ matching, themes: {} }),
    setShow: (shown: ShownThemes): void => again({}, shown),
    setChoice: (key: string, choice: ThemeChoice): void => again({ themes: { ...choices.themes, [key]: choice } }),
    /** Stops what is under way. */
    cancel: (): void => {
      running.current?.abort();
      setState((old) => (old.inspection === null ? nothing : { ...old, busy: null }));
    },
    /** Ready for another file. */
    restart: (): void => {
      next();
      discard();
      setState(nothing);
    },
  };
}
