import { useState } from 'react';
import { useText } from '../../lib/text.ts';
import { ComboBox } from '../../ui/combo-box/ComboBox.tsx';
import { ChosenOnes } from './ChosenOnes.tsx';
import styles from './ProjectFacts.module.css';

export interface PickManyProps {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

const mostHits = 12;

/** Several of a register: those that are chosen, and a field that finds more. */
export function PickMany({ label, choices, ids, onChange }: PickManyProps) {
  const say = useText();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const hits = choices.filter(({ id, name }) => !ids.includes(id) && name.toLowerCase().includes(wanted)).slice(0, mostHits);
  return (
    <div className={styles.pick}>
      <ComboBox
        countText={say('projects.facts.hits', { count: hits.length })}
        label={label}
        onChoose={(id) => {
          setTyped('');
          onChange([...ids, id]);
        }}
        onTextChange={setTyped}
        options={hits.map(({ id, name }) => ({ id, label: name }))}
        opensOnFocus
        placeholder={say('projects.facts.find')}
        text={typed}
      />
      <ChosenOnes choices={choices} ids={ids} onChange={onChange} />
    </div>
  );
}
