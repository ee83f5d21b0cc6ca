import { useNavigate } from '@tanstack/react-router';
import { FindingStatus } from '../../../shared/contract/findings.ts';
import { ChipFilter } from '../../lib/fields/ChipFilter.tsx';
import { FilterBar } from '../../lib/filters/FilterBar.tsx';
import { useText } from '../../lib/text.ts';

export interface FindingFiltersProps {
  readonly status: FindingStatus | undefined;
  readonly text: string;
  readonly counts: { readonly all: number; readonly byStatus: Readonly<Partial<Record<FindingStatus, number>>> };
  readonly onFound: () => void;
}

/** Finding by words, and narrowing to one state. */
export function FindingFilters({ status, text, counts, onFound }: FindingFiltersProps) {
  const say = useText();
  const navigate = useNavigate();
  const set = (part: object, replace: boolean): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...part }), replace });
  const states = FindingStatus.options.filter((id) => (counts.byStatus[id] ?? 0) > 0 || id === status);
  return (
    <FilterBar label={say('findings.search')} onFound={onFound} onText={(q) => set({ q }, true)} text={text}>
      <ChipFilter
        every={say('findings.filter.all')}
        everyDetail={String(counts.all)}
        label={say('findings.filter')}
        onChange={(id) => set({ status: id }, false)}
        options={states.map((id) => ({ id, label: say(`findings.status.${id}`), detail: String(counts.byStatus[id] ?? 0) }))}
        value={status}
      />
    </FilterBar>
  );
}
