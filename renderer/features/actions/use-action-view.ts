import { useNavigate } from '@tanstack/react-router';
import { ActionStatus, DueFilter } from '../../../shared/contract/actions.ts';
import { ProjectId } from '../../../shared/model/ids.ts';
import { useSearchParam } from '../../lib/route.ts';

/** What narrows the list, as the address has it. */
export interface ActionView {
  readonly due: DueFilter | undefined;
  readonly status: ActionStatus | undefined;
  readonly ownerId: string | undefined;
  readonly placeId: string | undefined;
  readonly projectId: ProjectId | undefined;
  readonly text: string;
  readonly isNarrowed: boolean;
  readonly set: (part: Partial<Record<'filter' | 'status' | 'who' | 'place' | 'project' | 'q', string | undefined>>) => void;
  readonly clear: () => void;
}

/** Reads and writes the filters of the list in the address, so that they can be gone back to. */
export function useActionView(): ActionView {
  const navigate = useNavigate();
  const due = DueFilter.safeParse(useSearchParam('filter')).data;
  const status = ActionStatus.safeParse(useSearchParam('status')).data;
  const ownerId = useSearchParam('who');
  const placeId = useSearchParam('place');
  const projectId = ProjectId.safeParse(useSearchParam('project')).data;
  const text = useSearchParam('q') ?? '';
  return {
    due,
    status,
    ownerId,
    placeId,
    projectId,
    text,
    isNarrowed: [due, status, ownerId, placeId, projectId].some((part) => part !== undefined) || text !== '',
    set: (part) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...part }), replace: 'q' in part }),
    clear: () => void navigate({ to: '.', search: {} }),
  };
}
