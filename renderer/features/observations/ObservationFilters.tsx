import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { ObservationKind, ObservationStatus, Perspective } from '../../../shared/contract/observations.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Select } from '../../ui/select/Select.tsx';
import { LiveSearch } from '../fieldwork/index.ts';
import styles from './observations.module.css';
import type { ObservationView } from './use-observation-view.ts';

export interface ObservationFiltersProps {
  readonly view: ObservationView;
  readonly counts: { readonly all: number; readonly byKind: Readonly<Partial<Record<ObservationKind, number>>> };
  readonly onFound: () => void;
}

const all = 'all';

/** Finding by words, and narrowing to a kind, a state, whose view it is, and a project. */
export function ObservationFilters({ view, counts, onFound }: ObservationFiltersProps) {
  const say = useText();
  const search = useRef<HTMLInputElement>(null);
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  const projects = useQuery(orpc.projects.list.queryOptions({ input: {} })).data?.projects ?? [];
  const chosen = (id: string): string | undefined => (id === all ? undefined : id);
  return (
    <div className={styles.filters}>
      <span className={styles.search}>
        <LiveSearch
          inputRef={search}
          label={say('observations.search')}
          onChange={(text) => view.set({ q: text === '' ? undefined : text.slice(0, 60) })}
          onSubmit={onFound}
          value={view.text}
        />
      </span>
      <Select
        label={say('observations.filter.kind')}
        look="chip"
        onChange={view.setKind}
        options={[
          { id: all as string, label: say('observations.kinds.all'), detail: String(counts.all) },
          ...ObservationKind.options.map((id) => ({
            id: id as string,
            label: say(`observations.kinds.${id}`),
            detail: String(counts.byKind[id] ?? 0),
          })),
        ]}
        value={view.kind ?? all}
      />
      <Select
        label={say('observations.filter.status')}
        look="chip"
        onChange={(id) => view.set({ status: chosen(id) })}
        options={[
          { id: all as string, label: say('observations.filter.all') },
          ...ObservationStatus.options.map((id) => ({ id: id as string, label: say(`observations.status.${id}`) })),
        ]}
        value={view.status ?? all}
      />
      <Select
        label={say('observations.perspective')}
        look="chip"
        onChange={(id) => view.set({ who: chosen(id) })}
        options={[
          { id: all as string, label: say('observations.filter.all') },
          ...Perspective.options.map((id) => ({ id: id as string, label: say(`observations.perspective.${id}`) })),
        ]}
        value={view.perspective ?? all}
      />
      <Select
        label={say('observations.filter.project')}
        look="chip"
        onChange={(id) => view.set({ project: chosen(id) })}
        options={[
          { id: all as string, label: say('observations.filter.allProjects') },
          ...projects.map(({ id, name }) => ({ id: id as string, label: name })),
        ]}
        value={view.projectId ?? all}
      />
    </div>
  );
}
