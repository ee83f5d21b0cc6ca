import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { FindingStatus } from '../../../shared/contract/findings.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { LiveSearch } from '../fieldwork/index.ts';
import styles from './FindingsScreen.module.css';

export interface FindingFiltersProps {
  readonly status: FindingStatus | undefined;
  readonly text: string;
  readonly counts: { readonly all: number; readonly byStatus: Readonly<Partial<Record<FindingStatus, number>>> };
  readonly onFound: () => void;
}

const all = 'all';

/** Finding by words, and narrowing to one state. */
export function FindingFilters({ status, text, counts, onFound }: FindingFiltersProps) {
  const say = useText();
  const navigate = useNavigate();
  const search = useRef<HTMLInputElement>(null);
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  const set = (part: object, replace: boolean): void =>
    void navigate({ to: '.', search: (before: object) => ({ ...before, ...part }), replace });
  const states = FindingStatus.options.filter((id) => (counts.byStatus[id] ?? 0) > 0 || id === status);
  return (
    <div className={styles.filters}>
      <span className={styles.search}>
        <LiveSearch
          inputRef={search}
          label={say('findings.search')}
          onChange={(typed) => set({ q: typed === '' ? undefined : typed.slice(0, 60) }, true)}
          onSubmit={onFound}
          value={text}
        />
      </span>
      <Select
        label={say('findings.filter')}
        look="chip"
        onChange={(id) => set({ status: id === all ? undefined : id }, false)}
        options={[
          { id: all as string, label: say('findings.filter.all'), detail: String(counts.all) },
          ...states.map((id) => ({ id: id as string, label: say(`findings.status.${id}`), detail: String(counts.byStatus[id] ?? 0) })),
        ]}
        value={status ?? all}
      />
    </div>
  );
}
