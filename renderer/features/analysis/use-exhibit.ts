import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ExhibitDefinition, ExhibitView } from '../../../shared/contract/analysis.ts';
import type { ProjectId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';

/** A disabled query never runs, so its definition is never read; any valid one will do. */
const none: ExhibitDefinition = { kind: 'themes', rows: 'themes', language: 'nb', percent: 'column' };

/**
 * The table of a definition as it would be released, or nothing while there is none. While another table is counted the one before it stays
 * (`isPlaceholderData`), so that nothing jumps.
 */
export function useExhibit(projectId: ProjectId, definition: ExhibitDefinition | null) {
  const query = useQuery({
    ...orpc.analysis.exhibit.queryOptions({ input: { projectId, definition: definition ?? none } }),
    enabled: definition !== null,
    placeholderData: keepPreviousData,
  });
  // A disabled query keeps what it had; that is of another table.
  const data: ExhibitView | undefined = definition === null ? undefined : query.data;
  return { data, error: query.error, refetch: query.refetch, isWaiting: definition !== null && query.isPlaceholderData };
}
