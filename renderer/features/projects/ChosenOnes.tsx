import { useText } from '../../lib/text.ts';
import { IconButton } from '../../ui/icon-button/IconButton.tsx';
import styles from './ProjectFacts.module.css';

interface ChosenOnesProps {
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  readonly ids: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** What has been chosen of a register, each with a way to take it out. */
export function ChosenOnes({ choices, ids, onChange }: ChosenOnesProps) {
  const say = useText();
  if (ids.length === 0) return null;
  return (
    <ul className={styles.chosen}>
      {ids.map((id) => {
        const name = choices.find((choice) => choice.id === id)?.name ?? '';
        return (
          <li className={styles.chip} key={id}>
            {name}
            <IconButton
              icon="remove"
              label={say('projects.facts.takeOut', { name })}
              onPress={() => onChange(ids.filter((other) => other !== id))}
            />
          </li>
        );
      })}
    </ul>
  );
}
