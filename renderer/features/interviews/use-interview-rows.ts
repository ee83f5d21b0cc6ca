import { useCallback, useMemo } from 'react';
import type { InterviewRow } from '../../../shared/contract/interviews.ts';
import { type client, orpc } from '../../lib/client.ts';
import { pageSize, usePages, type Pages } from '../../lib/use-pages.ts';
import type { InterviewView } from './use-interview-view.ts';

/** Rows of the list by place, and where a row stands among those that have come. */
export interface InterviewRows extends Pages<InterviewRow> {
  readonly indexOf: (id: string) => number;
}

/** The filtered and sorted list, page by page. */
export function useInterviewRows({ filter, sort, mark }: InterviewView): InterviewRows {
  const sortMark = JSON.stringify(sort ?? null);
  // oxlint-disable-next-line exhaustive-deps -- the view is made anew at every drawing; its marks say whether it is another
  const input = useMemo(() => ({ ...filter, ...(sort === undefined ? {} : { sort }), limit: pageSize }), [mark, sortMark]);
  const optionsOf = useCallback((offset: number) => orpc.interviews.list.queryOptions({ input: { ...input, offset } }), [input]);
  const pages = usePages<InterviewRow, Awaited<ReturnType<typeof client.interviews.list>>>(optionsOf);
  const indexOf = (id: string): number => {
    for (let index = 0; index < Math.min(pages.total, 5 * pageSize); index += 1) if (pages.rowAt(index)?.id === id) return index;
    return -1;
  };
  return { ...pages, indexOf };
}
