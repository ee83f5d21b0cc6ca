import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import { orpc } from '../../lib/client.ts';
import { today } from '../../lib/dates.ts';
import { useText } from '../../lib/text.ts';
import { Button } from '../../ui/button/Button.tsx';
import { Icon } from '../../ui/icon/Icon.tsx';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import { RegisterPicker, type Picked } from '../registers/index.ts';
import styles from './plan.module.css';

interface PlacePickProps {
  readonly places: readonly Picked[];
  readonly onChange: (places: readonly Picked[]) => void;
  /** The ISO day the codes must be valid on, when it is known. */
  readonly on: string | null;
  readonly inputRef: Ref<HTMLInputElement>;
  /** Enter with nothing typed: enough places. */
  readonly onDone: () => void;
}

/** Places one after the other; one whose code has ended by then says so, with those to choose instead. */
export function PlacePick({ places, onChange, on, inputRef, onDone }: PlacePickProps) {
  const say = useText();
  const { data } = useQuery({
    ...orpc.meetings.placesThen.queryOptions({ input: { placeIds: places.map(({ id }) => id), on: on ?? '2000-01-01' } }),
    enabled: on !== null && places.length > 0,
  });
  const ended = on === null ? [] : (data?.ended ?? []);
  const without = (id: string): readonly Picked[] => places.filter((place) => place.id !== id);
  return (
    <div
      className={styles.places}
      onKeyDown={(event) => {
        // The picker keeps Enter for itself while something is typed; with Ctrl it means the whole plan.
        if (event.key !== 'Enter' || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
        if (!(event.target instanceof HTMLInputElement) || event.target.value !== '') return;
        event.preventDefault();
        onDone();
      }}
      role="presentation"
    >
      <RegisterPicker
        inputRef={inputRef}
        kind="places"
        label={say('meetings.plan.places')}
        // Before anybody has said when, the codes of today come first.
        on={on ?? today()}
        onPick={(picked) => (picked === null || places.some(({ id }) => id === picked.id) ? undefined : onChange([...places, picked]))}
        placeholder={say('meetings.plan.placeHint')}
        value={null}
      />
      {places.length === 0 ? null : (
        <ul aria-label={say('meetings.plan.chosenPlaces')} className={styles.chips}>
          {places.map((place) => (
            <li className={styles.chip} key={place.id}>
              {place.name} <span className={styles.detail}>{place.detail}</span>
              <IconButton
                icon="close"
                label={say('meetings.plan.withoutPlace', { place: place.name })}
                onPress={() => onChange(without(place.id))}
                size="small"
              />
            </li>
          ))}
        </ul>
      )}
      {ended.map(({ place, choices }) => (
        <div className={styles.ended} key={place.id} role="alert">
          <Icon name="hardCheck" />
          <p>{say(choices.length === 0 ? 'meetings.plan.endedNone' : 'meetings.plan.ended', { place: place.name, code: place.detail })}</p>
          {choices.map((choice) => (
            <Button
              key={choice.id}
              onPress={() => onChange(places.flatMap((one) => (one.id === place.id ? [choice] : one.id === choice.id ? [] : [one])))}
              size="bar"
            >
              {`${choice.name} (${choice.detail})`}
            </Button>
          ))}
        </div>
      ))}
    </div>
  );
}
