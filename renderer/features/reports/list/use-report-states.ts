import { useQueries } from '@tanstack/react-query';
import type { ReportRow } from '../../../../shared/contract/reports.ts';
import { orpc } from '../../../lib/client.ts';
import { blockedBlocks, changedFigures } from '../builder/document-index.ts';

/** What is known of a report as it stands now: figures that have changed, things in the way. */
export interface ReportState {
  readonly changed: number;
  readonly blocked: number;
}

/** Reports whose figures are counted for the list. */
const mostCounted = 12;

/** How the reports that are built stand now, counted one after another so that the list is there at once. */
export function useReportStates(reports: readonly ReportRow[]): ReadonlyMap<string, ReportState> {
  const built = reports.filter(({ blockCount }) => blockCount > 0).slice(0, mostCounted);
  const results = useQueries({
    queries: built.map(({ id }) => orpc.reports.document.queryOptions({ input: { reportId: id }, staleTime: 60_000 })),
  });
  return new Map(
    results.flatMap(({ data }, at) => {
      const id = built[at]?.id;
      if (data === undefined || id === undefined) return [];
      return [[id, { changed: changedFigures(data), blocked: blockedBlocks(data).length }] as const];
    }),
  );
}
