import { useRef } from 'react';
import { VagueDateField } from '../../lib/fields/VagueDateField.tsx';
import { useText } from '../../lib/text.ts';
import { TextField } from '../../ui/text-field/TextField.tsx';
import type { Picked } from '../registers/index.ts';
import styles from './plan.module.css';
import { PlacePick } from './PlacePick.tsx';
import type { Plan } from './use-plan.ts';

interface PlanFieldsProps {
  readonly plan: Plan;
  readonly nameLabel: string;
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly nameError?: string | undefined;
  /** What it will be called without a name. */
  readonly proposed?: string;
  readonly onPlaces: (places: readonly Picked[]) => void;
  /** Said under the places. */
  readonly placesError?: string | undefined;
  readonly whenHelp?: string;
  /** Enter after the last of them. */
  readonly onDone: () => void;
}

/** What, where, when: Enter goes from one to the next. */
export function PlanFields(props: PlanFieldsProps) {
  const { plan, nameLabel, name, onName, nameError, proposed, onPlaces, placesError, whenHelp, onDone } = props;
  const say = useText();
  const placeRef = useRef<HTMLInputElement>(null);
  const whenRef = useRef<HTMLInputElement>(null);
  return (
    <>
      <TextField
        autoFocus
        error={nameError}
        label={nameLabel}
        maxLength={200}
        onChange={onName}
        onKeyDown={(event) =>
          event.key === 'Enter' && !event.ctrlKey && !event.metaKey ? placeRef.current?.focus() : event.continuePropagation()
        }
        value={name}
        {...(proposed === undefined ? {} : { placeholder: proposed })}
      />
      <PlacePick
        inputRef={placeRef}
        on={plan.planned?.sortOn ?? null}
        onChange={onPlaces}
        onDone={() => whenRef.current?.focus()}
        places={plan.places}
      />
      {placesError === undefined ? null : <p className={styles.missing}>{placesError}</p>}
      <VagueDateField
        isAhead
        inputRef={whenRef}
        label={say('meetings.plan.when')}
        language={plan.language}
        onCommit={plan.setPlanned}
        onDone={onDone}
        today={plan.day}
        value={plan.planned}
        {...(whenHelp === undefined ? {} : { help: whenHelp })}
      />
    </>
  );
}
