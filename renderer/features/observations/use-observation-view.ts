import { useNavigate } from '@tanstack/react-router';
import { ObservationKind, ObservationStatus, Perspective } from '../../../shared/contract/observations.ts';
import { ProjectId } from '../../../shared/model/ids.ts';
import { useRouteParam, useSearchParam } from '../../lib/route.ts';

/** What narrows the list, as the address has it. */
export interface ObservationView {
  readonly kind: ObservationKind | undefined;
  readonly status: ObservationStatus | undefined;
  readonly perspective: Perspective | undefined;
  readonly projectId: ProjectId | undefined;
  readonly text: string;
  readonly isNarrowed: boolean;
  readonly setKind: (kind: string) => void;
  readonly set: (part: Partial<Record<'status' | 'who' | 'project' | 'q', string | undefined>>) => void;
}

/** Reads and writes the filters of the list in the address, so that they can be gone back to. */
export function useObservationView(): ObservationView {
  const navigate = useNavigate();
  const kind = ObservationKind.safeParse(useRouteParam('kind')).data;
  const status = ObservationStatus.safeParse(useSearchParam('status')).data;
  const perspective = Perspective.safeParse(useSearchParam('who')).data;
  const projectId = ProjectId.safeParse(useSearchParam('project')).data;
  const text = useSearchParam('q') ?? '';
  return {
    kind,
    status,
    perspective,
    projectId,
    text,
    isNarrowed: [kind, status, perspective, projectId].some((part) => part !== undefined) || text !== '',
    setKind: (next) => void navigate({ to: '/notes/$kind', params: { kind: next }, search: (before: object) => before }),
    set: (part) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...part }), replace: 'q' in part }),
  };
}
