import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, type KeyboardEvent } from 'react';
import type { Series } from '../../../shared/contract/meetings-planning.ts';
import { client, orpc } from '../../lib/client.ts';
import { isCommand, useCommand } from '../../lib/commands.tsx';
import { useDates } from '../../lib/dates.ts';
import { KeptField } from '../../lib/fields/KeptField.tsx';
import { useTypedText } from '../../lib/fields/use-typed-text.ts';
import { Loaded } from '../../lib/Loaded.tsx';
import { useText } from '../../lib/text.ts';
import { useNewRow } from '../../lib/use-new-row.ts';
import { useSave } from '../../lib/use-save.ts';
import { Button } from '../../ui/button/Button.tsx';
import { EmptyState } from '../../ui/empty-state/EmptyState.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { TextField } from '../../ui/text-field/TextField.tsx';
import { RegisterPicker } from '../registers/index.ts';
import styles from './meetings.module.css';

/** Rows of meetings that come round: name, how often, the areas in order, and the rounds there have been. */
export function SeriesList() {
  const say = useText();
  const save = useSave();
  const query = useQuery(orpc.meetings.series.queryOptions({ input: {} }));
  const names = new Set(query.data?.series.map(({ name }) => name));
  const list = useRef<HTMLDivElement>(null);
  const add = useNewRow(list, async () => {
    const first = say('meetings.series.new');
    const free = names.has(first) ? `${first} ${String(names.size + 1)}` : first;
    return save(() => client.meetings.saveSeries({ id: null, name: free, timesPerYear: null, note: null, placeIds: [] }));
  });
  useCommand('lists.new', () => void add());
  const button = (
    <Button kbd="N" onPress={() => void add()}>
      {say('meetings.series.add')}
    </Button>
  );
  return (
    <Loaded query={query}>
      {({ series }) =>
        series.length === 0 ? (
          <EmptyState action={button} how={say('meetings.series.how')} what={say('meetings.series.empty')} />
        ) : (
          <div className={styles.parts} ref={list}>
            {series.map((one) => (
              <SeriesPart key={one.id} series={one} />
            ))}
            <div>{button}</div>
          </div>
        )
      }
    </Loaded>
  );
}

function SeriesPart({ series }: { readonly series: Series }) {
  const say = useText();
  const dates = useDates();
  const save = useSave();
  const placeIds = series.places.map(({ id }) => id);
  const keep = (change: Partial<Parameters<typeof client.meetings.saveSeries>[0]>): void =>
    void save(() =>
      client.meetings.saveSeries({
        id: series.id,
        name: series.name,
        timesPerYear: series.timesPerYear,
        note: series.note,
        placeIds,
        ...change,
      }),
    );
  const times = useTypedText(series.timesPerYear === null ? '' : String(series.timesPerYear), (typed) => {
    const read = Number(typed);
    keep({ timesPerYear: Number.isInteger(read) && read >= 1 && read <= 52 ? read : null });
  });
  function move(event: KeyboardEvent, index: number): void {
    const to = isCommand(event.nativeEvent, 'meetings.moveUp')
      ? index - 1
      : isCommand(event.nativeEvent, 'meetings.moveDown')
        ? index + 1
        : null;
    const [here, other] = [placeIds[index], to === null ? undefined : placeIds[to]];
    if (to === null || here === undefined || other === undefined) return;
    event.preventDefault();
    keep({ placeIds: placeIds.with(index, other).with(to, here) });
  }
  return (
    <section aria-label={series.name} className={styles.part} data-id={series.id}>
      <div className={styles.seriesHead}>
        <KeptField
          label={say('meetings.series.name')}
          onSave={(name) => (name.trim() === '' ? undefined : keep({ name: name.trim() }))}
          value={series.name}
        />
        <TextField
          isNumeric
          label={say('meetings.series.times')}
          length={5}
          onBlur={times.commit}
          onChange={times.onChange}
          value={times.text}
        />
        <KeptField
          label={say('meetings.note')}
          onSave={(note) => keep({ note: note.trim() === '' ? null : note })}
          value={series.note ?? ''}
        />
        <IconButton
          icon="remove"
          label={say('meetings.series.remove', { name: series.name })}
          onPress={() => void save(() => client.meetings.removeSeries({ id: series.id }))}
        />
      </div>
      <ol aria-label={say('meetings.series.areas')} className={styles.areas}>
        {series.places.map((place, index) => (
          <li key={place.id}>
            <div className={styles.area} onKeyDown={(event) => move(event, index)} role="presentation">
              {place.name} <span className={styles.note}>{place.detail}</span>
              <IconButton
                icon="close"
                label={say('meetings.plan.withoutPlace', { place: place.name })}
                onPress={() => keep({ placeIds: placeIds.filter((id) => id !== place.id) })}
                size="small"
              />
            </div>
          </li>
        ))}
      </ol>
      <div className={styles.addLine}>
        <RegisterPicker
          kind="places"
          label={say('meetings.series.addArea')}
          onPick={(picked) => (picked === null ? undefined : keep({ placeIds: [...placeIds, picked.id] }))}
          value={null}
        />
      </div>
      <p className={styles.note}>{say('meetings.series.rounds', { n: series.rounds.length })}</p>
      <ul className={styles.rows}>
        {series.rounds.map((round) => (
          <li className={styles.row} key={round.id}>
            <Link params={{ round: round.id }} to="/rounds/$round">
              {round.name}
            </Link>
            <span className={styles.note}>
              {[String(round.year), dates.due(round.planned), say('meetings.facts', { n: round.meetings })]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
