import { useCallback, useMemo } from 'react';
import type { InterviewRow } from '../../../shared/contract/interviews.ts';
import { type client, orpc } from '../../lib/client.ts';
import { pageSize, usePages, type Pages } from '../../lib/use-pages.ts';
import type { InterviewView } from './use-interview-view.ts';

/** The filtered and sorted list, page by page. */
export function useInterviewRows({ filter, sort, mark }: InterviewView): Pages<InterviewRow> {
  const sortMark = JSON.stringify(sort ?? null);
  // oxlint-disable-next-line exhaustive-deps -- the view is made anew at every drawing; its marks say whether it is another
  const input = useMemo(() => ({ ...filter, ...(sort === undefined ? {} : { sort }), limit: pageSize }), [mark, sortMark]);
  const optionsOf = useCallback((offset: number) => orpc.interviews.list.queryOptions({ input: { ...input, offset } }), [input]);
  return usePages<InterviewRow, Awaited<ReturnType<typeof client.interviews.list>>>(optionsOf);
}
