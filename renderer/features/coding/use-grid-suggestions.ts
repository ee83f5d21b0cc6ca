import { useQueries } from '@tanstack/react-query';
import type { Suggestion } from '../../../shared/contract/suggestions.ts';
import type { ProjectId, TextId } from '../../../shared/model/ids.ts';
import { orpc } from '../../lib/client.ts';
import type { GridRows } from './use-grid-rows.ts';

const none: readonly Suggestion[] = [];

/** Themes the program proposes for the rows of the pages in sight, by text. Nothing where suggestions are off. */
export function useGridSuggestions(
  projectId: ProjectId,
  rows: GridRows,
  pages: readonly number[],
): (textId: TextId | null) => readonly Suggestion[] {
  const byText = useQueries({
    queries: pages.map((page) => {
      const textIds = rows.textIdsOf(page);
      return orpc.suggestions.forTexts.queryOptions({ input: { projectId, textIds }, enabled: textIds.length > 0 });
    }),
    combine: (results) => new Map(results.flatMap(({ data }) => data?.texts ?? []).map((text) => [text.textId, text.themes])),
  });
  return (textId) => (textId === null ? none : (byText.get(textId) ?? none));
}
