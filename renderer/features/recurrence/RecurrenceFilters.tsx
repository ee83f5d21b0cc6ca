import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { RecurrenceBy, RecurrencePlaceMode } from '../../../shared/contract/recurrence.ts';
import { LineMark } from '../../../shared/contract/meeting-terms.ts';
import { Perspective } from '../../../shared/contract/observations.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/commands.tsx';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Select } from '../../ui/select/Select.tsx';
import { isNarrowed, noFilter, yearsParam, type RecurrenceView, type ViewChange } from './recurrence-view.ts';
import styles from './recurrence.module.css';

interface RecurrenceFiltersProps {
  readonly view: RecurrenceView;
  readonly change: (change: ViewChange) => void;
}

const any = 'any';

/** What the columns are, which lines count, and whether interviews stand beside. `F` goes here. */
export function RecurrenceFilters({ view, change }: RecurrenceFiltersProps) {
  const say = useText();
  const bar = useRef<HTMLDivElement>(null);
  useCommand('lists.filter', () => bar.current?.querySelector('button')?.focus());
  const { data: choices } = useQuery(orpc.recurrence.choices.queryOptions({ input: {} }));
  const { filter, shape } = view;
  const anyOption = { id: any, label: say('recurrence.any') };
  const kept = (id: string): string | undefined => (id === any ? undefined : id);
  const select = (label: string, param: keyof ViewChange, value: string | undefined, options: readonly { id: string; label: string }[]) => (
    <Select
      label={label}
      look="chip"
      onChange={(id) => change({ [param]: kept(id), row: undefined })}
      options={[anyOption, ...options]}
      value={value ?? any}
    />
  );
  const years = (choices?.years ?? []).map((year) => ({ id: String(year), label: String(year) }));
  const yearSelect = (label: string, end: 'fromYear' | 'toYear') => (
    <Select
      label={label}
      look="chip"
      onChange={(id) => {
        const next = {
          from: filter.fromYear,
          to: filter.toYear,
          [end === 'fromYear' ? 'from' : 'to']: id === any ? undefined : Number(id),
        };
        change({ at: yearsParam(next.from, next.to), row: undefined });
      }}
      options={[anyOption, ...years]}
      value={filter[end] === undefined ? any : String(filter[end])}
    />
  );
  return (
    <div aria-label={say('recurrence.filters')} className={styles.filters} ref={bar} role="group">
      {shape === 'table' ? (
        <Select
          label={say('recurrence.by')}
          look="chip"
          onChange={(by) => change({ cols: by, row: undefined })}
          options={RecurrenceBy.options.map((id) => ({ id, label: say(`recurrence.by.${id}`) }))}
          value={view.by}
        />
      ) : null}
      {select(say('recurrence.round'), 'filter', meetingsValue(filter), [
        ...(choices?.projects ?? []).filter(({ hasMinutes }) => hasMinutes).map(({ id, name }) => ({ id: `project:${id}`, label: name })),
        ...(choices?.series ?? []).map(({ id, name }) => ({ id: `series:${id}`, label: say('recurrence.round.all', { series: name }) })),
        ...(choices?.rounds ?? []).map(({ id, name }) => ({ id: `round:${id}`, label: name })),
      ])}
      {select(
        say('recurrence.place'),
        'place',
        filter.placeId,
        (choices?.places ?? []).map(({ id, name }) => ({ id, label: name })),
      )}
      {filter.placeId === undefined && !(shape === 'table' && view.by === 'places') ? null : (
        <Select
          label={say('recurrence.placeMode')}
          look="chip"
          onChange={(mode) => change({ mode, row: undefined })}
          options={RecurrencePlaceMode.options.map((id) => ({ id, label: say(`recurrence.placeMode.${id}`) }))}
          value={view.placeMode}
        />
      )}
      {yearSelect(say('recurrence.from'), 'fromYear')}
      {yearSelect(say('recurrence.to'), 'toYear')}
      {(choices?.languages.length ?? 0) < 2 && filter.language === undefined
        ? null
        : select(
            say('recurrence.language'),
            'show',
            filter.language,
            (choices?.languages ?? []).map((id) => ({ id, label: say(`projects.language.${id}`) })),
          )}
      {select(
        say('recurrence.mark'),
        'status',
        filter.mark,
        LineMark.options.map((id) => ({ id, label: say(`recurrence.mark.${id}`) })),
      )}
      {select(
        say('recurrence.perspective'),
        'who',
        filter.perspective,
        Perspective.options.map((id) => ({ id, label: say(`recurrence.perspective.${id}`) })),
      )}
      {shape === 'table' ? (
        <Select
          label={say('recurrence.interviews')}
          look="chip"
          onChange={(id) => change({ rows: kept(id) })}
          options={[
            { id: any, label: say('recurrence.interviews.none') },
            ...(choices?.projects ?? [])
              .filter(({ hasInterviews }) => hasInterviews)
              .map(({ id, name }) => ({ id: String(id), label: name })),
          ]}
          value={view.interviewsOf ?? any}
        />
      ) : null}
      {isNarrowed(filter) ? (
        <Button onPress={() => change({ ...noFilter, row: undefined })} size="bar" variant="quiet">
          {say('recurrence.clear')}
        </Button>
      ) : null}
    </div>
  );
}

function meetingsValue({ projectId, seriesId, roundId }: RecurrenceView['filter']): string | undefined {
  if (projectId !== undefined) return `project:${projectId}`;
  if (seriesId !== undefined) return `series:${seriesId}`;
  return roundId === undefined ? undefined : `round:${roundId}`;
}
