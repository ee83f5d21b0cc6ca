import { useEffect, useRef, useState } from 'react';
import type { MergeChoice, MergeReport } from '../../../shared/contract/merge.ts';
import type { Ticket } from '../../../shared/model/ids.ts';
import { sendFile } from '../../lib/blobs.ts';
import { client } from '../../lib/client.ts';
import { spoken, type SpokenError } from '../../lib/errors.ts';
import { runJob } from '../../lib/run-job.ts';

export type MergeStage =
  | { readonly kind: 'start' }
  | { readonly kind: 'reading'; readonly file: string }
  | { readonly kind: 'locked'; readonly ticket: Ticket; readonly file: string; readonly error: SpokenError }
  | { readonly kind: 'refused'; readonly error: SpokenError }
  | {
      readonly kind: 'report';
      readonly ticket: Ticket;
      readonly file: string;
      readonly report: MergeReport;
      readonly passphrase: string | undefined;
    }
  | { readonly kind: 'saving'; readonly file: string }
  | { readonly kind: 'done'; readonly counts: { readonly added: number; readonly changed: number; readonly removed: number } };

/** A copy being taken over: from the file that was chosen to what came of it. Choices are kept in the workspace at once. */
export function useMerge() {
  const [stage, setStage] = useState<MergeStage>({ kind: 'start' });
  const [choices, setChoices] = useState<Readonly<Record<string, MergeChoice>>>({});
  const waiting = useRef<Ticket | null>(null);
  // A copy that was not taken over does not stay behind.
  useEffect(() => () => void (waiting.current === null ? undefined : client.merge.discard({ ticket: waiting.current })), []);

  const look = async (ticket: Ticket, file: string, passphrase?: string): Promise<void> => {
    try {
      const report = await runJob(client.merge.look({ ticket, ...(passphrase === undefined ? {} : { passphrase }) }), () => {});
      setChoices(report.choices);
      setStage({ kind: 'report', ticket, file, report, passphrase });
    } catch (problem) {
      const error = spoken(problem);
      setStage(error.code === 'WRONG_PASSPHRASE' ? { kind: 'locked', ticket, file, error } : { kind: 'refused', error });
    }
  };
  const choose = async (file: File): Promise<void> => {
    setStage({ kind: 'reading', file: file.name });
    try {
      const ticket = await sendFile(file);
      waiting.current = ticket;
      await look(ticket, file.name);
    } catch (problem) {
      setStage({ kind: 'refused', error: spoken(problem) });
    }
  };
  const decide = (ids: readonly string[], choice: MergeChoice): void => {
    if (stage.kind !== 'report') return;
    const next = { ...choices, ...Object.fromEntries(ids.map((id) => [id, choice])) };
    setChoices(next);
    void client.merge.keepChoices({ fingerprint: stage.report.fingerprint, choices: next });
  };
  const carryOut = async (): Promise<void> => {
    if (stage.kind !== 'report') return;
    const { ticket, file, report, passphrase } = stage;
    setStage({ kind: 'saving', file });
    try {
      const input = {
        ticket,
        fingerprint: report.fingerprint,
        choices: { ...choices },
        ...(passphrase === undefined ? {} : { passphrase }),
      };
      const counts = await runJob(client.merge.carryOut(input), () => {});
      waiting.current = null;
      setStage({ kind: 'done', counts });
    } catch (problem) {
      const error = spoken(problem);
      // Something was written meanwhile: look again, with the choices that still fit.
      if (error.code === 'STALE') await look(ticket, file, passphrase);
      else setStage({ kind: 'refused', error });
    }
  };
  return { stage, choices, choose, look, decide, carryOut, restart: () => setStage({ kind: 'start' }) };
}
export type Merge = ReturnType<typeof useMerge>;
