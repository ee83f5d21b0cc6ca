import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { documentMegabytes, documentsAtOnce } from '../../../../shared/contract/texts-documents.ts';
import type { ProjectId, Ticket } from '../../../../shared/model/ids.ts';
import { sendFile } from '../../../lib/blobs.ts';
import { client } from '../../../lib/client.ts';
import { spoken, type SpokenError } from '../../../lib/errors.ts';
import { runJob } from '../../../lib/run-job.ts';
import { notice } from '../../../lib/status.ts';
import { useText } from '../../../lib/text.ts';
import { refusedUnsent } from '../../exchange/index.ts';
import { choicesForImport, startChoices, type FileChoices, type IncomingFile } from './import-choices.ts';

/** Files on their way in: sent, read one after the other, corrected by a person, imported as one step. */
export function useDocumentImport(projectId: ProjectId) {
  const say = useText();
  const [files, setFiles] = useState<readonly IncomingFile[]>([]);
  const [instead, setInstead] = useState<ReadonlyMap<string, string>>(new Map());
  const [isImporting, setImporting] = useState(false);
  const [problem, setProblem] = useState<SpokenError | null>(null);
  const stop = useRef<AbortController | null>(null);
  const number = useRef(0);
  const change = (key: string, part: Partial<IncomingFile>): void =>
    setFiles((old) => old.map((file) => (file.key === key ? { ...file, ...part } : file)));
  const discard = (ticket: Ticket | null): void => {
    if (ticket !== null) void client.exchange.discard({ ticket }).catch(() => {});
  };
  const leave = useEffectEvent(() => {
    stop.current?.abort();
    for (const file of files) discard(file.ticket);
  });
  useEffect(() => () => leave(), []);

  async function readOne(key: string, file: File, signal: AbortSignal): Promise<void> {
    const unsent = refusedUnsent(file, { feature: 'documents', megabytes: documentMegabytes });
    if (unsent !== null) return change(key, { problem: unsent });
    let ticket: Ticket | null = null;
    try {
      ticket = await sendFile(file);
      change(key, { ticket });
      const proposal = await runJob(client.texts.inspect({ projectId, ticket }, { signal }), () => {});
      change(key, { proposal, choices: startChoices(proposal) });
    } catch (error) {
      if (!signal.aborted) change(key, { problem: spoken(error) });
      if (ticket !== null) discard(ticket);
    }
  }
  async function add(chosen: readonly File[]): Promise<void> {
    stop.current ??= new AbortController();
    const { signal } = stop.current;
    const room = chosen.slice(0, documentsAtOnce - files.length).map((file) => {
      number.current += 1;
      return { key: String(number.current), file };
    });
    setProblem(null);
    setFiles((old) => [
      ...old,
      ...room.map(({ key, file }) => ({ key, name: file.name, ticket: null, problem: null, proposal: null, choices: null })),
    ]);
    for (const { key, file } of room) if (!signal.aborted) await readOne(key, file, signal);
  }
  function clear(): void {
    stop.current?.abort();
    stop.current = null;
    setFiles([]);
    setInstead(new Map());
    setProblem(null);
  }
  async function run(): Promise<boolean> {
    const choices = choicesForImport(files, instead);
    if (choices.length === 0 || isImporting) return false;
    setImporting(true);
    try {
      const signal = (stop.current ??= new AbortController()).signal;
      const { textIds, replaced } = await runJob(client.texts.import({ projectId, files: choices }, { signal }), () => {});
      notice.set({ text: say('documents.import.done', { count: textIds.length, replaced }), tone: 'neutral' });
      return true;
    } catch (error) {
      setProblem(spoken(error));
      return false;
    } finally {
      setImporting(false);
    }
  }
  return {
    files,
    instead,
    isImporting,
    problem,
    isReading: files.some((file) => file.proposal === null && file.problem === null),
    add,
    clear,
    run,
    setInstead,
    remove: (key: string): void => {
      const gone = files.find((file) => file.key === key);
      discard(gone?.ticket ?? null);
      setFiles((old) => old.filter((file) => file.key !== key));
    },
    choose: (key: string, part: Partial<FileChoices>): void =>
      setFiles((old) =>
        old.map((file) => (file.key === key && file.choices !== null ? { ...file, choices: { ...file.choices, ...part } } : file)),
      ),
  };
}

export type DocumentImporting = ReturnType<typeof useDocumentImport>;
