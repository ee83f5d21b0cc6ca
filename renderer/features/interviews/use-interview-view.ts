import { useNavigate } from '@tanstack/react-router';
import { InterviewFilter, InterviewSort, InterviewStatus } from '../../../shared/contract/interviews.ts';
import { ActorId, WaveId, type ProjectId } from '../../../shared/model/ids.ts';
import { InterviewMode } from '../../../shared/model/questionnaire.ts';
import { useSearchParam } from '../../lib/route.ts';

/** What can be changed about the view, by the names that stand in the address. Undefined takes a filter away. */
export interface ViewChange {
  readonly wave?: string | undefined;
  readonly status?: string | undefined;
  readonly who?: string | undefined;
  readonly place?: string | undefined;
  readonly service?: string | undefined;
  readonly mode?: string | undefined;
  readonly flagged?: string | undefined;
  readonly q?: string | undefined;
  readonly sort?: string | undefined;
}

/** Filters and sorting of the list, as they stand in the address, so that back and forward walk them. */
export interface InterviewView {
  readonly filter: InterviewFilter & { readonly projectId: ProjectId };
  readonly facets: { readonly projectId: ProjectId; readonly waveId?: WaveId };
  readonly sort: InterviewSort | undefined;
  readonly isFiltered: boolean;
  /** Tells one view from another. */
  readonly mark: string;
  readonly set: (change: ViewChange, how?: 'replace') => void;
  readonly clear: () => void;
}

const nothing: ViewChange = {
  wave: undefined,
  status: undefined,
  who: undefined,
  place: undefined,
  service: undefined,
  mode: undefined,
  flagged: undefined,
  q: undefined,
};

/** "-heldOn" is by the day it was held, the latest first. */
export function readSort(text: string | undefined): InterviewSort | undefined {
  if (text === undefined) return undefined;
  const sort = InterviewSort.safeParse({ by: text.replace(/^-/u, ''), direction: text.startsWith('-') ? 'descending' : 'ascending' });
  return sort.data;
}

export function writeSort({ by, direction }: InterviewSort): string | undefined {
  if (by === 'newest') return direction === 'descending' ? undefined : 'newest';
  return `${direction === 'descending' ? '-' : ''}${by}`;
}

function without<T extends object>(parts: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  // Undefined parts are left out, so that none remains among the values.
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}

export function useInterviewView(projectId: ProjectId): InterviewView {
  const navigate = useNavigate();
  const waveId = WaveId.safeParse(useSearchParam('wave')).data;
  const search = useSearchParam('q');
  const parts = {
    waveId,
    status: InterviewStatus.safeParse(useSearchParam('status')).data,
    interviewerId: ActorId.safeParse(useSearchParam('who')).data,
    placeId: useSearchParam('place'),
    serviceId: useSearchParam('service'),
    mode: InterviewMode.safeParse(useSearchParam('mode')).data,
    isFlagged: useSearchParam('flagged') === undefined ? undefined : true,
    search: search === '' ? undefined : search,
  };
  const sortText = useSearchParam('sort');
  const known = without(parts);
  const filter = InterviewFilter.safeParse(known).data ?? {};
  const set = (change: ViewChange, how?: 'replace'): void =>
    void navigate({
      to: '.',
      replace: how === 'replace',
      search: (old: Readonly<Record<string, unknown>>) => ({ ...old, row: undefined, ...change }),
    });
  return {
    filter: { projectId, ...filter },
    facets: { projectId, ...(waveId === undefined ? {} : { waveId }) },
    sort: readSort(sortText),
    isFiltered: Object.keys(filter).length > 0,
    mark: JSON.stringify([projectId, filter]),
    set,
    clear: () => set(nothing),
  };
}
