import { refiMegabytes, type RefiImportChoices, type RefiInspection, type RefiOutcome } from '../../../shared/contract/refi.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import type { Language } from '../../../shared/model/text.ts';
import { client } from '../../lib/client.ts';
import { runJob } from '../../lib/run-job.ts';
import { useFileImport } from '../exchange/index.ts';

export interface RefiResult {
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly outcome: RefiOutcome;
}

/** Runs an import of a project: sends the file in, looks it through anew for every choice, and takes it in. One thing at a time. */
export function useRefiImport(reader: Language) {
  const work = useFileImport<RefiImportChoices, RefiInspection, RefiResult>({
    limit: { feature: 'refi', megabytes: refiMegabytes },
    firstWay: { target: { kind: 'proposed' }, language: reader, known: 'take', codes: 'proposed' },
    inspect: async (ticket, choices, signal) => ({
      inspection: await runJob(client.refi.inspectProject({ ticket, choices }, { signal }), () => undefined),
      way: choices,
    }),
    discard: (ticket) => client.refi.discardFile({ ticket }),
  });
  const { way } = work.state;
  return {
    ...work,
    importNow: (): Promise<void> =>
      work.importWith(({ ticket, way: choices, inspection }, signal) =>
        runJob(client.refi.importProject({ ticket, choices, basis: inspection.basis }, { signal }), () => undefined),
      ),
    setWay: (change: Partial<RefiImportChoices>): void => void work.reread({ ...way, ...change }),
  };
}
