import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { KeptExhibit, Rerun } from '../../../shared/contract/analysis-exhibits.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { runJob } from '../../lib/run-job.ts';
import { notice } from '../../lib/status.ts';
import { useText } from '../../lib/text.ts';
import { useSave } from '../../lib/use-save.ts';

/** How kept tables stood when they were last counted anew in this window. */
interface Counted {
  readonly at: string;
  /** With the release that each was compared with. */
  readonly results: ReadonlyMap<string, { readonly rerun: Rerun; readonly release: number | null }>;
}

export interface Recount {
  /** How far it has come; null while nothing is being counted. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly at: string | null;
  /** Undefined until it has been counted, and when it has been released since. */
  readonly stateOf: (kept: KeptExhibit) => Rerun | undefined;
  readonly run: () => void;
  readonly stop: () => void;
}

/** Counts every kept table anew. What came of it stands until it is done again, also while a table is looked at. */
export function useRerun(projectId: ProjectId, exhibits: readonly KeptExhibit[]): Recount {
  const say = useText();
  const save = useSave();
  const queries = useQueryClient();
  const queryKey = ['rerun', projectId];
  const { data } = useQuery<Counted>({ queryKey, queryFn: skipToken, staleTime: Infinity, gcTime: Infinity });
  const [progress, setProgress] = useState<Recount['progress']>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(): Promise<void> {
    if (running.current !== null || exhibits.length === 0) return;
    const controller = new AbortController();
    running.current = controller;
    setProgress({ done: 0, of: exhibits.length });
    const { signal } = controller;
    const releases = new Map(exhibits.map(({ id, release }) => [id, release?.number ?? null]));
    const made = await save(async () => {
      try {
        return await runJob(client.analysis.rerun({ projectId }, { signal }), setProgress);
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      }
    });
    running.current = null;
    setProgress(null);
    if (made === undefined) return;
    if (made === null) {
      notice.set({ text: say('exhibits.rerun.stopped'), tone: 'neutral' });
      return;
    }
    const results = new Map(made.exhibits.map((rerun) => [rerun.id, { rerun, release: releases.get(rerun.id) ?? null }]));
    queries.setQueryData<Counted>(queryKey, { at: new Date().toISOString(), results });
    const changed = made.exhibits.filter(({ state }) => state === 'changed').length;
    notice.set({ text: say('exhibits.rerun.done', { n: made.exhibits.length, changed }), tone: 'neutral' });
  }

  return {
    progress,
    at: data?.at ?? null,
    stateOf: ({ id, release }) => {
      const found = data?.results.get(id);
      return found === undefined || found.release !== (release?.number ?? null) ? undefined : found.rerun;
    },
    run: () => void run(),
    stop: () => running.current?.abort(),
  };
}
