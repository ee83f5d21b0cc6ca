import { useRef } from 'react';
import { OverviewFilter, OverviewSort } from '../../../shared/contract/place-rows.ts';
import { useCommand } from '../../lib/commands.tsx';
import { LiveSearch } from '../../lib/filters/LiveSearch.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { SegmentedControl } from '../../ui/segmented-control/SegmentedControl.tsx';
import { Select } from '../../ui/select/Select.tsx';
import styles from './places.module.css';
import type { OverviewView } from './use-overview-view.ts';

export interface OverviewFiltersProps {
  readonly view: OverviewView;
  readonly counts: Readonly<Partial<Record<OverviewFilter, number>>>;
  readonly shown: number;
  /** Enter in the field that finds: on to the first hit. */
  readonly onFound: () => void;
}

/** By municipality or area, as a table or tiles, and which of them. */
export function OverviewFilters({ view, counts, shown, onFound }: OverviewFiltersProps) {
  const say = useText();
  const search = useRef<HTMLInputElement>(null);
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  return (
    <div className={styles.filters}>
      <SegmentedControl
        label={say('places.by')}
        onChange={(by) => view.set({ mode: by === 'municipality' ? undefined : by })}
        segments={(['municipality', 'area', 'register'] as const).map((id) => ({ id, label: say(`places.by.${id}`) }))}
        value={view.by}
      />
      <span className={styles.search}>
        <LiveSearch
          inputRef={search}
          label={say('places.search')}
          onChange={(text) => view.set({ q: text === '' ? undefined : text.slice(0, 60) })}
          onSubmit={onFound}
          value={view.text}
        />
      </span>
      {view.by === 'register' ? null : <Narrowing counts={counts} view={view} />}
      {view.isNarrowed && view.by !== 'register' ? (
        <>
          <span aria-live="polite" className={styles.shown}>
            {say('places.filter.shown', { n: shown })}
          </span>
          <Button onPress={() => view.set({ filter: undefined, q: undefined })} size="bar" variant="quiet">
            {say('places.filter.clear')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** Table or tiles, which of them, and in which order. */
function Narrowing({ view, counts }: Pick<OverviewFiltersProps, 'view' | 'counts'>) {
  const say = useText();
  return (
    <>
      <SegmentedControl
        label={say('places.view')}
        onChange={(look) => view.set({ view: look === 'tiles' ? look : undefined })}
        segments={(['table', 'tiles'] as const).map((id) => ({ id, label: say(`places.view.${id}`) }))}
        value={view.look}
      />
      <Select
        label={say('places.filter')}
        look="chip"
        onChange={(id) => view.set({ filter: id === 'all' ? undefined : id })}
        options={OverviewFilter.options.map((id) => ({ id, label: say(`places.filter.${id}`), detail: String(counts[id] ?? 0) }))}
        value={view.filter}
      />
      <Select
        label={say('places.sort')}
        look="chip"
        onChange={(id) => view.set({ sort: id === 'name' ? undefined : id })}
        options={OverviewSort.options.map((id) => ({ id, label: say(`places.sort.${id}`) }))}
        value={view.sort}
      />
    </>
  );
}
