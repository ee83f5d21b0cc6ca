import { useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  surveyFileMegabytes,
  type AssignedRole,
  type ImportProgress,
  type ImportResult,
  type MappingTrial,
} from '../../../shared/contract/exchange.ts';
import type { Ticket } from '../../../shared/model/ids.ts';
import type { ReadingChoices, SurveyFileInspection, SurveyMapping } from '../../../shared/model/survey-file.ts';
import { sendFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { spoken, type SpokenError } from '../../lib/errors.ts';
import type { ImportFields } from './import-fields.ts';
import { runJob } from './run-job.ts';

/** What is under way, with how much of it is done; null when the person is. */
export type Busy =
  | { readonly what: 'sending' | 'looking'; readonly done: number; readonly of: number }
  | ({ readonly what: 'importing' } & ImportProgress);

/** Everything that the screen shows of an import, from the choice of a file to its outcome. */
export interface SurveyImport {
  readonly fileName: string | null;
  readonly ticket: Ticket | null;
  readonly choices: ReadingChoices;
  readonly inspection: SurveyFileInspection | null;
  readonly mapping: SurveyMapping | null;
  /** What the mapping would give; null while the rows are looked through. */
  readonly trial: MappingTrial | null;
  readonly busy: Busy | null;
  readonly problem: SpokenError | null;
  readonly result: ImportResult | null;
}

const nothing: SurveyImport = {
  fileName: null,
  ticket: null,
  choices: {},
  inspection: null,
  mapping: null,
  trial: null,
  busy: null,
  problem: null,
  result: null,
};

const megabyte = 1024 * 1024;

/** A refusal made in the window, in the form the core gives. */
function refusal(message: string, params: SpokenError['params'] = {}): SpokenError {
  return { code: 'FILE_UNREADABLE', message, params, correlation: '', isRetryable: false };
}

/** Why a file need not even be sent in; null when it can be. */
function refusedUnsent(file: File): SpokenError | null {
  if (file.size === 0) return refusal('exchange.error.empty', { part: 'file', row: 0, column: 0, sheet: '' });
  if (file.size <= surveyFileMegabytes * megabyte) return null;
  return refusal('exchange.error.too-large', {
    part: 'file',
    size: Math.round(file.size / megabyte),
    limit: surveyFileMegabytes,
    row: 0,
    column: 0,
    sheet: '',
  });
}

/** Runs an import: sends the file in, looks through it, tries the mapping after every change, and imports. One thing at a time. */
export function useSurveyImport() {
  const [state, setState] = useState(nothing);
  const running = useRef<AbortController | null>(null);
  const kept = useRef<Ticket | null>(null);
  /** The corrections under which the file was last read through. */
  const settled = useRef<ReadingChoices>({});
  const patch = (change: Partial<SurveyImport>): void => setState((old) => ({ ...old, ...change }));

  /** Stops what is under way and gives the next thing its signal. */
  function next(): AbortSignal {
    running.current?.abort();
    running.current = new AbortController();
    return running.current.signal;
  }
  const discard = (): void => {
    if (kept.current !== null) void client.exchange.discard({ ticket: kept.current }).catch(() => {});
    kept.current = null;
  };
  const leave = useEffectEvent(() => {
    running.current?.abort();
    discard();
  });
  useEffect(() => () => leave(), []);

  /** Runs a step; what it throws is shown, unless the step has been given up for another. */
  async function attempt(signal: AbortSignal, step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      // What was known of the file held for another way of reading it.
      if (!signal.aborted) patch({ busy: null, inspection: null, mapping: null, trial: null, problem: spoken(error) });
    }
  }

  async function choose(file: File): Promise<void> {
    const signal = next();
    discard();
    const unsent = refusedUnsent(file);
    setState({
      ...nothing,
      fileName: file.name,
      problem: unsent,
      busy: unsent === null ? { what: 'sending', done: 0, of: file.size } : null,
    });
    if (unsent !== null) return;
    const ticket = await sendFile(file).catch(() => null);
    if (signal.aborted) return;
    kept.current = ticket;
    if (ticket === null) patch({ busy: null, problem: refusal('exchange.import.sendFailed') });
    else await look(ticket, {});
  }

  async function look(ticket: Ticket, choices: ReadingChoices): Promise<void> {
    const signal = next();
    patch({ ticket, choices, problem: null, result: null, trial: null, busy: { what: 'looking', done: 0, of: 1 } });
    await attempt(signal, async () => {
      const started = client.exchange.inspect({ ticket, choices }, { signal });
      const inspection = await runJob(started, (progress) =>
        signal.aborted ? undefined : patch({ busy: { what: 'looking', ...progress } }),
      );
      if (signal.aborted) return;
      settled.current = choices;
      patch({ inspection, busy: null });
      await tryMapping(ticket, inspection, inspection.proposal);
    });
  }

  async function tryMapping(ticket: Ticket, { reading }: SurveyFileInspection, mapping: SurveyMapping): Promise<void> {
    const signal = next();
    patch({ mapping, trial: null, result: null });
    await attempt(signal, async () => {
      const trial = await runJob(client.exchange.tryMapping({ ticket, reading, mapping }, { signal }), () => undefined);
      if (!signal.aborted) patch({ trial });
    });
  }

  const { ticket, inspection, mapping } = state;
  return {
    state,
    choose,
    reread: (change: ReadingChoices) => (ticket === null ? Promise.resolve() : look(ticket, { ...state.choices, ...change })),
    /** Changes words only: what the rows give is the same. */
    reword: (changed: SurveyMapping) => patch({ mapping: changed }),
    /** Uses another mapping, and tries it on all rows. */
    remap: (changed: SurveyMapping) =>
      ticket === null || inspection === null ? Promise.resolve() : tryMapping(ticket, inspection, changed),
    assign: async (column: number, role: AssignedRole): Promise<void> => {
      if (ticket === null || inspection === null || mapping === null) return;
      const signal = next();
      await attempt(signal, async () => {
        const input = { ticket, reading: inspection.reading, mapping, column, role };
        const answer = await runJob(client.exchange.assignRole(input, { signal }), () => undefined);
        if (!signal.aborted) await tryMapping(ticket, inspection, answer.mapping);
      });
    },
    importAll: async (fields: ImportFields): Promise<void> => {
      if (ticket === null || inspection === null || mapping === null) return;
      const signal = next();
      patch({ problem: null, busy: { what: 'importing', stage: 'reading', done: 0, of: inspection.rowCount } });
      await attempt(signal, async () => {
        const input = { ticket, reading: inspection.reading, mapping, expectedRows: inspection.rowCount, ...fields };
        const result = await runJob(client.exchange.importSurvey(input, { signal }), (progress) =>
          signal.aborted ? undefined : patch({ busy: { what: 'importing', ...progress } }),
        );
        if (result.state === 'imported') kept.current = null;
        patch({ busy: null, result });
      });
    },
    /** Stops what is under way; the preview stays as it is. */
    cancel: (): void => {
      running.current?.abort();
      setState((old) => (old.inspection === null ? nothing : { ...old, busy: null, choices: settled.current }));
      // A reading that was given up leaves the earlier one standing, whose rows were perhaps not looked through yet.
      if (ticket !== null && inspection !== null && mapping !== null && state.trial === null) void tryMapping(ticket, inspection, mapping);
    },
    /** Ready for another file. */
    restart: (): void => {
      next();
      discard();
      setState(nothing);
    },
  };
}
