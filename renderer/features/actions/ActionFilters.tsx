import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { ActionStatus, DueFilter } from '../../../shared/contract/actions.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Select, type SelectOption } from '../../ui/select/Select.tsx';
import { LiveSearch } from '../fieldwork/index.ts';
import styles from './ActionsScreen.module.css';
import type { ActionView } from './use-action-view.ts';

export interface ActionFiltersProps {
  readonly view: ActionView;
  readonly counts: Readonly<Record<DueFilter | 'all', number>>;
  readonly shown: number;
  /** Enter in the field that finds: on to the first hit. */
  readonly onFound: () => void;
}

const all = 'all';

/** Finding and narrowing: the lists in which nothing is forgotten, by whom, where, in which project, and by words. */
export function ActionFilters({ view, counts, shown, onFound }: ActionFiltersProps) {
  const say = useText();
  const search = useRef<HTMLInputElement>(null);
  useCommand('lists.filter', () => search.current?.focus());
  useCommand('filter', () => search.current?.focus());
  const input = view.projectId === undefined ? {} : { projectId: view.projectId };
  const choices = useQuery({ ...orpc.actions.choices.queryOptions({ input }), placeholderData: keepPreviousData }).data;
  const projects = useQuery(orpc.projects.list.queryOptions({ input: {} })).data?.projects ?? [];
  const chosen = (id: string): string | undefined => (id === all ? undefined : id);
  return (
    <div className={styles.filters}>
      <span className={styles.search}>
        <LiveSearch
          inputRef={search}
          label={say('actions.search')}
          onChange={(text) => view.set({ q: text === '' ? undefined : text.slice(0, 60) })}
          onSubmit={onFound}
          value={view.text}
        />
      </span>
      <Select
        label={say('actions.filter')}
        look="chip"
        onChange={(id) => view.set({ filter: chosen(id) })}
        options={([all, ...DueFilter.options] as const).map((id) => ({
          id: id as string,
          label: say(`actions.filter.${id}`),
          detail: String(counts[id]),
        }))}
        value={view.due ?? all}
      />
      <Select
        label={say('actions.status')}
        look="chip"
        onChange={(id) => view.set({ status: chosen(id) })}
        options={[
          { id: all as string, label: say('actions.filter.anyStatus') },
          ...ActionStatus.options.map((id) => ({ id: id as string, label: say(`actions.status.${id}`) })),
        ]}
        value={view.status ?? all}
      />
      <Select
        label={say('actions.owner')}
        look="chip"
        onChange={(id) => view.set({ who: chosen(id) })}
        options={[{ id: all, label: say('actions.filter.anyOwner') }, ...(choices?.owners ?? []).map(asOption)]}
        value={view.ownerId ?? all}
      />
      <Select
        label={say('actions.place')}
        look="chip"
        onChange={(id) => view.set({ place: chosen(id) })}
        options={[{ id: all, label: say('actions.filter.anyPlace') }, ...(choices?.places ?? []).map(asOption)]}
        value={view.placeId ?? all}
      />
      <Select
        label={say('actions.project')}
        look="chip"
        onChange={(id) => view.set({ project: chosen(id) })}
        options={[
          { id: all as string, label: say('actions.filter.anyProject') },
          ...projects.map(({ id, name }) => ({ id: id as string, label: name })),
        ]}
        value={view.projectId ?? all}
      />
      {view.isNarrowed ? (
        <>
          <span aria-live="polite" className={styles.shown}>
            {say('actions.filter.shown', { n: shown })}
          </span>
          <Button onPress={view.clear} size="bar" variant="quiet">
            {say('actions.filter.clear')}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function asOption(choice: {
  readonly id: string;
  readonly name: string;
  readonly detail: string | null;
  readonly count: number;
}): SelectOption {
  const label = choice.detail === null ? choice.name : `${choice.name} (${choice.detail})`;
  return { id: choice.id, label, detail: String(choice.count) };
}
