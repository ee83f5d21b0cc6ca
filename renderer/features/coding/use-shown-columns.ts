import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { GridColumns, GridSource } from '../../../shared/contract/coding.ts';
import type { ProjectId, VariableId } from '../../../shared/model/ids.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useSearchParam } from '../../lib/route.ts';
import { useLanguage, useText } from '../../lib/text.ts';
import { columnsFor, isFact, readColumnIds, shownColumn, standardColumnIds, type ColumnId, type ShownColumn } from './grid-columns.ts';
import { keepColumns, keptColumns } from './kept-columns.ts';

/** What stands beside the words: from the address, else as chosen last for this project, else background. Mod+B hides all of it. */
export function useShownColumns(
  projectId: ProjectId,
  source: GridSource,
  known: GridColumns,
): {
  readonly ids: readonly ColumnId[];
  readonly shown: readonly ShownColumn[];
  readonly beside: readonly VariableId[];
  readonly choose: (ids: readonly ColumnId[]) => void;
} {
  const say = useText();
  const language = useLanguage();
  const navigate = useNavigate();
  const text = useSearchParam('vars');
  const [isHidden, setHidden] = useState(false);
  useCommand('coding.columns', () => setHidden((was) => !was));
  const ids = useMemo(
    () => readColumnIds(text, known) ?? readColumnIds(keptColumns(projectId), known) ?? standardColumnIds(known),
    [text, known, projectId],
  );
  const visible = useMemo(() => (isHidden ? [] : columnsFor(source, ids)), [isHidden, source, ids]);
  const beside = useMemo(() => visible.flatMap((id) => (isFact(id) ? [] : [id])), [visible]);
  const shown = useMemo(
    () =>
      visible.flatMap((id) => {
        const place = isFact(id) ? -1 : beside.indexOf(id);
        return shownColumn(id, known, { language, place, factName: (fact) => say(`coding.fact.${fact}`) }) ?? [];
      }),
    [visible, beside, known, language, say],
  );
  const choose = (next: readonly ColumnId[]): void => {
    const vars = next.join(',');
    keepColumns(projectId, vars);
    setHidden(false);
    void navigate({ to: '.', search: (old: Record<string, unknown>) => ({ ...old, vars }), replace: true });
  };
  return { ids, shown, beside, choose };
}
