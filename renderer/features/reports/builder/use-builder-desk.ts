import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import type { ReportId } from '../../../../shared/model/ids.ts';
import { orpc } from '../../../lib/client.ts';
import { useSave } from '../../../lib/use-save.ts';
import { isUnsent } from './blocks-model.ts';
import { createBuilderDesk, type BuilderDesk } from './builder-desk.ts';

/** The desk of a report, and what the file says of it. The report as it stands is asked for when the keys rest. */
export function useBuilderDesk(reportId: ReportId) {
  const save = useSave();
  const queries = useQueryClient();
  const blocksQuery = orpc.reports.blocks.queryOptions({ input: { reportId } });
  const saveNow = useEffectEvent(save);
  const [desk] = useState<BuilderDesk>(() =>
    createBuilderDesk({
      reportId,
      save: (change) => saveNow(change),
      onRefused: () => void queries.invalidateQueries({ queryKey: blocksQuery.queryKey }),
    }),
  );
  // A new desk has read nothing yet, whatever a former visit left behind.
  const blocks = useQuery({ ...blocksQuery, queryFn: async () => ({ blocks: [...(await desk.read())] }), refetchOnMount: 'always' });
  const { blocks: drafts, isRead } = desk.store.use();
  const isTyping = drafts.some(isUnsent);
  const document = useQuery({ ...orpc.reports.document.queryOptions({ input: { reportId } }), enabled: !isTyping });
  // Words are in the file within a second; a window that is left or closed before that sends them at once.
  useEffect(() => {
    const rest = (): void => void desk.flush();
    window.addEventListener('pagehide', desk.leave);
    window.addEventListener('blur', rest);
    return () => {
      window.removeEventListener('pagehide', desk.leave);
      window.removeEventListener('blur', rest);
      rest();
    };
  }, [desk]);
  // What a former visit read is not what this one writes in.
  return { desk, blocks: { ...blocks, data: isRead ? blocks.data : undefined }, document };
}
