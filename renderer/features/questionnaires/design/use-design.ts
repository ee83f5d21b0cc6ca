import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { VersionId } from '../../../../shared/model/ids.ts';
import type { QuestionnaireVersion } from '../../../../shared/model/questionnaire.ts';
import { client, orpc } from '../../../lib/client.ts';
import { createStore } from '../../../lib/store.ts';
import { useSave } from '../../../lib/use-save.ts';
import { createDesignStore, type DesignIo, type DesignStore } from './design-store.ts';
import { sendChange } from './send-change.ts';

export interface Design {
  readonly store: DesignStore;
  /** As it is painted. Undefined until it has been read. */
  readonly version: QuestionnaireVersion | undefined;
  /** As it is this very moment. */
  readonly latest: () => QuestionnaireVersion | undefined;
  /** Changes are on their way: what depends on them is better read when they have come. */
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly retry: () => void;
}

type Calls = Pick<DesignIo, 'send' | 'read'>;
const idle: Calls = { send: () => Promise.resolve({ kind: 'later' }), read: () => Promise.resolve() };

/** A draft with what is being done to it: painted at once, written to the file twice a second, and when the screen is left. */
export function useDesign(versionId: VersionId): Design {
  const queries = useQueryClient();
  const save = useSave();
  const queryKey = useMemo(() => orpc.questionnaires.version.queryKey({ input: { versionId } }), [versionId]);
  // The design store lives as long as the screen; what it calls is the newest.
  const [calls] = useState(() => createStore(idle));
  useEffect(() => {
    calls.set({
      send: (change) => sendChange(versionId, change, save),
      read: async () => {
        try {
          const fresh = await client.questionnaires.version({ versionId });
          // A reading that began before this change was written must not come after it.
          await queries.cancelQueries({ queryKey });
          queries.setQueryData(queryKey, fresh);
          // Typing that ends where it began is no step, and nobody is told of it; what was wrong meanwhile is read again all the same.
          void queries.invalidateQueries({ queryKey: orpc.questionnaires.problems.queryKey({ input: { versionId } }) });
        } catch {
          // What was written is in the file; the next reading says what is wrong.
        }
      },
    });
  });
  const [store] = useState(() =>
    createDesignStore({
      send: (change) => calls.get().send(change),
      read: () => calls.get().read(),
      after: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    }),
  );
  useFlushOnLeaving(store);
  const pending = useSyncExternalStore(store.subscribe, store.pending);
  // While changes are on their way each would be read again as soon as it is written; at the end it is read once.
  const isBusy = pending.length > 0;
  const query = useQuery({ ...orpc.questionnaires.version.queryOptions({ input: { versionId } }), enabled: !isBusy });
  const { data } = query;
  const version = useMemo(() => {
    // What is painted belongs to this state of the pending changes; the store itself has the newest.
    void pending;
    return data === undefined ? undefined : store.paint(data);
  }, [data, pending, store]);
  return {
    store,
    version,
    latest: () => {
      const newest = queries.getQueryData(queryKey);
      return newest === undefined ? undefined : store.paint(newest);
    },
    isBusy,
    error: query.error,
    retry: () => void query.refetch(),
  };
}

/** What was typed is written when the window goes out of sight or the screen is left. */
function useFlushOnLeaving(store: DesignStore): void {
  useEffect(() => {
    const flush = (): void => void store.flush();
    window.addEventListener('pagehide', flush);
    window.addEventListener('blur', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('blur', flush);
      flush();
    };
  }, [store]);
}
