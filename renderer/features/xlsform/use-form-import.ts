import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { xlsformMegabytes, type FormImportResult, type FormInspection } from '../../../shared/contract/xlsform.ts';
import type { ProjectId, Ticket } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { sendFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { spoken, type SpokenError } from '../../lib/errors.ts';
import { runJob } from '../../lib/run-job.ts';

/** What is under way; null when the person is. */
export type Busy = 'sending' | 'reading' | 'importing';

/** Everything that the screen shows of an import, from the choice of a file to its outcome. */
export interface FormImport {
  readonly fileName: string;
  readonly ticket: Ticket | null;
  readonly languages: Readonly<Record<string, Language | null>>;
  readonly inspection: FormInspection | null;
  readonly busy: Busy | null;
  readonly problem: SpokenError | null;
  readonly result: Extract<FormImportResult, { state: 'imported' }> | null;
}

const nothing: FormImport = { fileName: '', ticket: null, languages: {}, inspection: null, busy: null, problem: null, result: null };
const megabyte = 1024 * 1024;

function refusal(message: string, params: SpokenError['params'] = {}): SpokenError {
  return { code: 'FILE_UNREADABLE', message, params, correlation: '', isRetryable: false };
}

/** Why a file need not even be sent in; null when it can be. */
function refusedUnsent(file: File): SpokenError | null {
  if (file.size === 0) return refusal('xlsform.error.empty');
  if (file.size <= xlsformMegabytes * megabyte) return null;
  const size = Math.ceil(file.size / megabyte);
  return refusal('xlsform.error.too-large', { part: 'file', size, limit: xlsformMegabytes, row: 0, sheet: '' });
}

/** Runs an import of a form: sends the file in, reads it, reads it again for every choice of language, and imports it. One thing at a time. */
export function useFormImport(projectId: ProjectId) {
  const [state, setState] = useState(nothing);
  const running = useRef<AbortController | null>(null);
  const kept = useRef<Ticket | null>(null);
  const patch = (change: Partial<FormImport>): void => setState((old) => ({ ...old, ...change }));

  function next(): AbortSignal {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  }
  const discard = (): void => {
    if (kept.current !== null) void client.xlsform.discard({ ticket: kept.current }).catch(() => {});
    kept.current = null;
  };
  const leave = useEffectEvent(() => {
    running.current?.abort();
    discard();
  });
  useEffect(() => () => leave(), []);

  async function read(ticket: Ticket, languages: FormImport['languages']): Promise<void> {
    const signal = next();
    patch({ ticket, languages, busy: 'reading', problem: null });
    try {
      const inspection = await runJob(client.xlsform.inspect({ projectId, ticket, languages }, { signal }), () => undefined);
      if (!signal.aborted) patch({ inspection, busy: null });
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
    if (ticket === null) patch({ busy: null, problem: refusal('xlsform.error.not-sent') });
    else await read(ticket, {});
  }

  const { ticket, languages } = state;
  return {
    state,
    choose,
    setLanguage: (fileLanguage: string, language: Language | null) =>
      ticket === null ? Promise.resolve() : read(ticket, { ...languages, [fileLanguage]: language }),
    importAs: async (name: string): Promise<void> => {
      if (ticket === null) return;
      const signal = next();
      patch({ busy: 'importing', problem: null });
      try {
        const result = await runJob(client.xlsform.importForm({ projectId, ticket, languages, name }, { signal }), () => undefined);
        if (result.state === 'imported') {
          kept.current = null;
          patch({ busy: null, result });
        } else await read(ticket, languages);
      } catch (error) {
        if (!signal.aborted) patch({ busy: null, problem: spoken(error) });
      }
    },
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
