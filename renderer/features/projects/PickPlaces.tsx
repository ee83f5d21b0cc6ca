import { today } from '../../lib/dates.ts';
import { RegisterPicker } from '../registers/index.ts';
import { ChosenOnes } from './ChosenOnes.tsx';
import type { PickManyProps } from './PickMany.tsx';
import styles from './ProjectFacts.module.css';

/** Several places, found in the register: with their codes and years, those that are there today first. */
export function PickPlaces({ label, choices, ids, onChange }: PickManyProps) {
  return (
    <div className={styles.pick}>
      <RegisterPicker
        kind="places"
        label={label}
        on={today()}
        onPick={(picked) => (picked === null || ids.includes(picked.id) ? undefined : onChange([...ids, picked.id]))}
        value={null}
      />
      <ChosenOnes choices={choices} ids={ids} onChange={onChange} />
    </div>
  );
}
